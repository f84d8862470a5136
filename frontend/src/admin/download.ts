import { h } from './dom';
import { once } from './button';
import { failure, type Page } from './page';

/** A button that fetches a file, asking for the password where needed, and hands it to the browser as a file. */
export function downloadButton(page: Page, label: string, path: string, file: string, problems: HTMLElement): HTMLButtonElement {
  const element = h('button', { class: 'aui-button', type: 'button' }, label);
  element.addEventListener('click', () => {
    void once(element, async () => {
      const result = await page.http.file(path);
      if (result.kind === 'ok') {
        problems.replaceChildren();
        save(result.value, file);
        page.say(page.texts.get('downloaded', file));
      } else {
        problems.replaceChildren(failure(page, result));
      }
    });
  });
  return element;
}

function save(content: Blob, file: string): void {
  const address = URL.createObjectURL(content);
  const link = h('a', { href: address, download: file, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
