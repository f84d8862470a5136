import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';

interface Handlers {
  init: Record<string, (node: HTMLElement, buttons: (Button | null)[]) => void>;
  buttons: Record<string, (event: unknown, node: HTMLElement) => void>;
}

interface Button {
  parameterName?: string;
  selected?: boolean;
}

/** The editor as Confluence has it, as far as the buttons use it. */
async function editor(): Promise<{ handlers: Handlers; inserted: object[]; steps: string[] }> {
  const { window } = new JSDOM('<!doctype html>');
  const handlers: Handlers = { init: {}, buttons: {} };
  const inserted: object[] = [];
  const steps: string[] = [];
  Object.assign(globalThis, { window, document: window.document });
  Object.assign(window, {
    Confluence: {
      Editor: { getContentId: () => '7' },
      MacroParameterSerializer: {
        deserialize: (text: string) => Object.fromEntries(text.split('|').filter(Boolean).map((pair) => pair.split('='))),
      },
    },
    tinymce: { confluence: { MacroUtils: { insertMacro: (request: object) => inserted.push(request) } } },
    AJS: {
      Rte: {
        getEditor: () => ({ selection: { select: () => steps.push('select') } }),
        BookmarkManager: { storeBookmark: () => steps.push('bookmark') },
      },
      Confluence: {
        PropertyPanel: {
          Macro: {
            registerInitHandler: (handler: Handlers['init'][string], macro: string) => {
              handlers.init[macro] = handler;
            },
            registerButtonHandler: (id: string, handler: Handlers['buttons'][string], macro: string) => {
              handlers.buttons[`${macro} ${id}`] = handler;
            },
          },
        },
      },
    },
  });
  const { registerPanel } = await import('../src/property-panel');
  registerPanel();
  return { handlers, inserted, steps };
}

function node(parameters: string): HTMLElement {
  const image = document.createElement('img');
  image.setAttribute('data-macro-parameters', parameters);
  return image;
}

test('a button puts the macro anew with its value, where the macro stands', async () => {
  const { handlers, inserted, steps } = await editor();
  handlers.buttons['aoa-tree aoa-show-all']!({}, node('set=hq|depth=2'));
  assert.deepEqual(inserted, [
    { contentId: '7', macro: { name: 'aoa-tree', params: { set: 'hq', depth: '2', show: 'all' }, defaultParameterValue: '', body: '' } },
  ]);
  assert.deepEqual(steps, ['select', 'bookmark']);
});

test('what the macro does anyway is not written', async () => {
  const { handlers, inserted } = await editor();
  handlers.buttons['aoa-drift aoa-form-list']!({}, node('set=hq|form=badge'));
  assert.deepEqual((inserted[0] as { macro: { params: object } }).macro.params, { set: 'hq' });
});

test('the buttons say what the macro has, gaps stay', async () => {
  const { handlers } = await editor();
  const buttons: (Button | null)[] = [
    { parameterName: 'aoa-show-attention' },
    { parameterName: 'aoa-show-all' },
    null,
    { parameterName: 'aoa-layout-tree' },
    { parameterName: 'aoa-layout-table' },
  ];
  handlers.init['aoa-tree']!(node('set=hq|layout=table'), buttons);
  assert.deepEqual(
    buttons.map((button) => button?.selected),
    [true, false, undefined, false, true],
  );
});
