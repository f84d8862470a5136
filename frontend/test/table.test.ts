import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Block } from '../src/block';
import { Live } from '../src/live';
import type { Change } from '../src/live-api';
import { page, shown, tableHtml, tableRow } from './page';

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
