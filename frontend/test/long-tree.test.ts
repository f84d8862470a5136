import assert from 'node:assert/strict';
import { beforeEach, test, type TestContext } from 'node:test';
import { Block } from '../src/block';
import { Live } from '../src/live';
import { page, rowHtml, settle, treeHtml } from './page';
import { TypeAhead } from '../src/tree/type-ahead';
import { scrolledTo, windowOf } from '../src/tree/window';

/** Rows of the tree; a thousand come with each answer. */
let size = 0;

const TEAM = 100;

function idOf(index: number): string {
  return index === 0 ? 'root' : index % TEAM === 1 ? `team-${index}` : `app-${index}`;
}

function rows(): string[] {
  return Array.from({ length: size }, (_, i) =>
    i === 0
      ? rowHtml('root', 1, true, true, false)
      : i % TEAM === 1
        ? rowHtml(idOf(i), 2, true, false, false)
        : rowHtml(idOf(i), 3, false, false, true),
  );
}

/** The rows that are open at first, as the page has them. */
function sent(): string[] {
  return rows().filter((html) => !html.includes('aoa-folded'));
}

function list(): HTMLElement {
  return document.querySelector<HTMLElement>('.aoa-rows')!;
}

function present(): string[] {
  return Array.from(list().children, (child) => (child as HTMLElement).dataset['row'] ?? '');
}

function row(id: string): HTMLElement {
  return list().querySelector<HTMLElement>(`[data-row="${id}"]`)!;
}

function press(key: string): void {
  document.activeElement!.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

let block: Block;
let asked: URL[] = [];

/** Answers with pages of all rows, as the server does. */
function serve(t: TestContext): void {
  const all = rows();
  asked = [];
  t.mock.method(globalThis, 'fetch', async (url: string) => {
    const address = new URL(url, 'http://localhost');
    asked.push(address);
    const from = Number(address.searchParams.get('from'));
    const count = Number(address.searchParams.get('count'));
    return Response.json({ revision: `9.${from}`, total: size, rows: all.slice(from, from + count), footerHtml: '' });
  });
}

function open(rowCount: number): void {
  size = rowCount;
  const dom = page(treeHtml());
  dom.window.setInterval = (() => 0) as unknown as typeof dom.window.setInterval;
  list().innerHTML = sent().join('');
  document.querySelector<HTMLElement>('.aoa-all')!.dataset['more'] = 'folded';
  block = new Block(document.querySelector<HTMLElement>('.aoa')!, new Live());
  block.start();
}

beforeEach(() => open(2_000));

test('showing all fetches the folded rows page by page and puts few of ten thousand into the page', async (t) => {
  open(10_000);
  serve(t);
  assert.equal(present().length, 101);
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  await settle();
  assert.equal(asked.length, 10);
  assert.equal(asked[3]?.pathname, '/rest/aoa/1.0/blocks/aoa-tree/rows');
  assert.equal(asked[3]?.searchParams.get('from'), '3000');
  assert.equal(asked[3]?.searchParams.get('rows'), 'all');
  assert.equal(asked[3]?.searchParams.get('page'), '12');
  assert.ok(present().length < 100, `${present().length} rows`);
  assert.equal(document.querySelector('.aoa-say')!.textContent, '10000 found');
  assert.equal(block.shown().revision, '9.0');
  assert.match(block.shown().parameters, /rows=all/);
});

test('end, home and arrows reach every row, and one is in the tab order', async (t) => {
  serve(t);
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  await settle();
  row('root').focus();
  press('End');
  assert.equal((document.activeElement as HTMLElement).dataset['row'], idOf(size - 1));
  press('ArrowUp');
  assert.equal((document.activeElement as HTMLElement).dataset['row'], idOf(size - 2));
  assert.equal(list().querySelectorAll('[tabindex="0"]').length, 1);
  press('Home');
  assert.equal(document.activeElement, row('root'));
  assert.ok(present().length < 100);
});

test('a row says its place among its siblings, not among those in the page', async (t) => {
  serve(t);
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  await settle();
  row('root').focus();
  press('End');
  const last = document.activeElement as HTMLElement;
  assert.equal(last.getAttribute('aria-setsize'), '98');
  assert.equal(last.getAttribute('aria-posinset'), '98');
});

test('scrolling changes the rows in the page, but keeps the focused one', async (t) => {
  serve(t);
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  await settle();
  row('root').focus();
  list().scrollTop = 30 * 1_000;
  list().dispatchEvent(new window.Event('scroll'));
  assert.ok(present().includes(idOf(1_000)));
  assert.equal(present()[0], 'root');
  assert.equal(document.activeElement, row('root'));
});

test('the filter looks into rows that were not sent', async (t) => {
  serve(t);
  const filter = document.querySelector<HTMLInputElement>('.aoa-filter')!;
  filter.value = 'app-1998';
  filter.dispatchEvent(new window.Event('input'));
  await settle();
  assert.deepEqual(present(), ['root', 'team-1901', 'app-1998']);
  assert.equal(document.querySelector('.aoa-say')!.textContent, '1 found');
});

test('opening a row fetches what is below it', async (t) => {
  serve(t);
  row('team-101').focus();
  press('ArrowRight');
  await settle();
  assert.ok(present().includes('app-102'));
  assert.ok(!present().includes('app-2'));
  assert.equal(document.activeElement, row('team-101'));
});

test('the star opens all siblings, a letter goes to the next row that begins with it', async (t) => {
  serve(t);
  row('team-1').focus();
  press('n');
  assert.equal(document.activeElement, row('team-101'));
  press('*');
  await settle();
  assert.equal(row('team-101').getAttribute('aria-expanded'), 'true');
  assert.ok(present().includes('app-102'));
  assert.equal(document.activeElement, row('team-101'));
});

test('the arrow goes on below the last row of a cut tree', async (t) => {
  serve(t);
  document.querySelector<HTMLElement>('.aoa-all')!.dataset['more'] = 'cut';
  row(idOf(1_901)).focus();
  press('ArrowDown');
  await settle();
  assert.equal(asked.length, 2);
  assert.equal(document.activeElement, row(idOf(1_901)));
});

test('a change in rows out of view keeps focus and scroll', async (t) => {
  serve(t);
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  await settle();
  row('root').focus();
  press('End');
  const scrolled = list().scrollTop;
  const parts = { title: '', summaryHtml: '', noticesHtml: '', stampHtml: '', footerHtml: '' };
  const fresh = rowHtml('app-50', 3, false, false, true).replace('name-app-50', 'changed');
  block.change({ id: '0', revision: '10.a', ...parts, rows: { 'app-50': fresh } });
  assert.equal((document.activeElement as HTMLElement).dataset['row'], idOf(size - 1));
  assert.equal(list().scrollTop, scrolled);
  press('Home');
  assert.match(row('app-50')?.textContent ?? 'out of view', /changed|out of view/);
});

test('when nobody answers the reader is told, and what is there stays', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => new Response('{}', { status: 503 }));
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  await settle();
  assert.equal(document.querySelector('.aoa-notice')!.textContent, 'Away');
  assert.equal(present().length, 21);
});

test('the window covers the view and a little more, at every place', () => {
  for (const scrolled of [0, 29, 30, 14_321, 299_400, 10_000_000]) {
    const { from, to } = windowOf(size, scrolled, 600, 30);
    const first = Math.min(Math.floor(scrolled / 30), size - 1);
    assert.ok(from <= first && to >= Math.min(size, first + 21), `${scrolled}: ${from} to ${to}`);
    assert.ok(to - from <= 60);
  }
  assert.deepEqual(windowOf(200, 500, 600, 30), { from: 0, to: 200 });
});

test('scrolling to a row moves as little as it can', () => {
  assert.equal(scrolledTo(10, 0, 600, 30), 0);
  assert.equal(scrolledTo(20, 0, 600, 30), 30);
  assert.equal(scrolledTo(3, 300, 600, 30), 90);
});

test('letters typed without a pause are one word', () => {
  const names = ['alpha', 'beta', 'Berlin', 'bern'];
  const ahead = new TypeAhead();
  assert.equal(ahead.find('b', names, 0, 0), 1);
  assert.equal(ahead.find('e', names, 1, 100), 1);
  assert.equal(ahead.find('r', names, 1, 200), 2);
  assert.equal(ahead.find('n', names, 2, 300), 3);
  assert.equal(ahead.find('b', names, 3, 2_000), 1);
  assert.equal(ahead.find('b', names, 1, 2_100), 2);
  assert.equal(ahead.find('z', names, 1, 9_000), -1);
});
