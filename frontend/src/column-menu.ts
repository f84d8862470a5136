import type { Block } from './block';

/** Which columns of a table the reader sees; remembered for this macro on this page. */
export class ColumnMenu {
  private readonly shown: Set<string>;
  private menu: HTMLElement | undefined;

  constructor(
    private readonly block: Block,
    private readonly headings: readonly HTMLElement[],
  ) {
    const known = headings.map(id);
    const chosen = remembered(this.place());
    this.shown = new Set(
      chosen?.filter((one) => known.includes(one)) ?? headings.filter((heading) => !heading.hidden).map(id),
    );
    this.block.part('.aoa-menu')?.remove();
  }

  /** Hides and shows the cells of all rows, also those that have just come. */
  apply(): void {
    const hidden = this.headings.map((heading, index) => index > 0 && !this.shown.has(id(heading)));
    for (const row of this.block.root.querySelectorAll<HTMLTableRowElement>('.aoa-table tr')) {
      Array.from(row.cells).forEach((cell, index) => {
        const hide = hidden[index] ?? false;
        if (cell.hidden !== hide) {
          cell.hidden = hide;
        }
      });
    }
  }

  /** Whether the click was meant for the menu. */
  click(event: Event): boolean {
    const target = event.target as Element;
    if (target.closest('.aoa-columns')) {
      if (this.menu) {
        this.close();
      } else {
        this.open();
      }
      return true;
    }
    const box = target.closest<HTMLInputElement>('.aoa-menu input');
    if (box) {
      this.choose(box.value, box.checked);
    }
    return target.closest('.aoa-menu') !== null;
  }

  key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.menu) {
      event.preventDefault();
      this.close();
      this.button()?.focus();
    }
  }

  private choose(column: string, show: boolean): void {
    if (show) {
      this.shown.add(column);
    } else {
      this.shown.delete(column);
    }
    remember(this.place(), [...this.shown]);
    this.apply();
  }

  private open(): void {
    const menu = document.createElement('div');
    menu.className = 'aoa-menu';
    menu.setAttribute('role', 'group');
    menu.setAttribute('aria-label', this.block.texts.get('columns'));
    this.headings.slice(1).forEach((heading) => {
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.value = id(heading);
      box.checked = this.shown.has(id(heading));
      label.append(box, ` ${heading.textContent ?? ''}`);
      menu.append(label);
    });
    this.block.part('.aoa-head')?.after(menu);
    this.button()?.setAttribute('aria-expanded', 'true');
    this.menu = menu;
    menu.querySelector('input')?.focus();
  }

  private close(): void {
    this.menu?.remove();
    this.menu = undefined;
    this.button()?.setAttribute('aria-expanded', 'false');
  }

  private button(): HTMLElement | null {
    return this.block.part('.aoa-columns');
  }

  private place(): string {
    const { page, block, parameters } = this.block.root.dataset;
    return `aoa-columns:${page}:${block}:${parameters}`;
  }
}

function id(heading: HTMLElement): string {
  return heading.dataset['column'] ?? '';
}

/** The columns chosen before; undefined when none were, or when the browser keeps nothing. */
function remembered(place: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(place) ?? 'null');
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined;
  } catch {
    return undefined;
  }
}

function remember(place: string, columns: readonly string[]): void {
  try {
    window.localStorage.setItem(place, JSON.stringify(columns));
  } catch {
    // full or forbidden: the choice lasts as long as the page
  }
}
