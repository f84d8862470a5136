/** One question to the server and every way in which it can end. Never throws. */

export interface FieldError {
  field: string;
  message: string;
}

export type Result<T> =
  | { kind: 'ok'; value: T }
  /** The form is wrong, by fields. */
  | { kind: 'invalid'; errors: FieldError[] }
  /** The server will not or cannot do it, and says why, if it can. */
  | { kind: 'refused'; status: number; message: string }
  /** The password was not confirmed again. */
  | { kind: 'locked' }
  | { kind: 'away' };

export interface Options {
  body?: unknown;
  /** Media type of the body; JSON unless told. The body is then sent as it is. */
  type?: string;
  /** The version of the configuration that the person has seen; another one is a conflict. */
  version?: number | undefined;
  /** Nobody waits for the answer: do not ask for the password. */
  quiet?: boolean;
  /** The value is wanted as it is, as a `Blob`. */
  file?: boolean;
}

/** The longest the server takes is a minute, to try a repository. */
const LIMIT_MS = 70_000;

/** Signed out, or the secure session has ended: both end at the password. */
const LOCKED = 401;

interface Reply {
  status: number;
  text: string;
  isJson: boolean;
  file: Blob | undefined;
}

export class Http {
  private readonly base: string;
  private readonly unlock: () => Promise<boolean>;

  /**
   * @param base address below which the resources are, without a slash at the end
   * @param unlock asks the person to confirm the password; true when the question may be asked again
   */
  constructor(base: string, unlock: () => Promise<boolean>) {
    this.base = base;
    this.unlock = unlock;
  }

  get<T>(path: string, quiet = false): Promise<Result<T>> {
    return this.send<T>('GET', path, { quiet });
  }

  /** What a resource answers, of whatever type, to be kept as a file. */
  file(path: string): Promise<Result<Blob>> {
    return this.send<Blob>('GET', path, { file: true });
  }

  async send<T>(method: string, path: string, options: Options = {}): Promise<Result<T>> {
    for (;;) {
      const reply = await this.ask(method, path, options);
      if (reply === undefined) {
        return { kind: 'away' };
      }
      if (reply.status !== LOCKED) {
        return result<T>(reply);
      }
      if (options.quiet || !(await this.unlock())) {
        return { kind: 'locked' };
      }
    }
  }

  /** The address of a resource, for a link. */
  address(path: string): string {
    return `${this.base}/${path}`;
  }

  private async ask(method: string, path: string, options: Options): Promise<Reply | undefined> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), LIMIT_MS);
    const headers: Record<string, string> = { Accept: '*/*', 'X-Atlassian-Token': 'no-check' };
    const init: RequestInit = { method, headers, credentials: 'same-origin', redirect: 'manual', signal: stop.signal };
    if (options.version !== undefined) {
      headers['If-Match'] = `"${options.version}"`;
    }
    if (options.body !== undefined) {
      headers['Content-Type'] = options.type ?? 'application/json';
      init.body = options.type ? String(options.body) : JSON.stringify(options.body);
    }
    try {
      const response = await fetch(this.address(path), init);
      const isFile = options.file === true && response.ok;
      return {
        // a redirect leads to the log-in page
        status: response.type === 'opaqueredirect' ? LOCKED : response.status,
        file: isFile ? await response.blob() : undefined,
        text: isFile ? '' : await response.text(),
        isJson: (response.headers.get('Content-Type') ?? '').includes('json'),
      };
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}

function result<T>(reply: Reply): Result<T> {
  const json = reply.isJson ? parse(reply.text) : undefined;
  if (reply.status >= 200 && reply.status < 300) {
    return { kind: 'ok', value: (reply.file ?? (reply.isJson ? json : reply.text)) as T };
  }
  // Confluence itself says `message` where it refuses before the app is asked
  const told = (json ?? {}) as { errors?: FieldError[]; detail?: string; message?: string; action?: string };
  if (reply.status === 400 && Array.isArray(told.errors) && told.errors.length > 0) {
    return { kind: 'invalid', errors: told.errors };
  }
  return { kind: 'refused', status: reply.status, message: [told.detail ?? told.message, told.action].filter(Boolean).join(' ') };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
