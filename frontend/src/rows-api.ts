import { contextPath } from './host';

/** Rows of a block as the server draws them. */
export interface RowPage {
  /** The server's word for the state of these rows. */
  revision: string;
  /** How many rows there are altogether. */
  total: number;
  /** HTML of one row each, in display order. */
  rows: string[];
  /** What stands below all of them. */
  footerHtml: string;
}

export interface Asked {
  block: string;
  parameters: string;
  page: string;
}

const PAGE = 1_000;

/**
 * All rows of a block, page by page. What changed meanwhile comes with the next poll, because the
 * revision is that of the first page.
 *
 * @returns undefined when the server does not answer well
 */
export async function fetchRows(asked: Asked): Promise<RowPage | undefined> {
  let all: RowPage | undefined;
  do {
    const next = await fetchPage(asked, all?.rows.length ?? 0);
    if (!next || (next.rows.length === 0 && next.total > 0)) {
      return all && next ? all : undefined;
    }
    all = { ...next, revision: all?.revision ?? next.revision, rows: [...(all?.rows ?? []), ...next.rows] };
  } while (all.rows.length < all.total);
  return all;
}

async function fetchPage(asked: Asked, from: number): Promise<RowPage | undefined> {
  const search = new URLSearchParams(asked.parameters);
  search.set('from', String(from));
  search.set('count', String(PAGE));
  if (asked.page !== '') {
    search.set('page', asked.page);
  }
  try {
    const response = await fetch(`${contextPath()}/rest/aoa/1.0/blocks/${encodeURIComponent(asked.block)}/rows?${search}`, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
      redirect: 'manual',
    });
    return response.ok ? ((await response.json()) as RowPage) : undefined;
  } catch {
    return undefined;
  }
}
