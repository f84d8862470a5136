import { button } from './button';
import { confirm } from './confirm';
import { fill, h, type Child } from './dom';
import type { DefinedSet, DiscoveredSet, Versioned } from './model';
import { failure, load, message, type Page, type Part } from './page';
import { SetForm } from './set-form';
import { table, type Row } from './table';

/** `#sets`, `#sets/new` and `#sets/{key}`. */
export const sets: Part = (page, target, rest) => {
  const [key, from] = rest;
  if (key === undefined) {
    const box = h('div', {});
    fill(target, heading(page), box);
    void load<{ sets: DefinedSet[] }>(page, box, 'sets', (defined) => {
      void load<{ sets: DiscoveredSet[] }>(page, box, 'sets/discovered', (discovered) => {
        fill(box, ...definedPart(page, target, defined.sets), ...discoveredPart(page, discovered.sets, defined.sets));
      });
    });
    return;
  }
  void load<{ sets: DiscoveredSet[] }>(page, target, 'sets/discovered', (discovered) => {
    const open = (stored: (DefinedSet & Versioned) | undefined) => {
      new SetForm(page, stored, discovered.sets, from).show(target);
      target.querySelector('h2')?.focus();
    };
    if (key === 'new') {
      open(undefined);
      return;
    }
    void load<{ sets: DefinedSet[] } & Versioned>(page, target, 'sets', (all) => {
      const stored = all.sets.find((each) => each.key === key);
      if (stored) {
        open({ ...stored, version: all.version });
      } else {
        fill(target, message('error', page.texts.get('sets.gone', key)));
      }
    });
  });
};

function heading(page: Page): HTMLElement {
  return h(
    'div',
    { class: 'aoa-a-head' },
    h('h2', { tabindex: '-1' }, page.texts.get('tab.sets')),
    h('a', { class: 'aui-button aui-button-primary', href: '#sets/new' }, page.texts.get('sets.add')),
  );
}

const SET = { key: 'sets.set' };
const ROOT = { key: 'sets.root' };
const ACTIONS = { key: 'actions', class: 'aoa-a-tail' };

function definedPart(page: Page, target: HTMLElement, all: DefinedSet[]): HTMLElement[] {
  const t = page.texts;
  const title = h('h3', {}, t.get('sets.defined'));
  if (all.length === 0) {
    return [title, h('p', { class: 'aoa-a-none' }, t.get('sets.none'))];
  }
  const problems = h('div', {});
  const remove = async (set: DefinedSet): Promise<void> => {
    if (!(await confirm(page, t.get('sets.delete.title', set.title), t.get('sets.delete.text'), t.get('delete')))) {
      return;
    }
    const result = await page.http.send('DELETE', `sets/${encodeURIComponent(set.key)}`);
    if (result.kind === 'ok') {
      page.say(t.get('deleted', set.title));
      sets(page, target, []);
      page.focusHeading();
    } else {
      fill(problems, failure(page, result));
    }
  };
  const row = (set: DefinedSet): Row => {
    const removal = button(t.get('delete'), 'link', () => remove(set));
    removal.setAttribute('aria-label', t.get('sets.delete.label', set.title));
    return {
      attributes: { 'data-set': set.key },
      cells: [
        [h('a', { href: `#sets/${encodeURIComponent(set.key)}` }, set.title), h('div', {}, h('code', {}, set.key))],
        root(set),
        [t.get(`viewers.${set.viewers}`)],
        [set.spaces.length === 0 ? t.get('spaces.all') : set.spaces.join(', ')],
        [removal],
      ],
    };
  };
  const columns = [SET, ROOT, { key: 'sets.viewers' }, { key: 'sets.spaces' }, ACTIONS];
  return [title, problems, table(page, t.get('sets.defined'), columns, all.map(row))];
}

function discoveredPart(page: Page, all: DiscoveredSet[], defined: DefinedSet[]): HTMLElement[] {
  const t = page.texts;
  const taken = new Set(defined.map((each) => rootOf(each)));
  const free = all.filter((each) => !taken.has(rootOf(each)));
  const title = h('h3', {}, t.get('sets.discovered'));
  const text = h('p', {}, t.get('sets.discovered.text'));
  if (free.length === 0) {
    return [title, text, h('p', { class: 'aoa-a-none' }, t.get('sets.discovered.none'))];
  }
  const row = (set: DiscoveredSet): Row => ({
    attributes: { 'data-discovered': set.key },
    cells: [
      [set.title, h('div', {}, h('code', {}, set.key))],
      root(set),
      [set.applications],
      [h('a', { href: `#sets/new/${encodeURIComponent(rootOf(set))}`, 'aria-label': t.get('sets.define.label', set.title) }, t.get('sets.define'))],
    ],
  });
  return [title, text, table(page, t.get('sets.discovered'), [SET, ROOT, { key: 'sets.applications' }, ACTIONS], free.map(row))];
}

function root(set: { connection: string; namespace: string; name: string }): Child[] {
  return [`${set.namespace}/${set.name}`, h('div', { class: 'aoa-a-sub' }, set.connection)];
}

/** What tells roots apart. */
export function rootOf(set: { connection: string; namespace: string; name: string }): string {
  return `${set.connection}/${set.namespace}/${set.name}`;
}
