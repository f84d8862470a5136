import { contextPath } from './host';

/** What the page shows of a block, as the server asks for it. */
export interface Shown {
  id: string;
  block: string;
  /** The macro's parameters as a query string. */
  parameters: string;
  /** Id of the page it stands on, empty for none. */
  page: string;
  /** The server's word for the state shown; empty asks for everything. */
  revision: string;
}

/** What the page has to change of a block. */
export interface Change {
  id: string;
  revision: string;
  title: string;
  summaryHtml: string;
  noticesHtml: string;
  stampHtml: string;
  footerHtml: string;
  /** The whole body; only when the page has to take it anew. */
  bodyHtml?: string;
  /** Ids of all rows in display order; only when rows came, went or moved. */
  order?: string[];
  /** Only the rows whose HTML changed, by id. */
  rows: Record<string, string>;
}

/** A block can no longer be shown. */
export interface Failure {
  id: string;
  error: { status: number; message: string; action: string };
}

/** Connections and as of when the server knows them. */
export type Moments = ReadonlyMap<string, string>;

export type Answer =
  | { kind: 'well'; blocks: (Change | Failure)[]; asOf: Moments }
  | { kind: 'signed-out' }
  | { kind: 'away' };

/** The most blocks that the server takes at once. */
export const MOST_BLOCKS = 100;

/** Asks what changed of at most MOST_BLOCKS blocks. Never throws. */
export async function fetchChanges(blocks: readonly Shown[]): Promise<Answer> {
  try {
    const response = await fetch(`${contextPath()}/rest/aoa/1.0/live`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
      body: JSON.stringify({ blocks }),
      redirect: 'manual',
    });
    return await answer(response);
  } catch {
    return { kind: 'away' };
  }
}

/** While the app is being replaced the host answers 404 or 503, perhaps with a page of its own. */
async function answer(response: Response): Promise<Answer> {
  const asOf = moments(response.headers.get('X-As-Of'));
  if (response.status === 204) {
    return { kind: 'well', blocks: [], asOf };
  }
  if (response.ok) {
    const { blocks } = (await response.json()) as { blocks: (Change | Failure)[] };
    return { kind: 'well', blocks, asOf };
  }
  if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') {
    return { kind: 'signed-out' };
  }
  return { kind: 'away' };
}

function moments(header: string | null): Moments {
  const pairs = (header ?? '').split(',').filter((pair) => pair.includes('='));
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}
