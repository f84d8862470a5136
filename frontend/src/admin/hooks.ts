import { button } from './button';
import { confirm } from './confirm';
import { copied } from './copy';
import { fill, h, type Child } from './dom';
import { deliveries, hookAddress, hookAsStored } from './hook';
import { HookForm } from './hook-form';
import type { Hook, Hooks } from './model';
import { failure, load, message, type Page } from './page';
import { table, type Row } from './table';

/** All hooks with their addresses, below the repositories. */
export function hookList(page: Page): HTMLElement {
  const t = page.texts;
  const body = h('div', {});
  show(page, body);
  return h(
    'section',
    { 'data-part': 'hooks' },
    h('div', { class: 'aoa-a-head aoa-a-apart' }, h('h3', { tabindex: '-1' }, t.get('hooks.title')), h('a', { class: 'aui-button', href: '#repositories/hooks/new' }, t.get('hooks.add'))),
    h('p', {}, t.get('hooks.text')),
    body,
  );
}

/** `#repositories/hooks/new` and `#repositories/hooks/{id}`. */
export function hookForm(page: Page, box: HTMLElement, id: string): void {
  void load<Hooks>(page, box, 'hooks', (all) => {
    const stored = all.hooks.find((each) => each.id === id);
    if (id !== 'new' && !stored) {
      fill(box, message('error', page.texts.get('hooks.gone', id)));
      return;
    }
    new HookForm(page, all, stored).show(box);
    box.querySelector('h2')?.focus();
  });
}

function show(page: Page, body: HTMLElement): void {
  void load<Hooks>(page, body, 'hooks', (all) => list(page, body, all));
}

function list(page: Page, body: HTMLElement, all: Hooks): void {
  const t = page.texts;
  if (all.hooks.length === 0) {
    fill(body, h('p', { class: 'aoa-a-none' }, t.get('hooks.none')));
    return;
  }
  const problems = h('div', {});
  const store = async (hooks: Hook[], said: string): Promise<void> => {
    const answer = await page.http.send('PUT', 'hooks', { body: { hooks: hooks.map(hookAsStored) }, version: all.version });
    if (answer.kind === 'ok') {
      page.say(said);
      body.closest('section')?.querySelector('h3')?.focus();
      show(page, body);
    } else {
      fill(problems, failure(page, answer));
    }
  };
  const remove = async (gone: Hook): Promise<void> => {
    if (await confirm(page, t.get('hooks.delete.title', gone.id), t.get('hooks.delete.text'), t.get('delete'))) {
      await store(all.hooks.filter((each) => each !== gone), t.get('deleted', gone.id));
    }
  };
  const turn = (hook: Hook): Promise<void> =>
    store(
      all.hooks.map((each) => (each === hook ? { ...hook, enabled: !hook.enabled } : each)),
      t.get(hook.enabled ? 'hooks.off.done' : 'hooks.on.done', hook.id),
    );
  const row = (each: Hook): Row => {
    const act = (key: string, label: string, work: () => Promise<void>) => {
      const made = button(t.get(key), 'link', work);
      made.setAttribute('aria-label', t.get(label, each.id));
      return made;
    };
    return {
      attributes: { 'data-hook': each.id },
      cells: [
        [h('a', { href: `#repositories/hooks/${encodeURIComponent(each.id)}` }, each.id), h('div', { class: 'aoa-a-sub' }, t.get(`hooks.sender.${each.sender}`))],
        [copied(page, t.get('hooks.address.of', each.id), hookAddress(each.id)).element],
        state(page, each),
        deliveries(page, each),
        [
          act(each.enabled ? 'hooks.off' : 'hooks.on', each.enabled ? 'hooks.off.label' : 'hooks.on.label', () => turn(each)),
          act('delete', 'hooks.delete.title', () => remove(each)),
        ],
      ],
    };
  };
  const columns = [
    { key: 'hooks.hook' },
    { key: 'hooks.address', class: 'aoa-a-wide' },
    { key: 'hooks.state' },
    { key: 'hooks.deliveries' },
    { key: 'actions', class: 'aoa-a-tail' },
  ];
  fill(body, problems, table(page, t.get('hooks.title'), columns, all.hooks.map(row)), h('p', { class: 'aoa-a-sub' }, t.get('hooks.deliveries.text')));
}

function state(page: Page, hook: Hook): Child[] {
  const lost = 'present' in hook.secret && hook.secret.present === false;
  return [
    page.texts.get(hook.enabled ? 'hooks.state.on' : 'hooks.state.off'),
    lost && h('div', { class: 'aoa-a-bad' }, page.texts.get('secret.lost')),
  ];
}
