import type { Block, Rows } from '../block';
import { moveOf, type Move } from '../keyboard';
import type { Change } from '../live-api';
import { element } from '../patch';
import { isOpen, positions, Row, rowsOf, visible, type Position } from '../rows';
import { Unsent } from '../unsent';
import { RowList } from './row-list';
import { TypeAhead } from './type-ahead';

/** The rows of a tree: folding, opening, walking, and fetching those the page came without. */
export class TreeRows implements Rows {
  private readonly opened = new Map<string, boolean>();
  private readonly typeAhead = new TypeAhead();
  private list: RowList | undefined;
  private rows: Row[] = [];
  private seen: Row[] = [];
  private places: Position[] = [];
  private text = '';
  private all = false;
  private active = '';
  private readonly unsent: Unsent;

  constructor(private readonly block: Block) {
    this.unsent = new Unsent(block, (rows) => (this.rows = rows.map((row) => new Row(row))));
  }

  read(): void {
    this.rows = rowsOf(this.element());
    this.list = new RowList(this.element(), (row, index) => this.dress(row, index));
    this.show();
  }

  patch(change: Pick<Change, 'rows' | 'order'>): number {
    const known = new Map(this.rows.map((row) => [row.id, row]));
    const before = this.rows.length;
    let changed = 0;
    for (const [id, html] of Object.entries(change.rows)) {
      const fresh = element(html);
      if (fresh) {
        changed++;
        fresh.classList.add('aoa-changed');
        known.set(id, new Row(fresh));
      }
    }
    const order = change.order ?? this.rows.map((row) => row.id);
    this.rows = order.map((id) => known.get(id)).filter((row): row is Row => row !== undefined);
    const gone = before + Object.keys(change.rows).filter((id) => !known.has(id)).length - this.rows.length;
    if (this.rows.length < order.length) {
      this.unsent.lost();
      void this.whole();
    }
    this.show();
    return changed + Math.max(0, gone);
  }

  filter(text: string): number {
    this.text = text;
    this.show();
    if (text !== '' && this.unsent.missing()) {
      void this.whole().then(() => this.text === text && this.say());
    }
    return this.found();
  }

  click(event: Event): boolean {
    const target = event.target as Element;
    if (target.closest('.aoa-all')) {
      void this.showAll();
      return true;
    }
    const culprit = target.closest<HTMLElement>('[data-reveal]')?.dataset['reveal'];
    if (culprit !== undefined) {
      event.preventDefault();
      void this.reveal(culprit);
      return true;
    }
    const element = target.closest('[data-row]');
    const row = this.rows.find((one) => one.element === element);
    if (row?.expandable && target.closest('.aoa-twist')) {
      this.toggle(row);
    } else if (row && !target.closest('a')) {
      this.active = row.id;
      this.show();
    }
    return row !== undefined;
  }

  key(event: KeyboardEvent): void {
    const at = this.seen.findIndex((one) => one.element === event.target);
    const row = this.seen[at];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const move = moveOf(event);
    if (move) {
      event.preventDefault();
      void this.move(row, at, move);
    } else if (event.key === '*') {
      event.preventDefault();
      this.openAlike(row);
    } else if (event.key.length === 1 && event.key !== ' ') {
      const names = this.seen.map((one) => one.name);
      const next = this.typeAhead.find(event.key, names, at, event.timeStamp);
      if (next >= 0) {
        event.preventDefault();
        this.go(next);
      }
    }
  }

  focus(id: string): void {
    this.seen.find((row) => row.id === id)?.element.focus({ preventScroll: true });
  }

  private element(): HTMLElement {
    return this.block.part('.aoa-rows') ?? this.block.root;
  }

  private wishes() {
    return { opened: this.opened, all: this.all, filter: this.text };
  }

  private found(): number {
    return this.text === '' ? this.seen.length : this.rows.filter((row) => row.text.includes(this.text.toLocaleLowerCase())).length;
  }

  private say(): void {
    this.block.say(this.block.texts.get('found', this.found()));
  }

  private show(): void {
    const shows = visible(this.rows, this.wishes());
    this.seen = this.rows.filter((_, i) => shows[i]);
    this.places = positions(this.seen.map((row) => row.level));
    const active = Math.max(0, this.seen.findIndex((row) => row.id === this.active));
    this.active = this.seen[active]?.id ?? '';
    this.list?.show(this.seen.map((row) => row.element), active);
    const foot = this.block.part('.aoa-foot');
    if (foot) {
      foot.hidden = (this.all && !this.unsent.missing()) || this.text !== '';
    }
  }

  /** What a row says of its place, just before it comes into the page. */
  private dress(element: HTMLElement, index: number): void {
    const row = this.seen[index];
    const place = this.places[index];
    if (!row || !place) {
      return;
    }
    element.tabIndex = row.id === this.active ? 0 : -1;
    element.setAttribute('aria-posinset', String(place.at));
    element.setAttribute('aria-setsize', String(place.of.count));
    if (row.expandable) {
      element.setAttribute('aria-expanded', String(this.text !== '' || isOpen(row, this.wishes())));
    }
  }

  /** Fetches what the page came without, once. */
  private async whole(): Promise<void> {
    const fetched = await this.unsent.fetch();
    const focused = this.seen.find((row) => row.element === document.activeElement)?.id;
    this.show();
    if (fetched && focused !== undefined) {
      this.goTo(focused);
    }
  }

  private async showAll(): Promise<void> {
    this.all = true;
    this.show();
    if (this.unsent.missing()) {
      await this.whole();
    }
    this.say();
    if (!this.unsent.missing()) {
      // The button is gone: the row in the tab order takes over.
      this.goTo(this.active);
    }
  }

  private toggle(row: Row): void {
    const open = !isOpen(row, this.wishes());
    this.opened.set(row.id, open);
    this.active = row.id;
    if (open && this.unsent.missing()) {
      void this.whole();
    } else {
      this.show();
    }
  }

  /** Opens the row and all its siblings. */
  private openAlike(row: Row): void {
    const at = this.rows.indexOf(row);
    const isAlike = (one: Row | undefined) => one !== undefined && one.level >= row.level;
    let from = at;
    while (isAlike(this.rows[from - 1])) {
      from--;
    }
    for (let i = from; isAlike(this.rows[i]); i++) {
      const one = this.rows[i];
      if (one?.expandable && one.level === row.level) {
        this.opened.set(one.id, true);
      }
    }
    void this.whole().then(() => this.goTo(row.id));
  }

  /** Opens the way to a row and goes there. */
  private async reveal(id: string): Promise<void> {
    if (!this.rows.some((row) => row.id === id)) {
      await this.whole();
    }
    const at = this.rows.findIndex((row) => row.id === id);
    if (at < 0) {
      return;
    }
    this.text = '';
    let level = this.rows[at]?.level ?? 1;
    for (let i = at - 1; i >= 0; i--) {
      const row = this.rows[i];
      if (row && row.level < level) {
        this.opened.set(row.id, true);
        level = row.level;
      }
    }
    this.show();
    this.goTo(id);
  }

  private goTo(id: string): void {
    this.go(this.seen.findIndex((row) => row.id === id));
  }

  private go(index: number): void {
    const row = this.seen[index];
    if (row) {
      const before = this.seen.find((one) => one.id === this.active);
      this.active = row.id;
      if (before) {
        before.element.tabIndex = -1;
      }
      this.list?.bring(index);
    }
  }

  private async move(row: Row, at: number, move: Move): Promise<void> {
    const open = row.expandable && isOpen(row, this.wishes());
    if (move === 'up' || move === 'down') {
      if (move === 'down' && at === this.seen.length - 1 && this.unsent.missing('cut')) {
        await this.whole();
      }
      this.go(at + (move === 'up' ? -1 : 1));
    } else if (move === 'first' || move === 'last') {
      if (move === 'last' && this.unsent.missing('cut')) {
        await this.whole();
      }
      this.go(move === 'first' ? 0 : this.seen.length - 1);
    } else if (move === 'open') {
      if (row.expandable && !open) {
        this.toggle(row);
      } else if (open) {
        this.go(at + 1);
      }
    } else if (move === 'close') {
      if (open) {
        this.toggle(row);
      } else {
        this.go(this.seen.slice(0, at).map((one) => one.level < row.level).lastIndexOf(true));
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
}
