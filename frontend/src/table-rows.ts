import type { Block, Rows } from './block';
import { ColumnMenu } from './column-menu';
import type { Change } from './live-api';
import { Patch } from './patch';

type Direction = 'ascending' | 'descending';

/** The rows of a table: sorting, filtering, choosing columns. */
export class TableRows implements Rows {
  private readonly columns: ColumnMenu;
  private sorted: { column: number; direction: Direction } | undefined;
  private text = '';

  constructor(private readonly block: Block) {
    this.columns = new ColumnMenu(block, this.headings());
    for (const heading of this.headings()) {
      if (heading.dataset['sortable'] === 'true') {
        makeButton(heading);
      }
    }
  }

  read(): void {
    this.columns.apply();
    this.sort();
    this.show();
  }

  patch(change: Pick<Change, 'rows' | 'order'>): number {
    const changed = new Patch(this.block.part('.aoa-rows') ?? this.block.root).apply(change);
    this.read();
    return changed;
  }

  filter(text: string): number {
    this.text = text.toLocaleLowerCase();
    return this.show();
  }

  click(event: Event): boolean {
    const target = event.target as Element;
    if (this.columns.click(event)) {
      return true;
    }
    const heading = target.closest<HTMLElement>('th[data-sortable]');
    if (heading) {
      this.sortBy(this.headings().indexOf(heading));
    }
    return heading !== null;
  }

  key(event: KeyboardEvent): void {
    this.columns.key(event);
  }

  focus(id: string): void {
    const row = this.rows().find((one) => one.dataset['row'] === id);
    row?.querySelector<HTMLElement>('a, button')?.focus();
  }

  private headings(): HTMLElement[] {
    return Array.from(this.block.root.querySelectorAll<HTMLElement>('.aoa-table thead th'));
  }

  private rows(): HTMLTableRowElement[] {
    return Array.from(this.block.root.querySelectorAll<HTMLTableRowElement>('.aoa-table tbody tr'));
  }

  private show(): number {
    let found = 0;
    for (const row of this.rows()) {
      row.hidden = this.text !== '' && !(row.textContent ?? '').toLocaleLowerCase().includes(this.text);
      found += row.hidden ? 0 : 1;
    }
    return found;
  }

  private sortBy(column: number): void {
    const turned = this.sorted?.column === column && this.sorted.direction === 'ascending';
    this.sorted = { column, direction: turned ? 'descending' : 'ascending' };
    this.headings().forEach((heading, index) => {
      if (index === column) {
        heading.setAttribute('aria-sort', turned ? 'descending' : 'ascending');
      } else {
        heading.removeAttribute('aria-sort');
      }
    });
    this.sort();
    this.block.say(this.block.texts.get('sorted', this.headings()[column]?.textContent ?? ''));
  }

  private sort(): void {
    if (!this.sorted) {
      return;
    }
    const { column, direction } = this.sorted;
    const language = this.block.root.lang || undefined;
    const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
    const keyed = this.rows().map((row) => ({ row, key: key(row, column) }));
    // What has no value stands last in both directions.
    keyed.sort(
      (a, b) =>
        Number(a.key === '') - Number(b.key === '') ||
        (direction === 'ascending' ? collator.compare(a.key, b.key) : collator.compare(b.key, a.key)),
    );
    const body = this.block.part('.aoa-table tbody');
    keyed.forEach(({ row }, index) => {
      if (body?.children[index] !== row) {
        body?.insertBefore(row, body.children[index] ?? null);
      }
    });
  }
}

function key(row: HTMLTableRowElement, column: number): string {
  return row.cells[column]?.dataset['sort'] ?? '';
}

/** The words of the heading become a button, without moving. */
function makeButton(heading: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'aoa-sort';
  button.append(...Array.from(heading.childNodes));
  heading.append(button);
}
