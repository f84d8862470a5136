import { contextPath } from '../host';

/** From where to where a service goes. */
export interface Route {
  set: string;
  service: string;
  from: string;
  to: string;
}

export interface Gate {
  name: string;
  open: boolean;
  reason: string;
  nextOpening: string | null;
}

/** What a promotion would be; nothing of it has happened. */
export interface Plan {
  digest: string;
  edits: { repository: string; branch: string; path: string; diff: string }[];
  gates: Gate[];
  blockers: { code: string; reason: string }[];
  between: { commits: number; stories: string[] } | null;
  mayRequest: boolean;
  whyNot: string | null;
}

/** What comes with a request. */
export interface Wish {
  digest: string;
  reason: string;
  page: string;
  idempotencyKey: string;
}

export type Answer<T> =
  | { kind: 'ok'; value: T }
  /** The server will not, and says why; `reason` is its word for that, empty when it has none. */
  | { kind: 'refused'; status: number; reason: string; message: string; action: string }
  | { kind: 'signed-out' }
  | { kind: 'away' };

/** What the route would bring. Reads Git, so it takes a while. */
export function plan(route: Route, page: string): Promise<Answer<Plan>> {
  return post('plan', { ...route, page });
}

export function request(route: Route, wish: Wish): Promise<Answer<unknown>> {
  return post('', { ...route, ...wish });
}

/** What taking a promotion back would be. */
export function planBack(id: string, page: string): Promise<Answer<Plan>> {
  return post(`${encodeURIComponent(id)}/rollback/plan`, { page });
}

export function requestBack(id: string, wish: Wish): Promise<Answer<unknown>> {
  return post(`${encodeURIComponent(id)}/rollback`, wish);
}

/** Says approve, reject or cancel to a promotion. */
export function say(
  act: 'approve' | 'reject' | 'cancel',
  id: string,
  word: { digest: string; comment: string; page: string },
): Promise<Answer<unknown>> {
  return post(`${encodeURIComponent(id)}/${act}`, word);
}

/** Never throws. */
async function post<T>(path: string, body: object): Promise<Answer<T>> {
  try {
    const response = await fetch(`${contextPath()}/rest/aoa/1.0/promotions${path === '' ? '' : `/${path}`}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
      body: JSON.stringify(body),
      redirect: 'manual',
    });
    if (response.status === 401 || response.type === 'opaqueredirect') {
      return { kind: 'signed-out' };
    }
    const said = (await response.json().catch(() => undefined)) as
      | (T & { kind?: string; detail?: string; action?: string })
      | undefined;
    if (response.ok && said !== undefined) {
      return { kind: 'ok', value: said };
    }
    return said?.detail
      ? { kind: 'refused', status: response.status, reason: said.kind ?? '', message: said.detail, action: said.action ?? '' }
      : { kind: 'away' };
  } catch {
    return { kind: 'away' };
  }
}

/** A key that no other intent has; also where the browser knows no random UUID, as over plain http. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
