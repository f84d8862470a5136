import type { Block } from './block';
import { element } from './patch';
import { fetchRows } from './rows-api';

/** The rows that a block came without: a page has the first of many until somebody wants to see more. */
export class Unsent {
  private fetching: Promise<boolean> | undefined;
  private gaps = false;

  /** @param take gets all rows in display order in place of those in the page */
  constructor(
    private readonly block: Block,
    private readonly take: (rows: HTMLElement[]) => void,
  ) {}

  /** Whether any are missing; of that kind: those hidden at first (`folded`), or more (`cut`). */
  missing(kind?: 'folded' | 'cut'): boolean {
    const more = this.gaps ? 'cut' : (this.block.part('.aoa-all')?.dataset['more'] ?? 'no');
    return kind === undefined ? more !== 'no' : more === kind;
  }

  /** A change named rows that nobody sent. */
  lost(): void {
    this.gaps = true;
  }

  /** Fetches them once; false when none is missing or the server does not answer well. */
  async fetch(): Promise<boolean> {
    if (!this.missing()) {
      return false;
    }
    this.fetching ??= this.fetchAll().finally(() => (this.fetching = undefined));
    return this.fetching;
  }

  private async fetchAll(): Promise<boolean> {
    const parameters = new URLSearchParams(this.block.root.dataset['parameters']);
    parameters.set('rows', 'all');
    const asked = { ...this.block.shown(), parameters: parameters.toString() };
    const answer = await fetchRows(asked);
    if (!answer) {
      this.block.away();
      return false;
    }
    this.gaps = false;
    this.block.whole(asked.parameters, answer);
    this.take(answer.rows.map(element).filter((row): row is HTMLElement => row !== undefined));
    return true;
  }
}
