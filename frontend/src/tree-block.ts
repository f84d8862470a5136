import { fetchView, type Answer, type Query, type View } from './api';
import { Patch } from './patch';
import { Poller } from './poller';
import { isOpen, rowsOf, visible, type Row } from './rows';
import { moveOf, type Move } from './keyboard';
import { Texts } from './texts';
import { tellTimes } from './time';

/** One tree on the page: what the server drew, made to answer the reader and to stay up to date. */
export class TreeBlock {
  private readonly texts: Texts;
  private readonly query: Query;
  private readonly opened = new Map<string, boolean>();
  private readonly poller: Poller;
  private rows: Row[] = [];
  private filter = '';
  private all = false;
  private active = '';
  private revision: number;

  constructor(private readonly root: HTMLElement) {
    const data = root.dataset;
    this.texts = new Texts(data['texts']);
    this.query = {
      set: data['set'] ?? '',
      layout: data['layout'] ?? 'tree',
      depth: data['depth'] ?? '0',
      show: data['show'] ?? 'attention',
      environment: data['environment'] ?? '',
    };
    this.revision = Number(data['revision'] ?? '0');
    this.poller = new Poller(() => this.update());
  }

  start(): void {
    this.part('.aoa-tools')?.removeAttribute('hidden');
    this.read();
    this.root.addEventListener('click', (event) => this.onClick(event));
    this.root.addEventListener('keydown', (event) => this.onKey(event));
    this.part<HTMLInputElement>('.aoa-filter')?.addEventListener('input', (event) => {
      this.filter = (event.target as HTMLInputElement).value.trim();
      this.show();
      this.say(this.texts.get('found', this.rows.filter((row) => !row.element.hidden).length));
    });
    window.setInterval(() => this.times(), 15_000);
    if (this.root.dataset['preview'] !== 'true') {
      this.poller.start();
    }
  }

  private part<E extends HTMLElement>(selector: string): E | null {
    return this.root.querySelector<E>(selector);
  }

  private body(): Element {
    return this.part('.aoa-rows') ?? this.root;
  }

  private language(): string {
    return this.root.lang || document.documentElement.lang || 'en';
  }

  private times(): void {
    tellTimes(this.root, new Date(), this.language());
  }

  /** Reads the rows anew after they came from the server. */
  private read(): void {
    this.rows = rowsOf(this.body());
    this.show();
    this.times();
  }

  private wishes() {
    return { opened: this.opened, all: this.all, filter: this.filter };
  }

  private show(): void {
    const shows = visible(this.rows, this.wishes());
    this.rows.forEach((row, i) => {
      row.element.hidden = !shows[i];
      row.element.classList.toggle('aoa-folded', false);
      if (row.expandable && this.query.layout === 'tree') {
        row.element.setAttribute('aria-expanded', String(this.filter !== '' || isOpen(row, this.wishes())));
      }
    });
    const foot = this.part('.aoa-foot');
    if (foot) {
      foot.hidden = this.all || this.filter !== '';
    }
    this.rove(this.active);
  }

  /** Exactly one visible row takes part in the page's tab order. */
  private rove(id: string): void {
    const seen = this.rows.filter((row) => !row.element.hidden);
    const target = seen.find((row) => row.id === id) ?? seen[0];
    this.active = target?.id ?? '';
    if (this.query.layout === 'tree') {
      this.rows.forEach((row) => (row.element.tabIndex = row === target ? 0 : -1));
    }
  }

  private toggle(row: Row): void {
    this.opened.set(row.id, !isOpen(row, this.wishes()));
    this.active = row.id;
    this.show();
  }

  private onClick(event: Event): void {
    const target = event.target as Element;
    if (target.closest('.aoa-all')) {
      this.all = true;
      this.show();
      this.say(this.texts.get('found', this.rows.length));
      return;
    }
    const layout = target.closest<HTMLElement>('[data-switch]')?.dataset['switch'];
    if (layout !== undefined) {
      void this.switchTo(layout);
      return;
    }
    const culprit = target.closest<HTMLElement>('[data-reveal]')?.dataset['reveal'];
    if (culprit !== undefined) {
      event.preventDefault();
      this.reveal(culprit);
      return;
    }
    const row = this.rowAt(target);
    if (row?.expandable && target.closest('.aoa-twist')) {
      this.toggle(row);
    } else if (row && !target.closest('a')) {
      this.rove(row.id);
    }
  }

  private rowAt(target: Element): Row | undefined {
    const element = target.closest('[data-row]');
    return this.rows.find((row) => row.element === element);
  }

  /** Opens the way to a row and goes there. */
  private reveal(id: string): void {
    const at = this.rows.findIndex((row) => row.id === id);
    if (at < 0) {
      return;
    }
    this.filter = '';
    let level = this.rows[at]?.level ?? 1;
    for (let i = at - 1; i >= 0; i--) {
      const row = this.rows[i];
      if (row && row.level < level) {
        this.opened.set(row.id, true);
        level = row.level;
      }
    }
    this.show();
    this.focus(this.rows[at]);
  }

  private focus(row: Row | undefined): void {
    if (row) {
      this.rove(row.id);
      row.element.focus();
      row.element.scrollIntoView({ block: 'nearest' });
    }
  }

  private onKey(event: KeyboardEvent): void {
    const row = this.rows.find((one) => one.element === event.target);
    const move = moveOf(event);
    if (row && move && this.query.layout === 'tree') {
      event.preventDefault();
      this.move(row, move);
    }
  }

  private move(row: Row, move: Move): void {
    const seen = this.rows.filter((one) => !one.element.hidden);
    const at = seen.indexOf(row);
    const open = row.expandable && isOpen(row, this.wishes());
    if (move === 'up' || move === 'down') {
      this.focus(seen[at + (move === 'up' ? -1 : 1)]);
    } else if (move === 'first' || move === 'last') {
      this.focus(seen[move === 'first' ? 0 : seen.length - 1]);
    } else if (move === 'open') {
      if (row.expandable && !open) {
        this.toggle(row);
      } else if (open) {
        this.focus(seen[at + 1]);
      }
    } else if (move === 'close') {
      if (open) {
        this.toggle(row);
      } else {
        this.focus(seen.slice(0, at).reverse().find((one) => one.level < row.level));
      }
    } else {
      const link = row.element.querySelector<HTMLAnchorElement>('a.aoa-name');
      if (link) {
        link.click();
      } else if (row.expandable) {
        this.toggle(row);
      }
    }
  }

  private async switchTo(layout: string): Promise<void> {
    if (layout === this.query.layout) {
      return;
    }
    const answer = await fetchView({ ...this.query, layout }, 0);
    if (answer.kind !== 'new') {
      this.take(answer);
      return;
    }
    this.query.layout = layout;
    this.root.dataset['layout'] = layout;
    const old = this.part('.aoa-body');
    const fresh = this.root.querySelector<HTMLTemplateElement>(`template[data-layout="${layout}"]`);
    if (old && fresh) {
      old.replaceChildren(fresh.content.cloneNode(true));
    }
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-switch]')) {
      button.setAttribute('aria-pressed', String(button.dataset['switch'] === layout));
    }
    this.apply(answer.view, false);
  }

  private async update(): Promise<boolean> {
    const layout = this.query.layout;
    const answer = await fetchView(this.query, this.revision);
    return layout === this.query.layout ? this.take(answer) : true;
  }

  /** Shows the answer; true when the server answered well. */
  private take(answer: Answer): boolean {
    switch (answer.kind) {
      case 'new':
        this.notice('');
        this.apply(answer.view, true);
        return true;
      case 'same':
        this.notice('');
        this.stampTime(answer.asOf);
        return true;
      case 'signed-out':
        this.notice(this.texts.get('signedOut'));
        return false;
      case 'gone':
        this.notice(answer.message || this.texts.get('away'));
        return false;
      case 'away':
        this.notice(this.texts.get('away'));
        return false;
    }
  }

  private apply(view: View, flash: boolean): void {
    this.revision = view.revision;
    const focused = this.rowAt(document.activeElement ?? this.root)?.id;
    const changed = new Patch(this.body()).apply(view, flash);
    this.replace('.aoa-summary', view.summaryHtml);
    this.replace('.aoa-stamp', view.stampHtml);
    this.replace('.aoa-foot', view.footerHtml);
    this.read();
    if (focused !== undefined && changed > 0) {
      this.rows.find((row) => row.id === focused && !row.element.hidden)?.element.focus();
    }
    if (flash && changed > 0) {
      this.say(this.texts.get('updated', changed));
    }
  }

  private replace(selector: string, html: string): void {
    const part = this.part(selector);
    if (part) {
      part.innerHTML = html;
    }
  }

  private stampTime(asOf: string | null): void {
    const time = this.part<HTMLTimeElement>('.aoa-stamp time.aoa-asof');
    if (time && asOf) {
      time.dateTime = asOf;
      this.times();
    }
  }

  private notice(text: string): void {
    const notice = this.part('.aoa-notice');
    if (notice && notice.textContent !== text) {
      notice.textContent = text;
      notice.hidden = text === '';
    }
  }

  private say(text: string): void {
    const region = this.part('.aoa-say');
    if (region) {
      region.textContent = text;
    }
  }
}
