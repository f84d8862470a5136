import { button, once } from './button';
import { openDialog } from './dialog';
import { fill, h } from './dom';
import { Field, text } from './fields';
import type { Connection } from './model';
import { failure, loading, type Page } from './page';

interface Consequences {
  consequences: string[];
}

/** Names what goes with the connection and asks for its id; true when it was deleted. */
export async function deleteConnection(page: Page, connection: Connection): Promise<boolean> {
  const t = page.texts;
  const path = `connections/${encodeURIComponent(connection.id)}`;
  let deleted = false;
  const list = h('div', { 'aria-live': 'polite' }, loading(page));
  const top = h('div', {});
  const field = new Field(page, {
    path: 'id',
    label: t.get('delete.confirm', connection.id),
    input: text({ 'data-first': true }),
  });
  const closing = openDialog({
    title: t.get('delete.title', connection.name),
    warning: true,
    body: [
      top,
      h('p', {}, t.get('delete.text')),
      list,
      h('form', { class: 'aui top-label', novalidate: true, onsubmit: (event) => event.preventDefault() }, field.element),
    ],
    buttons: (close) => {
      const remove = async (): Promise<void> => {
        if (field.value !== connection.id) {
          field.complain(t.get('delete.wrong', connection.id));
          field.input.focus();
          return;
        }
        const result = await page.http.send('DELETE', path);
        if (result.kind === 'ok' || (result.kind === 'refused' && result.status === 404)) {
          deleted = true;
          page.say(t.get('deleted', connection.name));
          close();
        } else {
          fill(top, failure(page, result));
        }
      };
      const confirm = button(t.get('delete'), 'danger', remove);
      field.input.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Enter') {
          event.preventDefault();
          void once(confirm, remove);
        }
      });
      return [confirm, button(t.get('cancel'), 'link', async () => close())];
    },
  });
  void page.http.get<Consequences>(`${path}/consequences`).then((result) => {
    fill(list, result.kind === 'ok' ? h('ul', {}, ...result.value.consequences.map((each) => h('li', {}, each))) : failure(page, result));
  });
  await closing;
  return deleted;
}
