import { JSDOM } from 'jsdom';

/** A page as the browser has it, with what the scripts use of it. */
export function page(html: string): JSDOM {
  const dom = new JSDOM(`<!doctype html><html lang="en"><body><svg class="aoa-sprite" data-texts='${TEXTS}'></svg>${html}</body></html>`, {
    url: 'http://localhost/confluence/page',
    pretendToBeVisual: true,
  });
  const names = ['window', 'document', 'HTMLElement', 'HTMLSelectElement', 'Option', 'Event', 'KeyboardEvent', 'Node', 'getComputedStyle'];
  for (const name of names) {
    Object.defineProperty(globalThis, name, { value: dom.window[name as 'window'], configurable: true });
  }
  dom.window.Element.prototype.scrollIntoView = () => undefined;
  return dom;
}

export const ROWS: readonly (readonly [string, number, boolean, boolean, boolean])[] = [
  ['root', 1, true, true, false],
  ['a', 2, true, true, false],
  ['a1', 3, false, false, false],
  ['a2', 3, false, false, true],
  ['b', 2, true, false, false],
  ['b1', 3, false, false, true],
];

export function rowHtml(id: string, level: number, expandable: boolean, open: boolean, folded: boolean): string {
  const expanded = expandable ? ` aria-expanded="${open}"` : '';
  return (
    `<li role="treeitem" data-row="${id}" data-level="${level}" data-expandable="${expandable}" data-open="${open}"` +
    `${expanded} class="${folded ? 'aoa-folded' : ''}"><span class="aoa-n"><span class="aoa-twist"></span>` +
    `<a class="aoa-name">name-${id}</a></span></li>`
  );
}

const TEXTS = '{"signed-out":"Sign in","away":"Away","updated":"{0} changed","found":"{0} found","sorted":"by {0}"}';

function data(block: string, parameters: string): string {
  return `data-block="${block}" data-parameters="${parameters}" data-page="12" data-revision="7.ab"`;
}

/** A table with two columns that are shown and one that is not. */
export function tableBody(rows: string): string {
  return (
    `<div class="aoa-scroll"><table class="aoa-table"><thead><tr><th data-column="service" data-sortable="true">Service</th>` +
    `<th data-column="version" data-sortable="true">Version</th><th data-column="note" hidden>Note</th></tr></thead>` +
    `<tbody class="aoa-rows">${rows}</tbody></table></div>`
  );
}

export function tableRow(id: string, version: string): string {
  return (
    `<tr class="aoa-row" data-row="${id}"><th scope="row" data-sort="${id}">${id}</th>` +
    `<td${version ? ` data-sort="${version}"` : ''}>${version}</td><td hidden>note-${id}</td></tr>`
  );
}

export function tableHtml(): string {
  const rows = [tableRow('b', 'v1.10.0'), tableRow('a', 'v1.9.0'), tableRow('c', '')].join('');
  return (
    `<section class="aoa aoa-live" ${data('aoa-owners', 'set=hq')}><header class="aoa-head"><span class="aoa-tools"><input class="aoa-filter">` +
    `<button class="aoa-columns" aria-expanded="false">Columns</button></span><span class="aoa-stamp"></span></header>` +
    `<div class="aoa-notice" hidden></div><div class="aoa-body">${tableBody(rows)}</div><div class="aoa-foot"></div>` +
    `<div class="aoa-say"></div></section>`
  );
}

export function treeHtml(): string {
  return (
    `<section class="aoa aoa-live" ${data('aoa-tree', 'set=hq')}>` +
    `<span class="aoa-summary"></span><span class="aoa-tools"><input class="aoa-filter"><span class="aoa-switch">` +
    `<button data-switch="tree" aria-pressed="true">Tree</button><button data-switch="table" aria-pressed="false">Table</button></span></span>` +
    `<span class="aoa-stamp"><time class="aoa-asof" data-connection="eu" datetime="2026-11-23T12:00:00Z">12:00</time></span>` +
    `<div class="aoa-notice" hidden></div><div class="aoa-body"><ul class="aoa-tree aoa-rows" role="tree">` +
    ROWS.map((row) => rowHtml(...row)).join('') +
    `</ul></div><div class="aoa-foot">2 folded <button class="aoa-all" data-more="no">show all</button></div>` +
    `<div class="aoa-say" aria-live="polite"></div></section>`
  );
}

export function shown(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('[data-row]'))
    .filter((element) => !element.hidden)
    .map((element) => element.dataset['row'] ?? '');
}

/** What was begun without waiting has ended. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A list of findings. */
export function listHtml(): string {
  return (
    `<section class="aoa aoa-live" ${data('aoa-drift', 'set=hq')}><div class="aoa-notice" hidden></div>` +
    `<div class="aoa-body"><ul class="aoa-list aoa-rows">${listRow('a')}${listRow('b')}</ul></div>` +
    `<div class="aoa-foot"></div><div class="aoa-say"></div></section>`
  );
}

export function listRow(id: string): string {
  return `<li class="aoa-row aoa-item" data-row="${id}">${id}</li>`;
}
