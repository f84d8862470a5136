import { button } from './button';
import { fill, h } from './dom';
import { Field, text } from './fields';
import { documentationRules } from './documentation-rules';
import type { DocumentationRun, DocumentationState, Orphans } from './model';
import { failure, load, loading, message, moment, type Page, type Part } from './page';
import { Refresh } from './refresh';
import { table } from './table';
import { contextPath } from '../host';

const EVERY_MS = 3_000;
const NUMBER = 'aoa-a-number';

/** `#documentation`: runs over the pages, what they found, and the rules. */
export const documentation: Part = (page, target) => {
  const t = page.texts;
  const body = h('div', {}, loading(page));
  const notice = h('div', {});
  const orphans = h('div', {});
  const rules = h('div', {});
  let last = -1;
  const refresh = new Refresh<DocumentationState>(
    page.http,
    'reconcile',
    EVERY_MS,
    (result) => {
      if (result.kind !== 'ok') {
        fill(notice, failure(page, result));
        return;
      }
      notice.replaceChildren();
      showRuns(page, body, result.value);
      const done = result.value.lastRuns[0]?.number ?? 0;
      if (done !== last) {
        last = done;
        void load<Orphans>(page, orphans, 'reconcile/orphans', (found) => fill(orphans, ...orphanParts(page, found)));
      }
    },
    () => fill(notice, message('info', t.get('resting'))),
  );
  const start = (full: boolean) => async (): Promise<void> => {
    const answer = await page.http.send('POST', `reconcile?full=${full}`);
    if (answer.kind === 'ok') {
      await refresh.ask();
    } else {
      fill(notice, failure(page, answer));
    }
  };
  fill(
    target,
    h('h2', { tabindex: '-1' }, t.get('tab.documentation')),
    h('p', {}, t.get('documentation.text')),
    h(
      'p',
      { class: 'aoa-a-actions' },
      button(t.get('documentation.run'), 'primary', start(false)),
      button(t.get('documentation.run.full'), '', start(true)),
    ),
    notice,
    body,
    h('section', {}, h('h3', {}, t.get('documentation.rules')), rules),
    orphans,
  );
  documentationRules(page, rules);
  refresh.start();
  return () => refresh.stop();
};

function showRuns(page: Page, body: HTMLElement, state: DocumentationState): void {
  const t = page.texts;
  const word =
    state.state === 'running'
      ? t.get('documentation.state.running', state.run?.pages ?? 0, state.run?.space ?? '–')
      : t.get(`documentation.state.${state.state}`);
  fill(
    body,
    h('p', { role: 'status', 'data-state': state.state }, word),
    state.next === null
      ? h('p', { class: 'aoa-a-sub' }, t.get('documentation.next.none'))
      : h('p', { class: 'aoa-a-sub' }, t.get('documentation.next'), ' ', moment(page, state.next)),
    h('h3', {}, t.get('documentation.runs')),
    state.lastRuns.length === 0
      ? h('p', { class: 'aoa-a-none' }, t.get('documentation.runs.none'))
      : runs(page, state.lastRuns),
  );
}

function runs(page: Page, all: DocumentationRun[]): HTMLElement {
  const counts = [
    ['pages', 'documentation.run.pages'],
    ['read', 'documentation.run.read'],
    ['statements', 'documentation.run.statements'],
    ['findings', 'documentation.run.findings'],
    ['mended', 'documentation.run.mended'],
    ['resumed', 'documentation.run.resumed'],
  ] as const;
  const columns = [
    { key: 'documentation.run.number' },
    { key: 'documentation.run.phase' },
    { key: 'documentation.run.asked' },
    { key: 'documentation.run.ended' },
    ...counts.map(([, key]) => ({ key, class: NUMBER })),
  ];
  return table(
    page,
    page.texts.get('documentation.runs'),
    columns,
    all.map((run) => ({
      attributes: { 'data-run': String(run.number) },
      cells: [
        [String(run.number)],
        [page.texts.get(`documentation.run.phase.${run.phase}`)],
        [moment(page, run.asked)],
        [moment(page, run.ended)],
        ...counts.map(([count]) => [String(run[count])]),
      ],
    })),
  );
}

function orphanParts(page: Page, found: Orphans): HTMLElement[] {
  const t = page.texts;
  const more = (count: number, shown: number): HTMLElement[] =>
    count > shown ? [h('p', { class: 'aoa-a-sub' }, t.get('documentation.orphans.more', count))] : [];
  return [
    h('h3', {}, t.get('documentation.orphans')),
    found.pages.length === 0
      ? h('p', { class: 'aoa-a-none' }, t.get('documentation.orphans.none'))
      : table(
          page,
          t.get('documentation.orphans'),
          [
            { key: 'documentation.orphan.page' },
            { key: 'documentation.orphan.kind' },
            { key: 'documentation.orphan.says' },
            { key: 'documentation.orphan.since' },
          ],
          found.pages.map((each) => ({
            attributes: { 'data-page': each.page },
            cells: [
              [pageLink(each.page, `${each.title} (${each.space})`)],
              [t.get(`documentation.kind.${each.kind}`)],
              [each.says],
              [moment(page, each.since)],
            ],
          })),
        ),
    ...more(found.pageCount, found.pages.length),
    h('h3', {}, t.get('documentation.undocumented')),
    found.applications.length === 0
      ? h('p', { class: 'aoa-a-none' }, t.get('documentation.undocumented.none'))
      : undocumented(page, found),
    ...more(found.applicationCount, found.applications.length),
  ];
}

function undocumented(page: Page, found: Orphans): HTMLElement {
  const t = page.texts;
  const space = new Field(page, {
    path: 'space',
    label: t.get('documentation.create.space'),
    hint: [t.get('documentation.create.space.hint')],
    input: text({ value: found.templateSpace }),
  });
  const create = (application: string, cell: HTMLElement) => async (): Promise<void> => {
    const answer = await page.http.send<{ page: string }>('POST', '../documentation/pages', {
      body: { application, space: space.value, title: application.split('/').pop() },
    });
    if (answer.kind === 'ok') {
      page.say(t.get('documentation.create.done'));
      fill(cell, pageLink(answer.value.page, t.get('documentation.create.open')));
      cell.querySelector('a')?.focus();
    } else {
      cell.querySelector('.aoa-a-message')?.remove();
      cell.append(failure(page, answer));
    }
  };
  return h(
    'div',
    {},
    h('form', { class: 'aui top-label', onsubmit: (event) => event.preventDefault() }, space.element),
    table(
      page,
      t.get('documentation.undocumented'),
      [{ key: 'documentation.undocumented.application' }, { key: 'documentation.orphan.since' }, { key: 'documentation.undocumented.create' }],
      found.applications.map((each) => {
        const cell = h('div', {});
        const make = button(t.get('documentation.undocumented.create'), 'link', create(each.application, cell));
        make.setAttribute('aria-label', `${t.get('documentation.undocumented.create')}: ${each.application}`);
        cell.append(make);
        return { attributes: { 'data-application': each.application }, cells: [[each.application], [moment(page, each.since)], [cell]] };
      }),
    ),
  );
}

function pageLink(id: string, text: string): HTMLElement {
  return h('a', { href: `${contextPath()}/pages/viewpage.action?pageId=${encodeURIComponent(id)}` }, text);
}
