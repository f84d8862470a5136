import { contextPath } from './host';

/** What the server says about a tree that the page already shows. */
export interface View {
  revision: number;
  asOf: string | null;
  stampHtml: string;
  summaryHtml: string;
  footerHtml: string;
  /** Ids of all rows in display order; only when rows came, went or moved. */
  order?: string[];
  /** Only the rows whose HTML changed, by id. */
  rows: Record<string, string>;
}

export type Answer =
  | { kind: 'new'; view: View }
  | { kind: 'same'; asOf: string | null }
  | { kind: 'signed-out' }
  | { kind: 'gone'; message: string }
  | { kind: 'away' };

/** Parameters of the macro, as the server wrote them on the page. */
export interface Query {
  set: string;
  layout: string;
  depth: string;
  show: string;
  environment: string;
}

/** Asks for what changed since a revision; 0 asks for everything. Never throws. */
export async function fetchView(query: Query, since: number): Promise<Answer> {
  const { set, ...rest } = query;
  const search = new URLSearchParams({ since: String(since), ...rest });
  const url = `${contextPath()}/rest/aoa/1.0/sets/${encodeURIComponent(set)}/view?${search}`;
  try {
    const response = await fetch(url, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
      redirect: 'manual',
    });
    return await answer(response);
  } catch {
    return { kind: 'away' };
  }
}

async function answer(response: Response): Promise<Answer> {
  if (response.status === 204) {
    return { kind: 'same', asOf: response.headers.get('X-As-Of') };
  }
  if (response.ok) {
    return { kind: 'new', view: (await response.json()) as View };
  }
  if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') {
    return { kind: 'signed-out' };
  }
  if (response.status === 400 || response.status === 404) {
    return { kind: 'gone', message: await message(response) };
  }
  return { kind: 'away' };
}

async function message(response: Response): Promise<string> {
  try {
    return ((await response.json()) as { message?: string }).message ?? '';
  } catch {
    return '';
  }
}
