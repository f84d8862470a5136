import type { Block, Rows } from './block';
import { moveOf, type Move } from './keyboard';
import { isOpen, rowsOf, visible, type Row } from './rows';

/** The rows of a tree: folding, opening, walking. */
export class TreeRows implements Rows {
  private readonly opened = new Map<string, boolean>();
  private rows: Row[] = [];
  private text = '';
  private all = false;
  private active = '';

  constructor(private readonly block: Block) {}

  read(): void {
    this.rows = rowsOf(this.block.part('.aoa-rows') ?? this.block.root);
    this.show();
  }

  filter(text: string): number {
    this.text = text;
    this.show();
    return this.rows.filter((row) => !row.element.hidden).length;
  }

  click(event: Event): boolean {
    const target = event.target as Element;
    if (target.closest('.aoa-all')) {
      this.all = true;
      this.show();
      this.block.say(this.block.texts.get('found', this.rows.length));
      return true;
    }
    const culprit = target.closest<HTMLElement>('[data-reveal]')?.dataset['reveal'];
    if (culprit !== undefined) {
      event.preventDefault();
      this.reveal(culprit);
      return true;
    }
    const element = target.closest('[data-row]');
    const row = this.rows.find((one) => one.element === element);
    if (row?.expandable && target.closest('.aoa-twist')) {
      this.toggle(row);
    } else if (row && !target.closest('a')) {
      this.rove(row.id);
    }
    return row !== undefined;
  }

  key(event: KeyboardEvent): void {
    const row = this.rows.find((one) => one.element === event.target);
    const move = moveOf(event);
    if (row && move) {
      event.preventDefault();
      this.move(row, move);
    }
  }

  focus(id: string): void {
    this.rows.find((row) => row.id === id && !row.element.hidden)?.element.focus();
  }

  private wishes() {
    return { opened: this.opened, all: this.all, filter: this.text };
  }

  private show(): void {
    const shows = visible(this.rows, this.wishes());
    this.rows.forEach((row, i) => {
      row.element.hidden = !shows[i];
      row.element.classList.toggle('aoa-folded', false);
      if (row.expandable) {
        row.element.setAttribute('aria-expanded', String(this.text !== '' || isOpen(row, this.wishes())));
      }
    });
    const foot = this.block.part('.aoa-foot');
    if (foot) {
      foot.hidden = this.all || this.text !== '';
    }
    this.rove(this.active);
  }

  /** Exactly one visible row takes part in the page's tab order. */
  private rove(id: string): void {
    const seen = this.rows.filter((row) => !row.element.hidden);
    const target = seen.find((row) => row.id === id) ?? seen[0];
    this.active = target?.id ?? '';
    this.rows.forEach((row) => (row.element.tabIndex = row === target ? 0 : -1));
  }

  private toggle(row: Row): void {
    this.opened.set(row.id, !isOpen(row, this.wishes()));
    this.active = row.id;
    this.show();
  }

  /** Opens the way to a row and goes there. */
  private reveal(id: string): void {
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
    this.go(this.rows[at]);
  }

  private go(row: Row | undefined): void {
    if (row) {
      this.rove(row.id);
      row.element.focus();
      row.element.scrollIntoView({ block: 'nearest' });
    }
  }

  private move(row: Row, move: Move): void {
    const seen = this.rows.filter((one) => !one.element.hidden);
    const at = seen.indexOf(row);
    const open = row.expandable && isOpen(row, this.wishes());
    if (move === 'up' || move === 'down') {
      this.go(seen[at + (move === 'up' ? -1 : 1)]);
    } else if (move === 'first' || move === 'last') {
      this.go(seen[move === 'first' ? 0 : seen.length - 1]);
    } else if (move === 'open') {
      if (row.expandable && !open) {
        this.toggle(row);
      } else if (open) {
        this.go(seen[at + 1]);
      }
    } else if (move === 'close') {
      if (open) {
        this.toggle(row);
      } else {
        this.go(seen.slice(0, at).reverse().find((one) => one.level < row.level));
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
