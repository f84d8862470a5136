/** One row of a tree, in the page or not. */
export class Row {
  readonly id: string;
  readonly level: number;
  /** Hidden at first by the server. */
  readonly folds: boolean;
  readonly expandable: boolean;
  private words: string | undefined;

  constructor(readonly element: HTMLElement) {
    this.id = element.dataset['row'] ?? '';
    this.level = Number(element.dataset['level'] ?? '1');
    this.folds = element.classList.contains('aoa-folded') || element.dataset['folds'] === 'true';
    this.expandable = element.dataset['expandable'] === 'true';
    // The class goes once the script decides what is seen; the mark stays until the server sends the row anew.
    element.dataset['folds'] = String(this.folds);
    element.classList.remove('aoa-folded');
  }

  /** All that can be read in the row, in lower case. */
  get text(): string {
    return (this.words ??= (this.element.textContent ?? '').toLocaleLowerCase());
  }

  get name(): string {
    return this.element.querySelector('.aoa-name')?.textContent?.trim() ?? '';
  }
}

export function rowsOf(body: Element): Row[] {
  return Array.from(body.children)
    .filter((child): child is HTMLElement => child instanceof HTMLElement && child.dataset['row'] !== undefined)
    .map((element) => new Row(element));
}

/** What the reader has done to the tree. */
export interface Wishes {
  /** Rows opened or closed by hand. */
  readonly opened: ReadonlyMap<string, boolean>;
  readonly all: boolean;
  readonly filter: string;
}

/**
 * Which rows are to be seen, in the order of the rows. A filter looks into folded and closed parts
 * too, and keeps the way to what it finds.
 */
export function visible(rows: readonly Row[], wishes: Wishes): boolean[] {
  return wishes.filter === '' ? unfiltered(rows, wishes) : filtered(rows, wishes.filter);
}

/** Whether a row stands open, by hand or as the server sent it. */
export function isOpen(row: Row, wishes: Wishes): boolean {
  return wishes.opened.get(row.id) ?? (wishes.all || row.element.dataset['open'] === 'true');
}

function unfiltered(rows: readonly Row[], wishes: Wishes): boolean[] {
  const way: { level: number; shows: boolean; byHand: boolean }[] = [];
  return rows.map((row) => {
    while (way.length > 0 && (way[way.length - 1]?.level ?? 0) >= row.level) {
      way.pop();
    }
    const parent = way[way.length - 1];
    const unfolded = !row.folds || wishes.all || (parent?.byHand ?? false);
    const shows = (parent?.shows ?? true) && unfolded;
    way.push({
      level: row.level,
      shows: shows && isOpen(row, wishes),
      byHand: wishes.opened.get(row.id) === true,
    });
    return shows;
  });
}

function filtered(rows: readonly Row[], filter: string): boolean[] {
  const wanted = filter.toLocaleLowerCase();
  const keep = rows.map((row) => row.text.includes(wanted));
  let needed = 0;
  for (let i = rows.length - 1; i >= 0; i--) {
    const level = rows[i]?.level ?? 1;
    if (keep[i] || level === needed) {
      keep[i] = true;
      needed = level - 1;
    } else if (level < needed) {
      needed = 0;
    }
  }
  return keep;
}

/** Place among the siblings that are seen, from 1, and how many of them there are. */
export interface Position {
  readonly at: number;
  of: { count: number };
}

/** The position of each row of a tree in display order, by their levels. */
export function positions(levels: readonly number[]): Position[] {
  const open: { level: number; siblings: { count: number } }[] = [];
  return levels.map((level) => {
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) > level) {
      open.pop();
    }
    let last = open[open.length - 1];
    if (last?.level !== level) {
      last = { level, siblings: { count: 0 } };
      open.push(last);
    }
    return { at: ++last.siblings.count, of: last.siblings };
  });
}
