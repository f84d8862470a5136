import { JSDOM } from 'jsdom';

/** A page as the browser has it, with what the scripts use of it. */
export function page(html: string): JSDOM {
  const dom = new JSDOM(`<!doctype html><html lang="en"><body>${html}</body></html>`, {
    url: 'http://localhost/confluence/page',
    pretendToBeVisual: true,
  });
  const names = ['window', 'document', 'HTMLElement', 'HTMLSelectElement', 'Option', 'Event', 'KeyboardEvent', 'Node'];
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

export function treeHtml(): string {
  return (
    `<section class="aoa aoa-live" data-set="hq" data-layout="tree" data-depth="0" data-show="attention"` +
    ` data-environment="" data-revision="7" data-texts='{"signedOut":"Sign in","away":"Away","updated":"{0} changed","found":"{0} found"}'>` +
    `<span class="aoa-summary"></span><span class="aoa-tools" hidden><input class="aoa-filter"></span>` +
    `<span class="aoa-stamp"><time class="aoa-asof" datetime="2026-11-23T12:00:00Z">12:00</time></span>` +
    `<div class="aoa-notice" hidden></div><div class="aoa-body"><ul class="aoa-tree aoa-rows" role="tree">` +
    ROWS.map((row) => rowHtml(...row)).join('') +
    `</ul></div><div class="aoa-foot">2 folded <button class="aoa-all">show all</button></div>` +
    `<div class="aoa-say" aria-live="polite"></div></section>`
  );
}

export function shown(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>('[data-row]'))
    .filter((element) => !element.hidden)
    .map((element) => element.dataset['row'] ?? '');
}
