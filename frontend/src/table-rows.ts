import type { Block } from './block';
import { ColumnMenu } from './column-menu';
import { ListRows } from './list-rows';

type Direction = 'ascending' | 'descending';

/**
 * The rows of a table: sorting, filtering, choosing columns. What is sorted or filtered is all of
 * them, so rows that the page came without are fetched for it.
 */
export class TableRows extends ListRows {
  private readonly columns: ColumnMenu;
  private sorted: { column: number; direction: Direction } | undefined;
  private text = '';

  constructor(block: Block) {
    super(block);
    this.columns = new ColumnMenu(block, this.headings());
    for (const heading of this.headings()) {
      if (heading.dataset['sortable'] === 'true') {
        makeButton(heading);
      }
    }
  }

  override read(): void {
    this.columns.apply();
    this.sort();
    this.show();
    if (this.sorted || this.text !== '') {
      void this.whole();
    }
  }

  override filter(text: string): number {
    this.text = text.toLocaleLowerCase();
    if (this.text !== '' && this.unsent.missing()) {
      const wanted = this.text;
      void this.whole().then(() => this.text === wanted && this.say(this.show()));
    }
    return this.show();
  }

  override click(event: Event): boolean {
    const target = event.target as Element;
    if (this.columns.click(event)) {
      return true;
    }
    const heading = target.closest<HTMLElement>('th[data-sortable]');
    if (heading) {
      this.sortBy(this.headings().indexOf(heading));
      return true;
    }
    return super.click(event);
  }

  override key(event: KeyboardEvent): void {
    this.columns.key(event);
  }

  private headings(): HTMLElement[] {
    return Array.from(this.block.root.querySelectorAll<HTMLElement>('.aoa-table thead th'));
  }

  private show(): number {
    let found = 0;
    for (const row of this.rows()) {
      row.hidden = this.text !== '' && !(row.textContent ?? '').toLocaleLowerCase().includes(this.text);
      found += row.hidden ? 0 : 1;
    }
    return found;
  }

  private say(found: number): void {
    this.block.say(this.block.texts.get('found', found));
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
    const missing = this.unsent.missing();
    this.read();
    const say = () => this.block.say(this.block.texts.get('sorted', this.headings()[column]?.textContent ?? ''));
    if (missing) {
      void this.whole().then(say);
    } else {
      say();
    }
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
    const body = this.body();
    keyed.forEach(({ row }, index) => {
      if (body.children[index] !== row) {
        body.insertBefore(row, body.children[index] ?? null);
      }
    });
  }
}

function key(row: HTMLElement, column: number): string {
  return (row.children[column] as HTMLElement | undefined)?.dataset['sort'] ?? '';
}

/** The words of the heading become a button, without moving. */
function makeButton(heading: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'aoa-sort';
  button.append(...Array.from(heading.childNodes));
  heading.append(button);
}
