import { button } from './button';
import { h } from './dom';
import type { Page } from './page';

/**
 * A button that puts a text into the clipboard. Where the browser keeps that to secure pages, the text is selected, so
 * that a key does it.
 *
 * @param what the text is called, for those who do not see what is beside the button
 * @param input where the text stands
 */
export function copyButton(page: Page, what: string, input: HTMLInputElement): HTMLButtonElement {
  const t = page.texts;
  const copy = button(t.get('copy'), '', async () => {
    input.focus();
    input.select();
    try {
      await navigator.clipboard.writeText(input.value);
      copy.focus();
      copy.textContent = t.get('copy.done');
      page.say(t.get('copy.said', what));
    } catch {
      page.say(t.get('copy.selected', what));
    }
  });
  copy.setAttribute('aria-label', t.get('copy.label', what));
  copy.addEventListener('blur', () => copy.replaceChildren(t.get('copy')));
  return copy;
}

/** A text to be copied, in a field that cannot be changed, with its button. */
export function copied(page: Page, what: string, text: string): { element: HTMLElement; input: HTMLInputElement } {
  const input = h('input', { type: 'text', class: 'text aoa-a-address', readonly: true, spellcheck: 'false', value: text, 'aria-label': what });
  return { element: h('div', { class: 'aoa-a-copy' }, input, copyButton(page, what, input)), input };
}
