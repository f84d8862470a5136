import type { Block, Rows } from './block';
import type { Change } from './live-api';
import { Patch } from './patch';
import { Unsent } from './unsent';

/** Rows below each other, in the order of the server: those of a list, the words of a badge. */
export class ListRows implements Rows {
  protected readonly unsent: Unsent;

  constructor(protected readonly block: Block) {
    this.unsent = new Unsent(block, (rows) => this.body().replaceChildren(...rows));
  }

  read(): void {
    // They are as they came.
  }

  patch(change: Pick<Change, 'rows' | 'order'>): number {
    const changed = new Patch(this.body()).apply(change);
    if (change.order && this.rows().length < change.order.length) {
      this.unsent.lost();
      void this.whole();
    }
    this.read();
    return changed;
  }

  filter(_text: string): number {
    return this.rows().length;
  }

  click(event: Event): boolean {
    const all = (event.target as Element).closest('.aoa-all') !== null;
    if (all) {
      void this.showAll();
    }
    return all;
  }

  key(_event: KeyboardEvent): void {
    // Nothing in them needs keys of its own.
  }

  focus(id: string): void {
    const row = this.rows().find((one) => one.dataset['row'] === id);
    row?.querySelector<HTMLElement>('a, button')?.focus();
  }

  /** All rows in the page. */
  protected rows(): HTMLElement[] {
    return Array.from(this.body().children).filter((child): child is HTMLElement => child instanceof HTMLElement);
  }

  protected body(): HTMLElement {
    return this.block.part('.aoa-rows') ?? this.block.root;
  }

  /** Fetches what the page came without. */
  protected async whole(): Promise<void> {
    if (await this.unsent.fetch()) {
      this.read();
    }
  }

  private async showAll(): Promise<void> {
    const before = this.rows().length;
    await this.whole();
    const next = this.rows()[before];
    if (next) {
      // The button is gone: reading goes on at the first row that came.
      next.tabIndex = -1;
      next.focus({ preventScroll: true });
      this.block.say(this.block.texts.get('found', this.rows().length));
    }
  }
}
