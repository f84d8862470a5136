/** The few things of the host's page that the scripts use. */
interface Host {
  contextPath?: () => string;
  MacroBrowser?: MacroBrowser;
  Confluence?: { PropertyPanel?: { Macro?: PropertyPanel } };
  Rte?: {
    getEditor(): { selection: { select(node: MacroNode): void } };
    BookmarkManager: { storeBookmark(): void };
  };
}

/** The part of the macro browser that the picker needs. */
export interface MacroBrowser {
  setMacroJsOverride(macro: string, override: object): void;
  Field?: (input: unknown, options: unknown) => unknown;
  ParameterFields: Record<string, (parameter: unknown, options: unknown) => unknown>;
}

/** The image that stands for a macro in the editor. */
export type MacroNode = HTMLElement;

/** A button of the panel that opens when somebody clicks on a macro in the editor. */
export interface PanelButton {
  parameterName?: string;
  selected?: boolean;
}

/** The panel below macros in the editor. */
export interface PropertyPanel {
  registerButtonHandler(id: string, handler: (event: unknown, node: MacroNode) => void, macro: string): void;
  registerInitHandler(handler: (node: MacroNode, buttons: (PanelButton | null)[]) => void, macro: string): void;
}

interface Editor {
  Confluence?: {
    Editor: { getContentId(): string };
    MacroParameterSerializer: { deserialize(text: string): Record<string, string> };
  };
  tinymce?: { confluence: { MacroUtils: { insertMacro(request: object): void } } };
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

export function propertyPanel(): PropertyPanel | undefined {
  return host().Confluence?.PropertyPanel?.Macro;
}

const TRY_EVERY_MILLIS = 250;
const MOST_TRIES = 240;

/** Hands over a part of the host's page as soon as it is there: its script may come after ours. Gives up after a minute. */
export function whenThere<T>(find: () => T | undefined, then: (found: T) => void, tries = MOST_TRIES): void {
  const found = find();
  if (found !== undefined) {
    then(found);
  } else if (tries > 1) {
    window.setTimeout(() => whenThere(find, then, tries - 1), TRY_EVERY_MILLIS);
  }
}

/** What the editor offers to change a macro that stands in it. */
export function rte(): {
  parameters(node: MacroNode): Record<string, string>;
  replace(node: MacroNode, name: string, params: Record<string, string>): void;
} {
  const editor = window as unknown as Editor;
  return {
    parameters: (node) =>
      editor.Confluence?.MacroParameterSerializer.deserialize(node.getAttribute('data-macro-parameters') ?? '') ?? {},
    replace: (node, name, params) => {
      const rich = host().Rte;
      rich?.getEditor().selection.select(node);
      rich?.BookmarkManager.storeBookmark();
      editor.tinymce?.confluence.MacroUtils.insertMacro({
        contentId: editor.Confluence?.Editor.getContentId(),
        macro: { name, params, defaultParameterValue: node.getAttribute('data-macro-default-parameter') ?? '', body: '' },
      });
    },
  };
}
