import assert from 'node:assert/strict';
import { beforeEach, test, type TestContext } from 'node:test';
import type { MacroBrowser } from '../src/host';
import { Texts } from '../src/texts';
import { ago, lasting, tellTimes } from '../src/time';
import { page } from './page';

beforeEach(() => {
  page('');
});

test('times are told in the language of the reader', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  assert.equal(ago(new Date('2026-11-23T11:46:00Z'), now, 'en'), '14 min. ago');
  assert.equal(ago(new Date('2026-11-20T12:00:00Z'), now, 'de'), 'vor 3 Tagen');
  assert.equal(lasting(new Date('2026-11-23T11:46:00Z'), now, 'en'), '14 min');
  assert.equal(lasting(new Date('2026-11-20T12:00:00Z'), now, 'de'), '3 Tg.');
  assert.equal(lasting(new Date('2026-11-23T12:00:05Z'), now, 'en'), '0 sec');
});

test('the absolute time stays in the title', () => {
  document.body.innerHTML = '<time datetime="2026-11-23T11:00:00Z">23 Nov 12:00</time><time datetime="nonsense">x</time>';
  tellTimes(document, new Date('2026-11-23T12:00:00Z'), 'en');
  const [time, broken] = document.querySelectorAll('time');
  assert.equal(time?.title, '23 Nov 12:00');
  assert.equal(time?.textContent, '1 hr. ago');
  assert.equal(broken?.textContent, 'x');
});

test('texts replace their argument, and a broken attribute shows keys', () => {
  assert.equal(new Texts('{"a":"{0} rows"}').get('a', 3), '3 rows');
  assert.equal(new Texts('{').get('a'), 'a');
});

function browser(): MacroBrowser & { set?: (parameter: unknown, options: unknown) => unknown } {
  const self: MacroBrowser & { set?: (parameter: unknown, options: unknown) => unknown } = {
    setMacroJsOverride(_macro, override) {
      self.set = (override as { fields: { string: { set: typeof self.set } } }).fields.string.set!;
    },
    ParameterFields: {
      enum: () => ({ input: [document.createElement('select')], setValue: () => undefined }),
      string: () => 'plain text',
    },
  };
  return self;
}

async function picked(t: TestContext, answer: Response): Promise<{ input: HTMLSelectElement[]; setValue(v: string): void }> {
  t.mock.method(globalThis, 'fetch', async () => answer);
  const host = browser();
  const panel = { registerInitHandler: () => undefined, registerButtonHandler: () => undefined };
  (window as unknown as { AJS: object }).AJS = {
    MacroBrowser: host,
    Confluence: { PropertyPanel: { Macro: panel } },
    contextPath: () => '/confluence',
  };
  const { picker } = await import('../src/editor');
  return picker(host, { name: 'set' }, {}) as { input: HTMLSelectElement[]; setValue(v: string): void };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('the picker offers the sets of the server and keeps a value that is gone', async (t) => {
  const field = await picked(t, Response.json({ sets: [{ key: 'hq', title: '<b>hq</b>', connection: 'c', applications: 3 }] }));
  field.setValue('old');
  await settle();
  await settle();
  const select = field.input[0]!;
  assert.deepEqual(Array.from(select.options, (option) => option.value), ['old', 'hq']);
  assert.equal(select.value, 'old');
  assert.equal(select.querySelector('b'), null);
});

test('the picker keeps what it has when the server refuses', async (t) => {
  const field = await picked(t, new Response('', { status: 401 }));
  field.setValue('hq');
  await settle();
  assert.equal(field.input[0]!.value, 'hq');
});
