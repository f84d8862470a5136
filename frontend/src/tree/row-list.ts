import { scrolledTo, windowOf } from './window';

const ROW_HEIGHT = 30;
const HEIGHT = 600;

/**
 * The rows in the page: of a long list only those in view, and the one that is in the tab order.
 * Empty room above and below stands for the others.
 */
export class RowList {
  private rows: readonly HTMLElement[] = [];
  private kept = -1;
  private drawn = '';

  /**
   * @param list the element around the rows
   * @param dress called for each row just before it is put into the page
   */
  constructor(
    private readonly list: HTMLElement,
    private readonly dress: (row: HTMLElement, index: number) => void,
  ) {
    list.addEventListener('scroll', () => this.draw());
  }

  /** Shows these rows in this order, and keeps one of them in the page wherever it is. */
  show(rows: readonly HTMLElement[], kept: number): void {
    this.rows = rows;
    this.kept = kept;
    this.drawn = '';
    this.draw();
  }

  /** Scrolls the list so that the row can be seen, and keeps that one from now on. */
  bring(index: number): void {
    this.kept = index;
    if (this.isLong()) {
      this.list.scrollTop = scrolledTo(index, this.list.scrollTop, this.height(), this.rowHeight());
    }
    this.drawn = '';
    this.draw();
    const row = this.rows[index];
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  private isLong(): boolean {
    return windowOf(this.rows.length, 0, this.height(), ROW_HEIGHT).to < this.rows.length;
  }

  private height(): number {
    return this.list.clientHeight || HEIGHT;
  }

  private rowHeight(): number {
    return Number.parseFloat(getComputedStyle(this.list).getPropertyValue('--aoa-row')) || ROW_HEIGHT;
  }

  private draw(): void {
    this.list.classList.toggle('aoa-long', this.isLong());
    const height = this.rowHeight();
    const { from, to } = windowOf(this.rows.length, this.list.scrollTop, this.height(), height);
    const now = `${from} ${to}`;
    if (now === this.drawn) {
      return;
    }
    this.drawn = now;
    const before = this.kept >= 0 && this.kept < from ? [this.kept] : [];
    const after = this.kept >= to ? [this.kept] : [];
    const indexes = [...before, ...Array.from({ length: to - from }, (_, i) => from + i), ...after];
    this.place(indexes);
    this.list.style.paddingTop = this.isLong() ? `${(from - before.length) * height}px` : '';
    this.list.style.paddingBottom = this.isLong() ? `${(this.rows.length - to - after.length) * height}px` : '';
  }

  /** Rows that stay are not moved, so that they keep focus and selection. */
  private place(indexes: readonly number[]): void {
    const wanted = new Set(indexes.map((index) => this.rows[index]));
    for (const child of Array.from(this.list.children)) {
      if (!wanted.has(child as HTMLElement)) {
        child.remove();
      }
    }
    let next = this.list.firstElementChild;
    for (const index of indexes) {
      const row = this.rows[index];
      if (!row) {
        continue;
      }
      this.dress(row, index);
      if (row === next) {
        next = next.nextElementSibling;
      } else {
        this.list.insertBefore(row, next);
      }
    }
  }
}
