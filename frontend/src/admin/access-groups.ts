import { form } from './access';
import { applicationField } from './application-field';
import { button } from './button';
import { fill, h, icon, type Child } from './dom';
import { isComplete } from './fields';
import type { AccessGroups } from './model';
import { failure, message, type Page } from './page';
import { table, type Row } from './table';

const TICK = 'M13.6 3.4 6.3 12.1 2.3 8.6l1.2-1.4 2.6 2.3 6-7.2Z';

/** Which groups may do which actions with an Application. */
export function groupsOf(page: Page): HTMLElement {
  const t = page.texts;
  const top = h('div', {});
  const result = h('div', { class: 'aoa-a-result' });
  const application = applicationField(page);
  const show = button(t.get('access.groups.show'), '', async () => {
    result.replaceChildren();
    if (!isComplete(page, top, [application])) {
      return;
    }
    const query = new URLSearchParams({ application: application.value });
    const answer = await page.http.get<AccessGroups>(`access/groups?${query}`);
    if (answer.kind === 'ok') {
      fill(result, ...report(page, answer.value));
      page.say(t.get('access.groups.label', answer.value.application));
    } else {
      fill(result, failure(page, answer));
    }
  });
  return h('section', {}, h('h3', {}, t.get('access.groups.title')), top, form(show, application.element), result);
}

function report(page: Page, found: AccessGroups): Child[] {
  const t = page.texts;
  if (!found.known) {
    return [message('warning', t.get('access.groups.unknown'), h('p', {}, t.get('access.groups.unknown.remedy')))];
  }
  if (found.badLine) {
    return [message('error', t.get('access.groups.bad'), h('p', {}, h('code', {}, found.badLine)))];
  }
  const rows: Row[] = [];
  if (Object.keys(found.everybody).length > 0) {
    const role = t.get('access.groups.default', found.defaultRole ?? '');
    rows.push(row(page, found.actions, [t.get('access.everybody'), h('div', { class: 'aoa-a-sub' }, role)], found.everybody, {}));
  }
  found.holders.forEach((holder) => rows.push(row(page, found.actions, [holder.name], holder.allowed, found.everybody)));
  const label = t.get('access.groups.label', found.application);
  const columns = [
    { label: t.get('access.groups.holder'), class: '' },
    ...found.actions.map((action) => ({ label: action, class: 'aoa-a-may' })),
  ];
  return [
    h('p', {}, t.get('access.groups.of', found.application, found.project)),
    found.badProjectLine !== null &&
      message('warning', t.get('access.groups.badProject'), h('p', {}, h('code', {}, found.badProjectLine))),
    rows.length === 0 ? h('p', { class: 'aoa-a-none' }, t.get('access.groups.none')) : table(page, label, columns, rows),
    rows.length > 0 && h('p', { class: 'aoa-a-sub' }, t.get('access.groups.account')),
    found.powerless > 0 && h('p', { class: 'aoa-a-sub' }, t.get('access.groups.powerless', found.powerless)),
  ];
}

/** What everybody may, a group may too; its own lines are told below its name. */
function row(page: Page, actions: string[], name: Child[], own: Record<string, string>, ofAll: Record<string, string>): Row {
  const t = page.texts;
  const lines = new Map<string, string[]>();
  Object.entries(own).forEach(([action, line]) => lines.set(line, [...(lines.get(line) ?? []), action]));
  const detail = h(
    'details',
    { class: 'aoa-a-lines' },
    h('summary', {}, t.get('access.groups.lines')),
    h(
      'ul',
      {},
      ...[...lines].map(([line, allowed]) => h('li', {}, h('code', {}, line), h('div', { class: 'aoa-a-sub' }, allowed.join(', ')))),
    ),
  );
  return { attributes: {}, cells: [[...name, detail], ...actions.map((action) => [mark(page, action in own || action in ofAll)])] };
}

function mark(page: Page, allowed: boolean): HTMLElement {
  const word = h('span', { class: 'assistive' }, page.texts.get(allowed ? 'access.yes' : 'access.no'));
  return allowed
    ? h('span', { class: 'aoa-a-ok' }, icon(TICK), word)
    : h('span', { class: 'aoa-a-mute' }, h('span', { 'aria-hidden': 'true' }, '–'), word);
}
