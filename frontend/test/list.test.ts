import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Block } from '../src/block';
import { Live } from '../src/live';
import type { Change } from '../src/live-api';
import { listHtml, listRow, page, settle, shown } from './page';

let block: Block;

beforeEach(() => {
  const dom = page(listHtml());
  dom.window.setInterval = (() => 0) as unknown as typeof dom.window.setInterval;
  block = new Block(document.querySelector<HTMLElement>('.aoa')!, new Live());
  block.start();
});

function change(change: Partial<Change>): void {
  const parts = { title: '', summaryHtml: '', noticesHtml: '', stampHtml: '', footerHtml: '' };
  block.change({ id: '0', revision: '8.ab', ...parts, rows: {}, ...change });
}

test('entries come, change and go', () => {
  change({ rows: { c: listRow('c'), b: listRow('b').replace('>b', '>better') }, order: ['c', 'b'] });
  assert.deepEqual(shown(), ['c', 'b']);
  assert.equal(document.querySelector('[data-row="b"]')!.textContent, 'better');
});

test('showing all of a cut list fetches the rest', async (t) => {
  t.mock.method(globalThis, 'fetch', async () =>
    Response.json({ revision: '9.ab', total: 3, rows: ['a', 'b', 'c'].map(listRow), footerHtml: '' }),
  );
  change({ footerHtml: '1 more <button class="aoa-all" data-more="cut">show all</button>' });
  document.querySelector<HTMLElement>('.aoa-all')!.click();
  await settle();
  assert.deepEqual(shown(), ['a', 'b', 'c']);
  assert.equal((document.activeElement as HTMLElement).dataset['row'], 'c');
});
