import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promotion } from '../src/admin/promotion';
import { repositories } from '../src/admin/repositories';
import { settled, TestScreen } from './admin-page';

const RULES = {
  enabled: false,
  environments: [
    { environment: 'prod', approvals: 2, groups: ['release managers'], roles: [], fourEyes: true, expiryHours: 24, confirmIdentity: false, soakMinutes: 60, timeoutMinutes: 90 },
  ],
  freezers: [],
  auditRequired: false,
  retentionDays: 0,
  notices: true,
  version: 4,
};

const STORED = {
  repositories: [{ id: 'deploy', url: 'https://git.example.com/deploy.git', stories: 'X', signIn: { user: 'bot', token: { secret: 'git-1', present: true } } }],
  version: 7,
};

const FREEZES = '/rest/aoa/1.0/promotions/freezes';

function promotionScreen(save: () => Response, more: Record<string, () => Response> = {}): TestScreen {
  return new TestScreen({
    'GET promotion': () => Response.json(RULES),
    'PUT promotion': save,
    [`GET ${FREEZES}`]: () => Response.json({ freezes: [] }),
    'GET promotions/webhook': () => Response.json({ state: 'off', waiting: 0, delivered: null, trouble: '' }),
    ...more,
  });
}

async function openPromotion(screen: TestScreen): Promise<void> {
  promotion(screen.page, screen.target, []);
  await settled();
}

test('the rules are saved as typed, with the version that was seen', async () => {
  const screen = promotionScreen(() => Response.json({ ...RULES, enabled: true, version: 5 }));
  await openPromotion(screen);
  screen.input('Promotions are on').checked = true;
  screen.type('Groups', 'release managers, on call');
  screen.button('Save').click();
  await settled();
  const saved = screen.asked.find((each) => each.method === 'PUT');
  assert.equal(saved?.version, '"4"');
  assert.deepEqual(saved?.body, {
    enabled: true,
    environments: [{ ...RULES.environments[0], groups: ['release managers', 'on call'] }],
    freezers: [],
    auditRequired: false,
    retentionDays: 0,
    notices: true,
  });
  assert.equal(screen.page.unsaved, false);
});

test('what is wrong with a rule stands at its field', async () => {
  const screen = promotionScreen(() =>
    Response.json({ errors: [{ field: 'promotion.environments[0].approvals', message: 'is no number' }] }, { status: 400 }),
  );
  await openPromotion(screen);
  screen.type('Approvals', 'many');
  screen.button('Save').click();
  await settled();
  assert.equal(screen.input('Approvals').getAttribute('aria-invalid'), 'true');
  assert.equal(document.activeElement, screen.input('Approvals'));
});

test('a freeze is lifted by who may, and says who can where not', async () => {
  const freeze = { by: { key: 'a', name: 'Ann' }, reason: 'audit', since: '2026-11-30T08:00:00Z' };
  let lifted = false;
  const screen = promotionScreen(() => Response.json(RULES), {
    [`GET ${FREEZES}`]: () =>
      Response.json({
        freezes: [
          ...(lifted ? [] : [{ ...freeze, set: 'hq', mayLift: true, whyNot: null }]),
          { ...freeze, connection: 'eu', project: 'money', mayLift: false, whyNot: 'Ask Ann.' },
        ],
      }),
    [`DELETE ${FREEZES}/sets/hq`]: () => {
      lifted = true;
      return new Response(null, { status: 204 });
    },
  });
  await openPromotion(screen);
  assert.match(screen.one('[data-freeze="projects/eu/money"]').textContent ?? '', /Ask Ann\./);
  screen.button('Lift', screen.one('[data-freeze="sets/hq"]')).click();
  await settled();
  screen.button('Lift', screen.one('.aui-dialog2')).click();
  await settled();
  assert.equal(document.querySelector('[data-freeze="sets/hq"]'), null);
});

test('a set or a project is frozen with a reason, and who may not is told why', async () => {
  let frozen = false;
  const screen = promotionScreen(() => Response.json(RULES), {
    [`GET ${FREEZES}`]: () =>
      Response.json({ freezes: frozen ? [{ set: 'hq', by: { key: 'a', name: 'Ann' }, reason: 'audit', since: '2026-11-30T08:00:00Z', mayLift: true, whyNot: null }] : [] }),
    'GET /rest/aoa/1.0/sets': () => Response.json({ sets: [{ key: 'hq', title: 'Headquarters' }] }),
    [`PUT ${FREEZES}/projects/eu/money%2Fteam`]: () => Response.json({ detail: 'Ask Ann.' }, { status: 403 }),
    [`PUT ${FREEZES}/sets/hq`]: () => {
      frozen = true;
      return Response.json({});
    },
  });
  await openPromotion(screen);
  const fold = [...document.querySelectorAll('details')].find((each) => each.querySelector('summary')?.textContent === 'Freeze') as HTMLDetailsElement;
  fold.open = true;
  fold.dispatchEvent(new Event('toggle'));
  await settled();
  screen.button('Freeze now').click();
  await settled();
  assert.equal(document.activeElement, screen.input('Reason'), 'a reason is needed');
  const scope = screen.input('What');
  scope.value = 'project';
  scope.dispatchEvent(new Event('change'));
  screen.type('Connection', 'eu');
  screen.type('Project', 'money/team');
  screen.type('Reason', 'audit');
  screen.button('Freeze now').click();
  await settled();
  assert.match(screen.one('.aui-message-error').textContent ?? '', /Ask Ann\./);
  scope.value = 'set';
  scope.dispatchEvent(new Event('change'));
  screen.button('Freeze now').click();
  await settled();
  assert.deepEqual(
    screen.asked.filter((each) => each.method === 'PUT').map((each) => each.body),
    [{ reason: 'audit' }, { reason: 'audit' }],
  );
  assert.match(screen.one('[data-freeze="sets/hq"]').textContent ?? '', /audit/);
  assert.deepEqual(screen.said, ['Frozen: Deployment set hq']);
});

test('a record that was changed by hand is told with the row', async () => {
  const screen = promotionScreen(() => Response.json(RULES), {
    'GET promotions/verify': () => Response.json({ valid: false, rows: 9, firstBroken: 5, flaw: 'altered' }),
  });
  await openPromotion(screen);
  screen.button('Verify the record').click();
  await settled();
  assert.match(screen.one('.aui-message-error').textContent ?? '', /Row 5 of the record says something else/);
});

test('a repository is changed without its token, and the others stay as they are', async () => {
  const other = { id: 'other', url: 'https://git.example.com/other.git' };
  const screen = new TestScreen({
    'GET repositories': () => Response.json({ ...STORED, repositories: [other, ...STORED.repositories] }),
    'PUT repositories': () => Response.json(STORED),
  });
  repositories(screen.page, screen.target, ['deploy']);
  await settled();
  assert.equal(screen.input('Token').value, '');
  screen.type('User', 'robot');
  screen.button('Save').click();
  await settled();
  const saved = screen.asked.find((each) => each.method === 'PUT');
  assert.equal(saved?.version, '"7"');
  assert.deepEqual(saved?.body, {
    repositories: [
      other,
      { id: 'deploy', url: 'https://git.example.com/deploy.git', stories: 'X', signIn: { user: 'robot', token: { secret: 'git-1' } } },
    ],
  });
  assert.deepEqual(screen.went, ['repositories']);
});

test('errors of one of several repositories stand at its fields', async () => {
  const screen = new TestScreen({
    'GET repositories': () => Response.json(STORED),
    'PUT repositories': () => Response.json({ errors: [{ field: 'repositories[1].url', message: 'must be https' }] }, { status: 400 }),
  });
  repositories(screen.page, screen.target, ['new']);
  await settled();
  screen.type('Id', 'two');
  screen.type('Address', 'ftp://x');
  screen.button('Save').click();
  await settled();
  assert.equal(screen.input('Address').getAttribute('aria-invalid'), 'true');
});

test('keys are asked for by ssh only, hosts for pull requests only', async () => {
  const screen = new TestScreen({ 'GET repositories': () => Response.json(STORED) });
  repositories(screen.page, screen.target, ['new']);
  await settled();
  assert.throws(() => screen.input('Private key'));
  screen.type('Address', 'ssh://git.example.com/x.git');
  assert.ok(screen.input('Private key'));
  assert.throws(() => screen.input('Git host'));
  const change = screen.input('Changes are made');
  change.value = 'pull-request';
  change.dispatchEvent(new Event('change'));
  assert.ok(screen.input('Git host'));
});
