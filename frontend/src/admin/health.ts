import { button } from './button';
import { fill, h } from './dom';
import { downloadButton } from './download';
import type { Health, NodeConnection } from './model';
import { failure, loading, message, moment, type Page, type Part } from './page';
import { Refresh } from './refresh';
import { status } from './status';
import { table, type Row } from './table';

const EVERY_MS = 5_000;

/** `#health`: how each connection stands on each node, and what to do about it. */
export const health: Part = (page, target) => {
  const t = page.texts;
  const body = h('div', {}, loading(page));
  const notice = h('div', {});
  const refresh = new Refresh<Health>(
    page.http,
    'health',
    EVERY_MS,
    (result) => {
      if (result.kind === 'ok') {
        notice.replaceChildren();
        fill(body, ...tables(page, result.value));
      } else {
        fill(notice, failure(page, result), h('p', {}, button(t.get('again'), '', () => refresh.ask())));
        body.querySelector('.aoa-a-loading')?.remove();
      }
    },
    () => fill(notice, message('info', t.get('resting'))),
  );
  fill(target, h('h2', { tabindex: '-1' }, t.get('tab.health')), h('p', {}, t.get('health.text')), notice, body, support(page));
  refresh.start();
  return () => refresh.stop();
};

/** Outside of what is refreshed, so that a download is not cut off. */
function support(page: Page): HTMLElement {
  const t = page.texts;
  const problems = h('div', {});
  return h(
    'section',
    {},
    h('h3', {}, t.get('support.title')),
    h('p', {}, t.get('support.text')),
    h('p', {}, downloadButton(page, t.get('support.download'), 'support-bundle', 'app-of-apps-support.zip', problems)),
    problems,
  );
}

function tables(page: Page, health: Health): HTMLElement[] {
  const t = page.texts;
  const parts: HTMLElement[] = [];
  if (!health.database.answers) {
    parts.push(message('error', t.get('health.database.away'), h('p', {}, t.get('health.database.remedy'))));
  }
  for (const policy of health.unknownPolicies) {
    parts.push(
      message('warning', t.get('health.policy', policy.connection, policy.namespace), h('p', {}, t.get('health.policy.remedy'))),
    );
  }
  for (const node of health.nodes) {
    parts.push(h('h3', {}, t.get(node.self ? 'health.node.self' : 'health.node', node.node)));
    if (!node.self) {
      parts.push(h('p', { class: 'aoa-a-sub' }, t.get('health.told'), ' ', moment(page, node.told)));
    }
    parts.push(
      node.connections.length === 0
        ? h('p', { class: 'aoa-a-none' }, t.get('health.none'))
        : nodeTable(page, node.node, node.connections),
    );
  }
  parts.push(h('h3', {}, t.get('health.cache')), cache(page, health));
  return parts;
}

function nodeTable(page: Page, node: string, connections: NodeConnection[]): HTMLElement {
  const number = 'aoa-a-number';
  const columns = [
    { key: 'health.connection' },
    { key: 'health.state' },
    { key: 'health.since' },
    { key: 'health.role' },
    { key: 'health.objects', class: number },
    { key: 'health.lag', class: number },
    { key: 'health.feed', class: number },
    { key: 'health.todo', class: 'aoa-a-todo' },
  ];
  return table(page, page.texts.get('health.node', node), columns, connections.map((each) => row(page, each)));
}

function row(page: Page, each: NodeConnection): Row {
  const t = page.texts;
  return {
    attributes: { 'data-connection': each.connection },
    cells: [
      [each.connection],
      [status(page, each.state)],
      [moment(page, each.since)],
      [t.get(each.leader ? 'health.leader' : 'health.follower')],
      [number(page, each.objects)],
      [each.lagMillis === null ? '–' : lag(page, each.lagMillis)],
      [number(page, each.feed)],
      [
        each.lastError !== '' && h('div', { class: 'aoa-a-reason' }, each.lastError),
        h('div', { class: 'aoa-a-sub' }, t.get(`remedy.${each.state}`)),
      ],
    ],
  };
}

function cache(page: Page, health: Health): HTMLElement {
  const t = page.texts;
  const backlog = health.cache.feeds.reduce((sum, each) => sum + each.backlog, 0);
  const facts: [string, string][] = [
    ['health.cache.objects', number(page, health.cache.objects)],
    ['health.cache.size', bytes(page, health.cache.documentBytes)],
    ['health.cache.backlog', number(page, backlog)],
    ['health.cache.written', number(page, health.database.rowsWritten)],
  ];
  return h('dl', { class: 'aoa-a-figures' }, ...facts.map(([key, value]) => h('div', {}, h('dt', {}, t.get(key)), h('dd', {}, value))));
}

export function number(page: Page, value: number): string {
  return new Intl.NumberFormat(page.language).format(value);
}

function unit(page: Page, value: number, name: string, digits: number): string {
  return new Intl.NumberFormat(page.language, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits }).format(value);
}

/** Below a second in milliseconds, below two minutes in seconds, then in the next units. */
export function lag(page: Page, millis: number): string {
  if (millis < 1000) {
    return unit(page, millis, 'millisecond', 0);
  }
  if (millis < 120_000) {
    return unit(page, millis / 1000, 'second', 1);
  }
  return millis < 7_200_000 ? unit(page, millis / 60_000, 'minute', 0) : unit(page, millis / 3_600_000, 'hour', 0);
}

function bytes(page: Page, value: number): string {
  return value < 1_000_000 ? unit(page, value / 1000, 'kilobyte', 0) : unit(page, value / 1_000_000, 'megabyte', 1);
}
