/** The words the server sent with a macro; a missing one shows as its key. */
export class Texts {
  private readonly words: Readonly<Record<string, string>>;

  constructor(json: string | undefined) {
    this.words = parse(json);
  }

  /** The text of the key, {0} replaced. */
  get(key: string, argument: string | number = ''): string {
    return (this.words[key] ?? key).replace('{0}', String(argument));
  }
}

function parse(json: string | undefined): Record<string, string> {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}
