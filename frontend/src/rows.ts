/** One row on the page, tree item or table row. */
export interface Row {
  readonly element: HTMLElement;
  readonly id: string;
  readonly level: number;
  /** Hidden at first by the server. */
  readonly folds: boolean;
  readonly expandable: boolean;
}

export function rowsOf(body: Element): Row[] {
  return Array.from(body.children)
    .filter((child): child is HTMLElement => child instanceof HTMLElement && child.dataset['row'] !== undefined)
    .map((element) => ({
      element,
      id: element.dataset['row'] ?? '',
      level: Number(element.dataset['level'] ?? '1'),
      folds: folds(element),
      expandable: element.dataset['expandable'] === 'true',
    }));
}

/** The class goes once the script decides what is seen; the mark stays until the server sends the row anew. */
function folds(element: HTMLElement): boolean {
  if (element.classList.contains('aoa-folded')) {
    element.dataset['folds'] = 'true';
  }
  return element.dataset['folds'] === 'true';
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
  const keep = rows.map((row) => (row.element.textContent ?? '').toLocaleLowerCase().includes(wanted));
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
