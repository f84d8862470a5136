import assert from 'node:assert/strict';
import { beforeEach, test, type TestContext } from 'node:test';
import { Block } from '../src/block';
import { Live } from '../src/live';
import { page, rowHtml, shown, tableBody, tableRow, treeHtml } from './page';

const news = { id: '0', revision: '8.ab', title: 'hq', stampHtml: 'now', summaryHtml: 'sum', noticesHtml: '', footerHtml: 'foot' };

function changes(change: object): Response {
  return Response.json({ blocks: [{ ...news, ...change }] });
}

/** Starts the block and its polls. */
function start(): void {
  const live = new Live();
  const one = new Block(block(), live);
  one.start();
  live.add(one);
}

function block(): HTMLElement {
  return document.querySelector<HTMLElement>('.aoa')!;
}

function row(id: string): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-row="${id}"]`)!;
}

function press(id: string, key: string): void {
  row(id).dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Answers every request with the response; gives back addresses and bodies asked. */
function serve(t: TestContext, answer: () => Response | Error): [string, unknown][] {
  const asked: [string, unknown][] = [];
  t.mock.method(globalThis, 'fetch', async (url: string, request: RequestInit) => {
    asked.push([url, JSON.parse(String(request.body))]);
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

beforeEach((t) => {
  (t as TestContext).mock.method(Math, 'random', () => 0.5);
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
  start();
  assert.deepEqual(shown(), ['root', 'a', 'a1', 'b']);
});

test('show all shows every row and takes the offer away', () => {
  start();
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  assert.deepEqual(shown(), ['root', 'a', 'a1', 'a2', 'b', 'b1']);
  assert.equal(document.querySelector<HTMLElement>('.aoa-foot')!.hidden, true);
});

test('arrow right opens a closed row, then goes into it; arrow left goes back and closes', () => {
  start();
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
  start();
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
  start();
  const filter = document.querySelector<HTMLInputElement>('.aoa-filter')!;
  filter.value = 'NAME-B1';
  filter.dispatchEvent(new window.Event('input'));
  assert.deepEqual(shown(), ['root', 'b', 'b1']);
});

test('an update replaces only changed rows, keeps what the reader opened, and is announced', async (t) => {
  const asked = serve(t, () => changes({ rows: { a1: rowHtml('a1', 3, false, false, false).replace('name-a1', 'new') } }));
  start();
  press('b', 'ArrowRight');
  const untouched = row('root');
  await poll();
  assert.match(asked[0]?.[0] ?? '', /\/rest\/aoa\/1\.0\/live$/);
  assert.deepEqual(asked[0]?.[1], {
    blocks: [{ id: '0', block: 'aoa-tree', parameters: 'set=hq', page: '12', revision: '7.ab' }],
  });
  assert.equal(block().dataset['revision'], '8.ab');
  assert.match(row('a1').textContent ?? '', /new/);
  assert.ok(row('a1').classList.contains('aoa-changed'));
  assert.equal(row('root'), untouched);
  assert.ok(shown().includes('b1'));
  assert.equal(document.querySelector('.aoa-say')!.textContent, '1 changed');
  assert.equal(document.querySelector('.aoa-stamp')!.textContent, 'now');
});

test('what was folded stays folded after an update', async (t) => {
  serve(t, () => changes({ rows: { a1: rowHtml('a1', 3, false, false, false) } }));
  start();
  const before = shown();
  await poll();
  assert.deepEqual(shown(), before);
  assert.ok(!before.includes('a2'));
});

test('rows come, move and go by the order', async (t) => {
  serve(t, () => changes({ order: ['root', 'b', 'b1', 'c'], rows: { c: rowHtml('c', 2, false, false, false) } }));
  start();
  await poll();
  assert.deepEqual(
    Array.from(document.querySelectorAll<HTMLElement>('[data-row]'), (element) => element.dataset['row']),
    ['root', 'b', 'c'],
  );
  press('b', 'ArrowRight');
  assert.deepEqual(shown(), ['root', 'b', 'b1', 'c']);
});

test('when nothing is newer only the stamp moves on', async (t) => {
  serve(t, () => new Response(null, { status: 204, headers: { 'X-As-Of': 'eu=2026-11-23T12:00:30Z,us=2026-11-23T11:00:00Z' } }));
  start();
  await poll();
  assert.equal(document.querySelector<HTMLTimeElement>('.aoa-asof')!.dateTime, '2026-11-23T12:00:30Z');
});

test('a reader who is signed out is told so', async (t) => {
  serve(t, () => new Response('{}', { status: 401 }));
  start();
  await poll();
  const notice = document.querySelector<HTMLElement>('.aoa-notice')!;
  assert.equal(notice.textContent, 'Sign in');
  assert.equal(notice.hidden, false);
});

test('while nobody answers it asks less often, and recovers', async (t) => {
  let answer: () => Response | Error = () => new Error('no network');
  serve(t, () => answer());
  start();
  await poll();
  await poll();
  assert.deepEqual(delays, [2000, 4000, 8000]);
  assert.equal(document.querySelector('.aoa-notice')!.textContent, 'Away');
  answer = () => new Response(null, { status: 204 });
  await poll();
  assert.equal(delays[3], 2000);
  assert.equal(document.querySelector<HTMLElement>('.aoa-notice')!.hidden, true);
});

test('the other layout is asked for at once, and its body is taken whole', async (t) => {
  const asked = serve(t, () => changes({ revision: '8.cd', bodyHtml: tableBody(tableRow('a', '1')), rows: {} }));
  start();
  document.querySelector<HTMLElement>('[data-switch="table"]')!.click();
  await poll();
  assert.equal((asked[0]?.[1] as { blocks: { parameters: string }[] }).blocks[0]?.parameters, 'set=hq&layout=table');
  assert.equal((asked[0]?.[1] as { blocks: { revision: string }[] }).blocks[0]?.revision, '');
  assert.equal(block().dataset['kind'], 'table');
  assert.deepEqual(shown(), ['a']);
  assert.equal(document.querySelector('[data-switch="table"]')!.getAttribute('aria-pressed'), 'true');
});

test('what can no longer be shown says why, and other answers stay', async (t) => {
  serve(t, () => Response.json({ blocks: [{ id: '0', error: { status: 404, message: 'Gone.', action: 'Reload.' } }] }));
  start();
  await poll();
  assert.equal(document.querySelector('.aoa-notice')!.textContent, 'Gone. Reload.');
  assert.equal(delays[1], 2000);
});

test('an app that is being replaced counts as away', async (t) => {
  serve(t, () => new Response('<html>', { status: 404 }));
  start();
  await poll();
  assert.equal(document.querySelector('.aoa-notice')!.textContent, 'Away');
});
