import { button } from './button';
import { openDialog } from './dialog';
import { h } from './dom';
import { signInLink, type Page } from './page';

let open: Promise<boolean> | undefined;

/** Asks once, however many questions wait for it: true when the person says that the password is confirmed. */
export function unlock(page: Page): Promise<boolean> {
  open ??= ask(page).finally(() => {
    open = undefined;
  });
  return open;
}

async function ask(page: Page): Promise<boolean> {
  const t = page.texts;
  let again = false;
  const link = signInLink(page);
  link.setAttribute('data-first', '');
  await openDialog({
    title: t.get('locked.title'),
    body: [h('p', {}, t.get('locked.text')), h('p', {}, link), h('p', {}, t.get('locked.then'))],
    buttons: (close) => [
      button(t.get('locked.again'), 'primary', async () => {
        again = true;
        close();
      }),
      button(t.get('cancel'), 'link', async () => close()),
    ],
  });
  return again;
}
