import { h } from './dom';
import type { Page } from './page';

/** Anything that stands in a list whose order matters. */
export interface Item {
  readonly element: HTMLElement;
  /** What the item is called at the moment, for those who do not see where it stands. */
  name(): string;
}

/** A list whose items are moved up and down and taken away by buttons; the focus stays with the moved item. */
export class OrderedList<T extends Item> {
  readonly element = h('ol', { class: 'aoa-a-order' });
  private items: T[] = [];

  /** @param changed called after each move, removal or addition */
  constructor(
    private readonly page: Page,
    private readonly changed: () => void,
  ) {}

  get all(): readonly T[] {
    return this.items;
  }

  /** Adds without telling: for what was there before. */
  append(item: T): HTMLElement {
    this.items.push(item);
    const row = h('li', { class: 'aoa-a-order-item' });
    row.append(item.element, this.buttons(item));
    this.element.append(row);
    this.mark();
    return row;
  }

  add(item: T): void {
    this.append(item);
    item.element.querySelector<HTMLElement>('input, select')?.focus();
    this.changed();
  }

  private buttons(item: T): HTMLElement {
    const t = this.page.texts;
    const make = (key: string, sign: string, work: (button: HTMLButtonElement) => void) => {
      const button = h('button', { type: 'button', class: 'aui-button aui-button-subtle', 'data-move': key }, h('span', { 'aria-hidden': 'true' }, sign));
      const label = () => button.setAttribute('aria-label', t.get(`order.${key}`, item.name()));
      label();
      button.addEventListener('focus', label);
      button.addEventListener('click', () => work(button));
      button.title = t.get(`order.${key}.short`);
      return button;
    };
    return h(
      'span',
      { class: 'aoa-a-order-buttons' },
      make('up', '↑', (button) => this.move(item, -1, button)),
      make('down', '↓', (button) => this.move(item, 1, button)),
      make('remove', '✕', () => this.remove(item)),
    );
  }

  private move(item: T, by: -1 | 1, button: HTMLButtonElement): void {
    const from = this.items.indexOf(item);
    const to = from + by;
    const row = this.element.children[from];
    const other = this.element.children[to];
    if (!row || !other) {
      return;
    }
    this.items.splice(from, 1);
    this.items.splice(to, 0, item);
    if (by < 0) {
      other.before(row);
    } else {
      other.after(row);
    }
    this.mark();
    button.focus();
    this.page.say(this.page.texts.get('order.moved', item.name(), to + 1, this.items.length));
    this.changed();
  }

  private remove(item: T): void {
    const at = this.items.indexOf(item);
    this.page.say(this.page.texts.get('order.removed', item.name()));
    this.items.splice(at, 1);
    this.element.children[at]?.remove();
    const next = this.element.children[Math.min(at, this.items.length - 1)];
    const focus = next?.querySelector<HTMLElement>(own('remove')) ?? this.element.parentElement?.querySelector<HTMLElement>('[data-add]');
    focus?.focus();
    this.mark();
    this.changed();
  }

  /** The ends cannot go further; their buttons stay reachable, so that the focus is not lost at the end of the way. */
  private mark(): void {
    const last = this.items.length - 1;
    [...this.element.children].forEach((row, index) => {
      row.querySelector(own('up'))?.setAttribute('aria-disabled', String(index === 0));
      row.querySelector(own('down'))?.setAttribute('aria-disabled', String(index === last));
    });
  }
}

/** The item's own button: an item may hold a list itself. */
function own(move: string): string {
  return `:scope > .aoa-a-order-buttons > [data-move=${move}]`;
}
