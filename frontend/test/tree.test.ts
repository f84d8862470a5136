import assert from 'node:assert/strict';
import { beforeEach, test, type TestContext } from 'node:test';
import { TreeBlock } from '../src/tree-block';
import { page, rowHtml, shown, treeHtml } from './page';

const view = { revision: 8, asOf: null, stampHtml: 'now', summaryHtml: 'sum', footerHtml: 'foot' };

function block(): HTMLElement {
  return document.querySelector<HTMLElement>('.aoa')!;
}

function row(id: string): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-row="${id}"]`)!;
}

function press(id: string, key: string): void {
  row(id).dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Answers every request with the response; gives back the addresses asked. */
function serve(t: TestContext, answer: () => Response | Error): string[] {
  const asked: string[] = [];
  t.mock.method(globalThis, 'fetch', async (url: string) => {
    asked.push(url);
    const response = answer();
    if (response instanceof Error) {
      throw response;
    }
    return response;
  });
  return asked;
}

/** Lets one poll happen, and all that follows from its answer. */
async function poll(): Promise<void> {
  const pending = timers.splice(0);
  pending.forEach((run) => run());
  for (let i = 0; i < 20; i++) {
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

let timers: (() => void)[] = [];
let delays: number[] = [];

beforeEach(() => {
  const dom = page(treeHtml());
  timers = [];
  delays = [];
  dom.window.setInterval = (() => 0) as unknown as typeof dom.window.setInterval;
  dom.window.setTimeout = ((run: () => void, delay: number) => {
    timers.push(run);
    delays.push(delay);
    return timers.length;
  }) as unknown as typeof dom.window.setTimeout;
});

test('folded and closed rows are hidden at first', () => {
  new TreeBlock(block()).start();
  assert.deepEqual(shown(), ['root', 'a', 'a1', 'b']);
});

test('show all shows every row and takes the offer away', () => {
  new TreeBlock(block()).start();
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  assert.deepEqual(shown(), ['root', 'a', 'a1', 'a2', 'b', 'b1']);
  assert.equal(document.querySelector<HTMLElement>('.aoa-foot')!.hidden, true);
});

test('arrow right opens a closed row, then goes into it; arrow left goes back and closes', () => {
  new TreeBlock(block()).start();
  press('b', 'ArrowRight');
  assert.ok(shown().includes('b1'));
  assert.equal(row('b').getAttribute('aria-expanded'), 'true');
  press('b', 'ArrowRight');
  assert.equal(document.activeElement, row('b1'));
  press('b1', 'ArrowLeft');
  assert.equal(document.activeElement, row('b'));
  press('b', 'ArrowLeft');
  assert.ok(!shown().includes('b1'));
});

test('home, end, up and down move over visible rows only, and one row is in the tab order', () => {
  new TreeBlock(block()).start();
  press('root', 'End');
  assert.equal(document.activeElement, row('b'));
  press('b', 'ArrowUp');
  assert.equal(document.activeElement, row('a1'));
  press('a1', 'Home');
  assert.equal(document.activeElement, row('root'));
  press('root', 'ArrowDown');
  assert.equal(document.activeElement, row('a'));
  assert.equal(document.querySelectorAll('[data-row][tabindex="0"]').length, 1);
});

test('the filter finds folded rows and keeps the way to them', () => {
  new TreeBlock(block()).start();
  const filter = document.querySelector<HTMLInputElement>('.aoa-filter')!;
  filter.value = 'NAME-B1';
  filter.dispatchEvent(new window.Event('input'));
  assert.deepEqual(shown(), ['root', 'b', 'b1']);
});

test('an update replaces only changed rows, keeps what the reader opened, and is announced', async (t) => {
  const asked = serve(t, () => Response.json({ ...view, rows: { a1: rowHtml('a1', 3, false, false, false).replace('name-a1', 'new') } }));
  new TreeBlock(block()).start();
  press('b', 'ArrowRight');
  const untouched = row('root');
  await poll();
  assert.match(asked[0] ?? '', /\/rest\/aoa\/1\.0\/sets\/hq\/view\?since=7&layout=tree&depth=0&show=attention&environment=$/);
  assert.match(row('a1').textContent ?? '', /new/);
  assert.ok(row('a1').classList.contains('aoa-changed'));
  assert.equal(row('root'), untouched);
  assert.ok(shown().includes('b1'));
  assert.equal(document.querySelector('.aoa-say')!.textContent, '1 changed');
  assert.equal(document.querySelector('.aoa-stamp')!.textContent, 'now');
});

test('what was folded stays folded after an update', async (t) => {
  serve(t, () => Response.json({ ...view, rows: { a1: rowHtml('a1', 3, false, false, false) } }));
  new TreeBlock(block()).start();
  const before = shown();
  await poll();
  assert.deepEqual(shown(), before);
  assert.ok(!before.includes('a2'));
});

test('rows come, move and go by the order', async (t) => {
  serve(t, () => Response.json({ ...view, order: ['root', 'b', 'b1', 'c'], rows: { c: rowHtml('c', 2, false, false, false) } }));
  new TreeBlock(block()).start();
  await poll();
  assert.deepEqual(
    Array.from(document.querySelectorAll<HTMLElement>('[data-row]'), (element) => element.dataset['row']),
    ['root', 'b', 'b1', 'c'],
  );
});

test('when nothing is newer only the stamp moves on', async (t) => {
  serve(t, () => new Response(null, { status: 204, headers: { 'X-As-Of': '2026-11-23T12:00:30Z' } }));
  new TreeBlock(block()).start();
  await poll();
  assert.equal(document.querySelector<HTMLTimeElement>('.aoa-asof')!.dateTime, '2026-11-23T12:00:30Z');
});

test('a reader who is signed out is told so', async (t) => {
  serve(t, () => new Response('{}', { status: 401 }));
  new TreeBlock(block()).start();
  await poll();
  const notice = document.querySelector<HTMLElement>('.aoa-notice')!;
  assert.equal(notice.textContent, 'Sign in');
  assert.equal(notice.hidden, false);
});

test('while nobody answers it asks less often, and recovers', async (t) => {
  let answer: () => Response | Error = () => new Error('no network');
  serve(t, () => answer());
  new TreeBlock(block()).start();
  await poll();
  await poll();
  assert.deepEqual(delays, [2000, 4000, 8000]);
  assert.equal(document.querySelector('.aoa-notice')!.textContent, 'Away');
  answer = () => new Response(null, { status: 204 });
  await poll();
  assert.equal(delays[3], 2000);
  assert.equal(document.querySelector<HTMLElement>('.aoa-notice')!.hidden, true);
});

test('a preview does not ask', () => {
  block().dataset['preview'] = 'true';
  new TreeBlock(block()).start();
  assert.deepEqual(delays, []);
});
