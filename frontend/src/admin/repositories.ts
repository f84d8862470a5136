import { button } from './button';
import { confirm } from './confirm';
import { fill, h } from './dom';
import { hookForm, hookList } from './hooks';
import type { Repositories, Repository } from './model';
import { failure, load, message, type Page, type Part } from './page';
import { asStored, RepositoryForm } from './repository-form';
import { table, type Row } from './table';

/** `#repositories`, `#repositories/new` and `#repositories/{id}`; the same below `#repositories/hooks` for hooks. */
export const repositories: Part = (page, target, rest) => {
  const t = page.texts;
  const [id, hook] = rest;
  const box = h('div', {});
  if (id === 'hooks' && hook !== undefined) {
    fill(target, box);
    hookForm(page, box, hook);
    return;
  }
  if (id === undefined) {
    fill(
      target,
      h(
        'div',
        { class: 'aoa-a-head' },
        h('h2', { tabindex: '-1' }, t.get('tab.repositories')),
        h('a', { class: 'aui-button aui-button-primary', href: '#repositories/new' }, t.get('repositories.add')),
      ),
      h('p', {}, t.get('repositories.text')),
      box,
      hookList(page),
    );
  } else {
    fill(target, box);
  }
  void load<Repositories>(page, box, 'repositories', (all) => {
    if (id === undefined) {
      list(page, target, box, all);
      return;
    }
    const stored = all.repositories.find((each) => each.id === id);
    if (id !== 'new' && !stored) {
      fill(box, message('error', t.get('repositories.gone', id)));
      return;
    }
    new RepositoryForm(page, all, stored).show(box);
    box.querySelector('h2')?.focus();
  });
};

function list(page: Page, target: HTMLElement, box: HTMLElement, all: Repositories): void {
  const t = page.texts;
  if (all.repositories.length === 0) {
    fill(box, h('p', { class: 'aoa-a-none' }, t.get('repositories.none')));
    return;
  }
  const problems = h('div', {});
  const remove = async (gone: Repository): Promise<void> => {
    if (!(await confirm(page, t.get('repositories.delete.title', gone.id), t.get('repositories.delete.text'), t.get('delete')))) {
      return;
    }
    const body = { repositories: all.repositories.filter((each) => each !== gone).map(asStored) };
    const answer = await page.http.send('PUT', 'repositories', { body, version: all.version });
    if (answer.kind === 'ok') {
      page.say(t.get('deleted', gone.id));
      repositories(page, target, []);
      page.focusHeading();
    } else {
      fill(problems, failure(page, answer));
    }
  };
  const row = (each: Repository): Row => {
    const removal = button(t.get('delete'), 'link', () => remove(each));
    removal.setAttribute('aria-label', t.get('repositories.delete.title', each.id));
    return {
      attributes: { 'data-repository': each.id },
      cells: [
        [h('a', { href: `#repositories/${encodeURIComponent(each.id)}` }, each.id)],
        [h('span', { class: 'aoa-a-reason' }, each.url)],
        [signIn(page, each)],
        [t.get(`repositories.change.${each.change ?? 'direct'}`)],
        [removal],
      ],
    };
  };
  fill(
    box,
    problems,
    table(
      page,
      t.get('tab.repositories'),
      [
        { key: 'repositories.id' },
        { key: 'repositories.url' },
        { key: 'repositories.signIn' },
        { key: 'repositories.change' },
        { key: 'actions', class: 'aoa-a-tail' },
      ],
      all.repositories.map(row),
    ),
  );
}

function signIn(page: Page, repository: Repository): string {
  const t = page.texts;
  const secrets = [repository.signIn?.token, repository.signIn?.ssh?.key].filter((each) => each !== undefined);
  if (secrets.length === 0) {
    return t.get('repositories.signIn.none');
  }
  return secrets.every((each) => !('present' in each) || each.present !== false)
    ? t.get('repositories.signIn.stored')
    : t.get('secret.lost');
}
