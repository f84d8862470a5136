/** The few things of the host's page that the scripts use. */
interface Host {
  contextPath?: () => string;
  MacroBrowser?: MacroBrowser;
}

/** The part of the macro browser that the picker needs. */
export interface MacroBrowser {
  setMacroJsOverride(macro: string, override: object): void;
  Field?: (input: unknown, options: unknown) => unknown;
  ParameterFields: Record<string, (parameter: unknown, options: unknown) => unknown>;
}

function host(): Host {
  return (window as unknown as { AJS?: Host }).AJS ?? {};
}

/** Path under which the host lives, empty for the root. */
export function contextPath(): string {
  return host().contextPath?.() ?? '';
}

export function macroBrowser(): MacroBrowser | undefined {
  return host().MacroBrowser;
}
