import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { connections } from '../src/admin/connections';
import { copilots } from '../src/admin/copilots';
import { documentationRules } from '../src/admin/documentation-rules';
import { driftRules } from '../src/admin/drift-rules';
import { metadata } from '../src/admin/metadata';
import type { Page } from '../src/admin/page';
import { promotionRules } from '../src/admin/promotion-rules';
import { repositories } from '../src/admin/repositories';
import { rules } from '../src/admin/rules';
import { sets } from '../src/admin/sets';
import { settings } from '../src/admin/settings';
import { settled, TestScreen } from './admin-page';

/*
 * Whatever stands in the configuration document can be changed on the screen. The document is one in which every field
 * has a value: a test of the app fails when one is missing there (EveryFieldTest). Here the controls of each form are
 * changed, and what is sent then tells which fields they change.
 */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Fields that no control changes, each with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  version: 'says the shape of the document and decides nothing',
};

const DOCUMENT = JSON.parse(readFileSync('test/configuration.json', 'utf8')) as Record<string, Json> & Record<'connections' | 'sets' | 'repositories' | 'hooks', { id: string; key: string }[]>;

interface Form {
  /** Where what is sent stands in the document. */
  at: string;
  stored: Json;
  answers: Record<string, () => Response>;
  open(page: Page, target: HTMLElement): void;
}

function form(at: string, path: string, stored: Json, open: Form['open'], more: Record<string, Json> = {}): Form {
  const told = Object.entries({ [`GET ${path}`]: stored, ...more });
  return { at, stored, open, answers: Object.fromEntries(told.map(([question, answer]) => [question, () => Response.json(answer)])) };
}

const EMPTY_CONNECTION = { id: '', name: '' };

const FORMS: Form[] = [
  form('connections[]', 'none', EMPTY_CONNECTION, (page, target) => connections(page, target, ['new'])),
  ...DOCUMENT.connections.map((each) =>
    form('connections[]', `connections/${each.id}`, each, (page, target) => connections(page, target, [each.id])),
  ),
  form('sets[]', 'sets', { key: '' }, (page, target) => sets(page, target, ['new']), { 'GET sets/discovered': { sets: [] } }),
  ...DOCUMENT.sets.map((each) =>
    form('sets[]', 'none', each, (page, target) => sets(page, target, [each.key]), {
      'GET sets': { sets: [each] },
      'GET sets/discovered': { sets: [] },
    }),
  ),
  form('', 'rules', { environments: DOCUMENT['environments'] ?? null, services: DOCUMENT['services'] ?? null }, (page, target) => rules(page, target, [])),
  form('', 'settings', { discoverSets: DOCUMENT['discoverSets'] ?? null }, (page, target) => settings(page, target, [])),
  form('drift', 'drift', DOCUMENT['drift'] ?? null, (page, target) => target.append(driftRules(page))),
  form('documentation', 'reconcile/rules', DOCUMENT['documentation'] ?? null, documentationRules),
  form('metadata', 'metadata', DOCUMENT['metadata'] ?? null, (page, target) => metadata(page, target, [])),
  form('', 'none', { repositories: [{ id: '' }] }, (page, target) => repositories(page, target, ['new']), { 'GET repositories': { repositories: [] } }),
  ...DOCUMENT.repositories.map((each) =>
    form('', 'repositories', { repositories: DOCUMENT.repositories }, (page, target) => repositories(page, target, [each.id])),
  ),
  form('promotion', 'promotion', DOCUMENT['promotion'] ?? null, promotionRules),
  form('copilot', 'copilot', DOCUMENT['copilot'] ?? null, (page, target) => target.append(copilots(page))),
  form('', 'none', { hooks: [{ id: '' }] }, (page, target) => repositories(page, target, ['hooks', 'new']), { 'GET hooks': { hooks: [] } }),
  form('', 'hooks', { hooks: DOCUMENT.hooks }, (page, target) => repositories(page, target, ['hooks', 'deployments'])),
];

/** The values of a tree by where they stand, a secret as one value: `signIn.token`, `keys.0`. */
function leaves(value: Json, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) {
    return new Map([[path, JSON.stringify(value).replace(/(\\n)?"$/, '"')]]);
  }
  const { secret, value: typed } = value as Record<string, Json | undefined>;
  if (typeof secret === 'string' || typeof typed === 'string') {
    return new Map([[path, String(typed ?? secret)]]);
  }
  const parts = Object.entries(value as Record<string, Json>);
  return new Map(parts.flatMap(([name, part]) => [...leaves(part, path === '' ? name : `${path}.${name}`)]));
}

function general(path: string): string {
  return path.replace(/\.\d+(?=\.|$)/g, '[]');
}

/** The fields that were there before and are not the same now. */
function changed(at: string, before: Json, sent: Json): string[] {
  const now = leaves(sent);
  return [...leaves(before)]
    .filter(([path, text]) => now.get(path) !== text)
    .map(([path]) => [at, general(path)].filter((part) => part !== '').join('.'));
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isControl(element: Element): element is Control {
  const input = element as HTMLInputElement;
  return !input.readOnly && !['file', 'hidden'].includes(input.type) && element.closest('form') !== null && !element.closest('[hidden]');
}

/** Changes the control as a person would. */
function change(control: Control): void {
  if (control instanceof window.HTMLSelectElement) {
    control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
  } else if (control.type === 'checkbox' || control.type === 'radio') {
    (control as HTMLInputElement).checked = !(control as HTMLInputElement).checked;
  } else {
    // at both ends: what is typed may be read as several words
    control.value = control.value === '' ? 'x1' : `1${control.value}1`;
  }
  for (const type of ['input', 'change']) {
    control.dispatchEvent(new window.Event(type, { bubbles: true }));
  }
}

/** Opens the form, changes what is asked for, and gives what saving sends. */
async function send(form: Form, which: (controls: Control[]) => Control[]): Promise<{ sent: Json | undefined }> {
  const screen = new TestScreen(form.answers);
  form.open(screen.page, screen.target);
  await settled();
  const controls = [...screen.target.querySelectorAll('input, select, textarea')].filter(isControl);
  const wanted = which(controls);
  wanted.forEach(change);
  const button = [...((wanted[0] ?? controls[0])?.closest('form')?.querySelectorAll('button') ?? [])].find((each) => each.textContent === 'Save');
  button?.click();
  await settled();
  const sent = screen.asked.find((each) => ['PUT', 'POST'].includes(each.method) && !/preview|test$|contexts/.test(each.path));
  window.location.hash = '';
  return { sent: sent?.body as Json | undefined };
}

/** Which fields the controls of a form change: all texts together, each choice alone, because others depend on it. */
async function editable(form: Form): Promise<string[]> {
  const isText = (each: Control): boolean => each.tagName !== 'SELECT' && each.type !== 'radio' && each.type !== 'checkbox';
  let choices = 0;
  const { sent } = await send(form, (controls) => {
    choices = controls.filter((each) => !isText(each)).length;
    return [];
  });
  const before = sent ?? form.stored;
  const found: string[] = [];
  const all = await send(form, (controls) => controls.filter(isText));
  found.push(...(all.sent === undefined ? [] : changed(form.at, before, all.sent)));
  for (let i = 0; i < choices; i += 1) {
    const one = await send(form, (controls) => controls.filter((each) => !isText(each)).slice(i, i + 1));
    found.push(...(one.sent === undefined ? [] : changed(form.at, before, one.sent)));
  }
  return found;
}

/** Switched in the list, not in the form. */
async function paused(): Promise<string[]> {
  const stored = { ...DOCUMENT.connections[0], status: { phase: 'live', reason: '', since: '', asOf: null } };
  const screen = new TestScreen({ 'GET connections': () => Response.json({ connections: [stored] }), 'GET connections/by-token': () => Response.json(stored) });
  const leave = connections(screen.page, screen.target, []) as () => void;
  await settled();
  screen.button('Pause').click();
  await settled();
  leave();
  const sent = screen.asked.find((each) => each.method === 'PUT')?.body as Json;
  return changed('connections[]', DOCUMENT.connections[0] as Json, sent);
}

test('every field of the configuration document can be changed on the screen, or is an exception with a reason', async () => {
  const can = new Set(await paused());
  for (const form of FORMS) {
    (await editable(form)).forEach((path) => can.add(path));
  }
  const all = [...new Set([...leaves(DOCUMENT).keys()].map(general))];
  const missing = all.filter((path) => !can.has(path));
  assert.deepEqual(missing, Object.keys(EXCEPTIONS), 'fields that nobody can change on the screen, and the exceptions');
});

test('saving a form without a change loses nothing', async () => {
  for (const form of FORMS) {
    const { sent } = await send(form, () => []);
    if (sent !== undefined) {
      assert.deepEqual(changed(form.at, form.stored, sent), [], JSON.stringify(sent));
    }
  }
});
