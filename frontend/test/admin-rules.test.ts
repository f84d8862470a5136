import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Preview, Rules } from '../src/admin/model';
import { rules } from '../src/admin/rules';
import { settled, TestScreen } from './admin-page';

const RULES: Rules = {
  environments: { order: ['dev', 'prod'], conventions: true, rules: [{ kind: 'label', key: 'environment', pattern: '', value: '' }] },
  services: { conventions: false, rules: [] },
  version: 3,
};

const NOTHING = { matches: 0, examples: [] };

const PREVIEW: Preview = {
  applications: 12,
  environments: {
    rules: [{ matches: 8, examples: ['cart-<dev>'], shadowed: 2 }],
    conventions: NOTHING,
    found: [{ name: 'dev', count: 8 }],
    unknown: { matches: 4, examples: ['hq'] },
  },
  services: { rules: [], conventions: NOTHING, found: [], unknown: NOTHING },
};

async function open(put = () => Response.json({ ...RULES, version: 4 })): Promise<[TestScreen, () => void]> {
  const screen = new TestScreen({
    'GET rules': () => Response.json(RULES),
    'POST rules/preview': () => Response.json(PREVIEW),
    'PUT rules': put,
  });
  const leave = rules(screen.page, screen.target, []) as () => void;
  await settled();
  return [screen, leave];
}

test('each rule shows what it finds, and what no rule finds is told as unknown', async () => {
  const [screen, leave] = await open();
  leave();
  const environments = screen.one('[data-rules=environments]').textContent ?? '';
  assert.match(environments, /Matches: 8 cart-<dev> …/);
  assert.match(environments, /Decided by a rule above already: 2/);
  assert.match(environments, /Environment unknown: Matches: 4 hq/);
  assert.match(screen.one('[data-rules=services]').textContent ?? '', /Every Application has a service/);
});

test('a change is tried after a pause and nothing is stored', async (t) => {
  const [screen, leave] = await open();
  t.mock.timers.enable({ apis: ['setTimeout'] });
  screen.type('Pattern', '*-{}');
  screen.type('Pattern', '*.{}');
  t.mock.timers.tick(600);
  await settled();
  leave();
  const tried = screen.asked.filter((each) => each.path === 'rules/preview').map((each) => (each.body as Rules).environments.rules[0]?.pattern);
  assert.deepEqual(tried, ['', '*.{}']);
  assert.equal(screen.asked.some((each) => each.method === 'PUT'), false);
  assert.equal(screen.page.unsaved, true);
});

test('saving sends the version that was seen, and the next saving the new one', async () => {
  const [screen, leave] = await open();
  screen.button('Save').click();
  await settled();
  screen.button('Save').click();
  await settled();
  leave();
  const puts = screen.asked.filter((each) => each.method === 'PUT');
  assert.deepEqual(puts.map((each) => each.version), ['"3"', '"4"']);
  assert.deepEqual(puts[0]?.body, { environments: RULES.environments, services: RULES.services });
});

test('a wrong rule says so itself', async () => {
  const errors = [{ field: 'environments.rules[0].key', message: 'Name the label.' }];
  const [screen, leave] = await open(() => Response.json({ errors }, { status: 400 }));
  screen.button('Save').click();
  await settled();
  leave();
  const key = screen.input('Key');
  assert.equal(key.getAttribute('aria-invalid'), 'true');
  assert.equal(document.getElementById(key.getAttribute('aria-describedby') ?? '')?.textContent, 'Name the label.');
});
