/** The words the server sent with a macro; a missing one shows as its key. */
export class Texts {
  private readonly words: Readonly<Record<string, string>>;

  constructor(json: string | undefined) {
    this.words = parse(json);
  }

  /** The text of the key, {0}, {1} … replaced. */
  get(key: string, ...values: (string | number)[]): string {
    return (this.words[key] ?? key).replace(/\{(\d)\}/g, (_place, index) => String(values[Number(index)] ?? ''));
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
