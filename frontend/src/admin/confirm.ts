import { button } from './button';
import { openDialog } from './dialog';
import { h } from './dom';
import type { Page } from './page';

/** Asks yes or no; leaving is no. */
export async function confirm(page: Page, title: string, text: string, yes: string): Promise<boolean> {
  let answer = false;
  await openDialog({
    title,
    warning: true,
    body: [h('p', {}, text)],
    buttons: (close) => [
      button(yes, 'danger', async () => {
        answer = true;
        close();
      }),
      button(page.texts.get('cancel'), 'link', async () => close()),
    ],
  });
  return answer;
}
