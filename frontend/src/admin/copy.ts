import { button } from './button';
import { h } from './dom';
import type { Page } from './page';

/**
 * A button that puts a text into the clipboard. Where the browser keeps that to secure pages, the text is selected, so
 * that a key does it.
 *
 * @param what the text is called, for those who do not see what is beside the button
 * @param source where the text stands
 */
export function copyButton(page: Page, what: string, source: HTMLInputElement | HTMLOutputElement): HTMLButtonElement {
  const t = page.texts;
  const copy = button(t.get('copy'), '', async () => {
    try {
      await navigator.clipboard.writeText(source.value);
      copy.textContent = t.get('copy.done');
      page.say(t.get('copy.said', what));
    } catch {
      select(source);
      page.say(t.get('copy.selected', what));
    }
  });
  copy.setAttribute('aria-label', t.get('copy.label', what));
  copy.addEventListener('blur', () => copy.replaceChildren(t.get('copy')));
  return copy;
}

function select(source: HTMLInputElement | HTMLOutputElement): void {
  if ('select' in source) {
    source.focus();
    source.select();
  } else {
    window.getSelection()?.selectAllChildren(source);
  }
}

/** A text to be copied, whole, with its button. */
export function copied(page: Page, what: string, text: string): { element: HTMLElement; output: HTMLOutputElement } {
  const output = h('output', { class: 'aoa-a-address' }, text);
  return { element: h('div', { class: 'aoa-a-copy' }, output, copyButton(page, what, output)), output };
}
