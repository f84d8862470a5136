import { act } from './act';
import { FreezeLine } from './freeze';
import type { Live, LiveBlock } from './live';
import type { Change, Failure, Moments, Shown } from './live-api';
import { ListRows } from './list-rows';
import { DeskRows } from './promote/desk-rows';
import type { RowPage } from './rows-api';
import { TableRows } from './table-rows';
import { Texts } from './texts';
import { tellTimes } from './time';
import { TreeRows } from './tree/tree-rows';

/** What the rows of a block do for the reader. */
export interface Rows {
  /** Reads the rows of a body that came whole from the server. */
  read(): void;
  /** Puts changed rows in their places; gives how many changed, came or went. */
  patch(change: Pick<Change, 'rows' | 'order'>): number;
  /** Shows the rows that contain the text; gives how many. */
  filter(text: string): number;
  /** A click somewhere in the block; true when it was meant for the rows. */
  click(event: Event): boolean;
  key(event: KeyboardEvent): void;
  /** Puts the focus back on the row after it was drawn anew. */
  focus(id: string): void;
}

/** One macro on the page: what the server drew, made to answer the reader and to stay up to date. */
export class Block implements LiveBlock {
  readonly texts: Texts;
  private rows: Rows | undefined;
  private freezer: FreezeLine | undefined;

  constructor(
    readonly root: HTMLElement,
    private readonly live: Live,
  ) {
    this.texts = new Texts(root.ownerDocument.querySelector<SVGElement>('.aoa-sprite')?.dataset['texts']);
  }

  start(): void {
    this.take();
    this.root.addEventListener('click', (event) => this.onClick(event));
    this.root.addEventListener('keydown', (event) => this.rows?.key(event));
    this.part<HTMLInputElement>('.aoa-filter')?.addEventListener('input', (event) => {
      const found = this.rows?.filter((event.target as HTMLInputElement).value.trim());
      this.say(this.texts.get('found', found ?? 0));
    });
    window.setInterval(() => this.times(), 15_000);
    this.root.dataset['ready'] = 'true';
  }

  present(): boolean {
    return this.root.isConnected;
  }

  shown(): Omit<Shown, 'id'> {
    const { block, parameters, page, revision } = this.root.dataset;
    return { block: block ?? '', parameters: parameters ?? '', page: page ?? '', revision: revision ?? '' };
  }

  change(change: Change): void {
    const active = document.activeElement;
    const focused = this.root.contains(active) ? active?.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
    this.notice('');
    this.root.dataset['revision'] = change.revision;
    this.text('.aoa-title', change.title);
    this.replace('.aoa-summary', change.summaryHtml);
    this.replace('.aoa-notices', change.noticesHtml);
    this.replace('.aoa-stamp', change.stampHtml);
    this.replace('.aoa-foot', change.footerHtml);
    if (change.bodyHtml !== undefined) {
      this.body().innerHTML = change.bodyHtml;
      this.take();
      return;
    }
    const changed = this.rows?.patch(change) ?? 0;
    this.times();
    if (focused !== undefined && !this.root.contains(document.activeElement)) {
      this.rows?.focus(focused);
    }
    if (changed > 0) {
      this.say(this.texts.get('updated', changed));
    }
  }

  /** All rows have come, for these parameters. */
  whole(parameters: string, answer: RowPage): void {
    this.root.dataset['parameters'] = parameters;
    this.root.dataset['revision'] = answer.revision;
    this.replace('.aoa-foot', answer.footerHtml);
    this.notice('');
  }

  fail(failure: Failure): void {
    this.notice(`${failure.error.message} ${failure.error.action}`.trim());
  }

  same(asOf: Moments): void {
    this.notice('');
    const time = this.part<HTMLTimeElement>('.aoa-stamp time.aoa-asof');
    const moment = asOf.get(time?.dataset['connection'] ?? '');
    if (time && moment) {
      time.dateTime = moment;
      this.times();
    }
  }

  signedOut(): void {
    this.notice(this.texts.get('signed-out'));
  }

  away(): void {
    this.notice(this.texts.get('away'));
  }

  /** Asks for the same block with another value of a parameter. */
  ask(parameter: string, value: string): Promise<void> {
    return this.choose({ [parameter]: value });
  }

  /** Asks for the same block with other values of parameters. */
  async choose(values: Readonly<Record<string, string>>): Promise<void> {
    const parameters = new URLSearchParams(this.root.dataset['parameters']);
    Object.entries(values).forEach(([parameter, value]) => parameters.set(parameter, value));
    this.root.dataset['parameters'] = parameters.toString();
    // What is shown is of no use for that: all of it is asked for, however new it is.
    this.root.dataset['revision'] = '';
    // When nobody answers now, the next poll brings it: what is shown has another shape.
    await this.live.ask(this);
  }

  /** Asks at once what has changed, because the reader has just changed something. */
  async refresh(): Promise<void> {
    await this.live.ask(this);
  }

  say(text: string): void {
    this.text('.aoa-say', text);
  }

  part<E extends HTMLElement>(selector: string): E | null {
    return this.root.querySelector<E>(selector);
  }

  private body(): Element {
    return this.part('.aoa-body') ?? this.root;
  }

  /** Takes the rows that the body has now, whatever shape they have. */
  private take(): void {
    if (this.part('.aoa-tree')) {
      this.root.dataset['kind'] = 'tree';
      this.rows = new TreeRows(this);
    } else if (this.part('.aoa-table')) {
      this.root.dataset['kind'] = 'table';
      this.rows = new TableRows(this);
    } else if (this.part('.aoa-desk')) {
      this.rows = new DeskRows(this);
    } else {
      this.rows = new ListRows(this);
    }
    this.press();
    this.rows.read();
    this.times();
    const filter = this.part<HTMLInputElement>('.aoa-filter')?.value.trim();
    if (filter) {
      this.rows.filter(filter);
    }
  }

  private onClick(event: Event): void {
    const freeze = (event.target as Element).closest<HTMLElement>('.aoa-freeze');
    if (freeze) {
      this.freeze(freeze);
      return;
    }
    const acts = (event.target as Element).closest<HTMLButtonElement>('[data-act]');
    if (acts) {
      void act(acts, this.root.dataset['page'] ?? '', this.texts);
      return;
    }
    const button = (event.target as Element).closest<HTMLElement>('[data-switch]');
    if (!button) {
      this.rows?.click(event);
      return;
    }
    const layout = button.dataset['switch'] ?? '';
    if (layout !== this.root.dataset['kind']) {
      void this.ask('layout', layout);
    }
  }

  private freeze(button: HTMLElement): void {
    const set = new URLSearchParams(this.root.dataset['parameters']).get('set') ?? '';
    this.freezer ??= new FreezeLine(button, { set, page: this.root.dataset['page'] ?? '' }, this.texts);
    this.freezer.toggle(this.root);
  }

  private press(): void {
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-switch]')) {
      button.setAttribute('aria-pressed', String(button.dataset['switch'] === this.root.dataset['kind']));
    }
  }

  private times(): void {
    if (this.root.dataset['at']) {
      // A frozen state does not grow older: its moments stay as the server wrote them.
      return;
    }
    tellTimes(this.root, new Date(), this.root.lang || document.documentElement.lang || 'en');
  }

  private replace(selector: string, html: string): void {
    const part = this.part(selector);
    if (part && part.innerHTML !== html) {
      part.innerHTML = html;
    }
  }

  private text(selector: string, text: string): void {
    const part = this.part(selector);
    if (part && part.textContent !== text) {
      part.textContent = text;
    }
  }

  private notice(text: string): void {
    const notice = this.part('.aoa-notice');
    if (notice && notice.textContent !== text) {
      notice.textContent = text;
      notice.hidden = text === '';
    }
  }
}
