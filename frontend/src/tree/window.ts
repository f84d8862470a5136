/** Which rows of a long list are to be in the page. */
export interface Window {
  /** Index of the first row that is. */
  readonly from: number;
  /** Index after the last one. */
  readonly to: number;
}

/** Up to so many rows are all in the page: reading and finding in them needs no script. */
export const SHORT = 200;

/** Rows beyond both edges, so that scrolling a little shows no gap. */
const BEYOND = 15;

/** The window over so many rows of one height (pixels), in steps, so that few scrolls change it. */
export function windowOf(count: number, scrolled: number, height: number, rowHeight: number): Window {
  if (count <= SHORT) {
    return { from: 0, to: count };
  }
  const first = Math.max(0, Math.min(Math.floor(scrolled / rowHeight), count - 1));
  const seen = Math.ceil(height / rowHeight) + 1;
  const from = Math.max(0, first - BEYOND);
  return { from: from - (from % 5), to: Math.min(count, first + seen + BEYOND) };
}

/** Where to scroll so that the row can be seen whole; the same when it can be already. */
export function scrolledTo(index: number, scrolled: number, height: number, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < scrolled) {
    return top;
  }
  return top + rowHeight > scrolled + height ? top + rowHeight - height : scrolled;
}
