import assert from 'node:assert/strict';
import { beforeEach, test, type TestContext } from 'node:test';
import { Block } from '../src/block';
import { Live } from '../src/live';
import type { Change } from '../src/live-api';
import { page, settle, shown, tableHtml, tableRow } from './page';

let block: Block;

function start(): void {
  block = new Block(document.querySelector<HTMLElement>('.aoa')!, new Live());
  block.start();
}

beforeEach(() => {
  const dom = page(tableHtml());
  dom.window.setInterval = (() => 0) as unknown as typeof dom.window.setInterval;
  start();
});

function heading(column: string): HTMLElement {
  return document.querySelector<HTMLElement>(`th[data-column="${column}"]`)!;
}

function sort(column: string): void {
  heading(column).querySelector('button')!.click();
}

function change(change: Partial<Change>): void {
  const parts = { title: '', summaryHtml: '', noticesHtml: '', stampHtml: '', footerHtml: '' };
  block.change({ id: '0', revision: '8.ab', ...parts, rows: {}, ...change });
}

test('a heading sorts, turns round, and says so; what has no value stands last', () => {
  sort('version');
  assert.deepEqual(shown(), ['a', 'b', 'c']);
  assert.equal(heading('version').getAttribute('aria-sort'), 'ascending');
  assert.equal(document.querySelector('.aoa-say')!.textContent, 'by Version');
  sort('version');
  assert.deepEqual(shown(), ['b', 'a', 'c']);
  assert.equal(heading('version').getAttribute('aria-sort'), 'descending');
  sort('service');
  assert.equal(heading('version').hasAttribute('aria-sort'), false);
});

test('the sorting lasts when rows come', () => {
  sort('version');
  change({ rows: { d: tableRow('d', 'v1.2.0') }, order: ['b', 'a', 'c', 'd'] });
  assert.deepEqual(shown(), ['d', 'a', 'b', 'c']);
});

test('the filter lasts when rows change', () => {
  const filter = document.querySelector<HTMLInputElement>('.aoa-filter')!;
  filter.value = 'V1.10';
  filter.dispatchEvent(new window.Event('input'));
  assert.deepEqual(shown(), ['b']);
  change({ rows: { a: tableRow('a', 'v1.10.1') } });
  assert.deepEqual(shown(), ['b', 'a']);
});

function menu(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.aoa-menu');
}

function columns(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('thead th:not([hidden])'), (one) => one.dataset['column'] ?? '');
}

test('columns are chosen, remembered, and hold for rows that come later', () => {
  document.querySelector<HTMLElement>('.aoa-columns')!.click();
  const boxes = Array.from(menu()!.querySelectorAll('input'));
  assert.deepEqual(boxes.map((box) => [box.value, box.checked]), [['version', true], ['note', false]]);
  boxes.forEach((box) => box.click());
  assert.deepEqual(columns(), ['service', 'note']);
  change({ rows: { a: tableRow('a', 'v3') } });
  const cells = Array.from(document.querySelectorAll<HTMLElement>('[data-row="a"] > *'), (cell) => cell.hidden);
  assert.deepEqual(cells, [false, true, false]);
  const kept = { ...window.localStorage };
  document.body.innerHTML = tableHtml();
  start();
  assert.deepEqual(columns(), ['service', 'note']);
  assert.deepEqual({ ...window.localStorage }, kept);
});

test('escape closes the menu and goes back to its button', () => {
  const button = document.querySelector<HTMLElement>('.aoa-columns')!;
  button.click();
  menu()!.querySelector('input')!.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  assert.equal(menu(), null);
  assert.equal(document.activeElement, button);
  assert.equal(button.getAttribute('aria-expanded'), 'false');
});

/** The page has a, b and c; the server has d too, and says so below the rows. */
function cut(t: TestContext): URL[] {
  const rows = ['b', 'a', 'c', 'd'].map((id) => tableRow(id, id === 'd' ? 'v1.0.0' : id === 'c' ? '' : 'v1.9.0'));
  const asked: URL[] = [];
  t.mock.method(globalThis, 'fetch', async (url: string) => {
    asked.push(new URL(url, 'http://localhost'));
    return Response.json({ revision: '9.ab', total: 4, rows, footerHtml: '' });
  });
  change({ footerHtml: FOOT });
  return asked;
}

const FOOT = '1 more <button class="aoa-all" data-more="cut">show all</button>';

test('showing all of a cut table fetches the rest, goes on reading there, and asks with it from then on', async (t) => {
  const asked = cut(t);
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  await settle();
  assert.deepEqual(shown(), ['b', 'a', 'c', 'd']);
  assert.equal((document.activeElement as HTMLElement).dataset['row'], 'd');
  assert.equal(document.querySelector('.aoa-all'), null);
  assert.equal(document.querySelector('.aoa-say')!.textContent, '4 found');
  assert.equal(asked.length, 1);
  assert.equal(asked[0]?.searchParams.get('set'), 'hq');
  assert.deepEqual(block.shown(), { block: 'aoa-owners', parameters: 'set=hq&rows=all', page: '12', revision: '9.ab' });
});

test('sorting a cut table sorts all of it', async (t) => {
  const asked = cut(t);
  sort('version');
  await settle();
  assert.deepEqual(shown(), ['d', 'b', 'a', 'c']);
  assert.equal(document.querySelector('.aoa-say')!.textContent, 'by Version');
  sort('version');
  await settle();
  assert.equal(asked.length, 1);
});

test('the filter of a cut table looks into all of it, and hidden columns stay hidden', async (t) => {
  cut(t);
  const filter = document.querySelector<HTMLInputElement>('.aoa-filter')!;
  filter.value = 'v1.0';
  filter.dispatchEvent(new window.Event('input'));
  await settle();
  assert.deepEqual(shown(), ['d']);
  assert.equal(document.querySelector('.aoa-say')!.textContent, '1 found');
  assert.equal(document.querySelector<HTMLElement>('[data-row="d"] > :last-child')!.hidden, true);
});

test('a cut table that nobody touched follows the first rows of the server and fetches nothing', async (t) => {
  const asked = cut(t);
  change({ rows: { e: tableRow('e', 'v2') }, order: ['e', 'b', 'a'], footerHtml: FOOT });
  await settle();
  assert.deepEqual(shown(), ['e', 'b', 'a']);
  assert.equal(asked.length, 0);
});

test('a sorted table that grows too long for a page is fetched whole', async (t) => {
  sort('version');
  const asked = cut(t);
  await settle();
  assert.deepEqual(shown(), ['d', 'b', 'a', 'c']);
  assert.equal(asked.length, 1);
});

test('when nobody answers, what is there is sorted and the reader is told', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => new Response('{}', { status: 503 }));
  change({ footerHtml: FOOT });
  sort('version');
  await settle();
  assert.deepEqual(shown(), ['a', 'b', 'c']);
  assert.equal(document.querySelector('.aoa-notice')!.textContent, 'Away');
  assert.notEqual(document.querySelector('.aoa-all'), null);
});

test('a change that names rows nobody sent makes the table ask for all', async (t) => {
  const asked = cut(t);
  change({ order: ['b', 'a', 'c', 'd'] });
  await settle();
  assert.deepEqual(shown(), ['b', 'a', 'c', 'd']);
  assert.equal(asked.length, 1);
});
