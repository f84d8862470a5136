import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { button } from '../src/admin/button';
import { idOf } from '../src/admin/connection-form';
import { h } from '../src/admin/dom';
import { lag } from '../src/admin/health';
import { steps } from '../src/admin/ladder';
import { OrderedList, type Item } from '../src/admin/ordered-list';
import { RULE_KINDS, type Layer } from '../src/admin/model';
import { english, settled, TestScreen } from './admin-page';

const PHASES = ['connecting', 'live', 'stale', 'unreachable', 'denied', 'misconfigured', 'paused'];

test('every text that the screen asks for exists, and every text is asked for', () => {
  const words = english();
  const sources = readdirSync('src/admin').map((name) => readFileSync(`src/admin/${name}`, 'utf8')).join('\n');
  const literals = new Set([...sources.matchAll(/'([a-z][A-Za-z0-9.]*)'/g)].map((match) => match[1]));
  const patterns = [...sources.matchAll(/get\((?:result\.ok \? )?`([^`]+)`/g)].map((match) => new RegExp(`^${match[1]?.replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '[A-Za-z-]+')}$`));
  const byServer = ['section', 'link', 'noscript'];
  const unused = Object.keys(words).filter((key) => !byServer.includes(key) && !literals.has(key) && !patterns.some((each) => each.test(key)));
  assert.deepEqual(unused, []);
  const asked = [...sources.matchAll(/(?:t|texts)\.get\('([^']+)'/g)].map((match) => match[1] ?? '');
  assert.ok(asked.length > 100);
  assert.deepEqual(asked.filter((key) => words[key] === undefined), []);
  for (const phase of PHASES) {
    assert.ok(words[`phase.${phase}`] && words[`remedy.${phase}`], phase);
  }
  for (const kind of RULE_KINDS) {
    assert.ok(words[`rule.kind.${kind}`], kind);
  }
});

test('texts from clusters stay texts', () => {
  new TestScreen({});
  const element = h('p', {}, '<img src=x onerror=alert(1)>');
  assert.equal(element.children.length, 0);
  assert.equal(element.textContent, '<img src=x onerror=alert(1)>');
});

test('an id is made of a name', () => {
  assert.equal(idOf('Produktion Süd (EU)'), 'produktion-sud-eu');
  assert.equal(idOf('  --  '), '');
  assert.equal(idOf('x'.repeat(100)).length, 63);
});

test('layers before the failed one have passed, those after it were not tested', () => {
  const of = (layer: Layer, ok = false) => Object.fromEntries(steps({ ok, layer, message: '', remedy: '' }));
  assert.deepEqual(of('tls'), {
    configuration: 'passed',
    dns: 'passed',
    tcp: 'passed',
    tls: 'failed',
    authentication: 'untested',
    authorization: 'untested',
    argocd: 'untested',
  });
  assert.equal(of('argocd')['authorization'], 'untested');
  assert.equal(of('authorization')['argocd'], 'untested');
  assert.deepEqual(new Set(Object.values(of('ok', true))), new Set(['passed']));
});

test('a button works once at a time and keeps the focus', async () => {
  new TestScreen({});
  let runs = 0;
  let end: () => void = () => undefined;
  const element = button('Save', 'primary', () => {
    runs += 1;
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  document.body.append(element);
  element.focus();
  element.click();
  element.click();
  assert.equal(runs, 1);
  assert.equal(element.getAttribute('aria-busy'), 'true');
  assert.equal(document.activeElement, element);
  end();
  await settled();
  assert.equal(element.getAttribute('aria-busy'), null);
  element.click();
  assert.equal(runs, 2);
  end();
});

test('items move by buttons, say where they stand, and keep the focus', () => {
  const screen = new TestScreen({});
  let changes = 0;
  const list = new OrderedList<Item>(screen.page, () => {
    changes += 1;
  });
  for (const name of ['dev', 'test', 'prod']) {
    list.append({ element: h('span', {}, name), name: () => name });
  }
  document.body.append(list.element);
  const names = () => list.all.map((each) => each.name());
  const up = () => [...list.element.querySelectorAll<HTMLElement>('[data-move=up]')];
  const last = up()[2] as HTMLElement;
  last.click();
  assert.deepEqual(names(), ['dev', 'prod', 'test']);
  assert.equal(document.activeElement, last);
  assert.equal(screen.said.at(-1), 'prod is now number 2 of 3.');
  last.click();
  last.click();
  assert.deepEqual(names(), ['prod', 'dev', 'test']);
  assert.equal(last.getAttribute('aria-disabled'), 'true');
  list.element.querySelector<HTMLElement>('[data-move=remove]')?.click();
  assert.deepEqual(names(), ['dev', 'test']);
  assert.equal((document.activeElement as HTMLElement).dataset['move'], 'remove');
  assert.equal(changes, 3);
});

test('lag is told in the unit that fits', () => {
  const { page } = new TestScreen({});
  assert.equal(lag(page, 300), '300 ms');
  assert.equal(lag(page, 2_500), '2.5 sec');
  assert.equal(lag(page, 600_000), '10 min');
  assert.equal(lag(page, 7_200_000), '2 hr');
});
