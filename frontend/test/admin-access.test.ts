import assert from 'node:assert/strict';
import { test } from 'node:test';
import { access } from '../src/admin/access';
import type { AccessDecision, AccessGroups } from '../src/admin/model';
import { settled, TestScreen } from './admin-page';

const WEB = 'prod/argocd/web';
const QUESTION = `access?${new URLSearchParams({ user: 'jane', action: 'sync', application: WEB })}`;
const GROUPS = `access/groups?${new URLSearchParams({ application: WEB })}`;

const LINE = 'p, proj:shop:dev, applications, sync, shop/<*>, allow';

const GRANTED: AccessDecision = {
  allowed: true,
  because: `The role dev of the project allows it: “${LINE}”.`,
  user: 'jane',
  action: 'sync',
  application: WEB,
  reason: 'granted',
  line: LINE,
  identity: { kind: 'group', name: 'devs' },
  roles: ['proj:shop:dev'],
};

const FOUND: AccessGroups = {
  application: WEB,
  project: 'shop',
  known: true,
  badLine: null,
  badProjectLine: null,
  actions: ['get', 'sync', 'delete'],
  defaultRole: 'role:all',
  everybody: { get: 'p, role:all, applications, get, */*, allow' },
  holders: [{ name: '<devs>', allowed: { sync: LINE } }],
  powerless: 2,
};

function open(answers: ConstructorParameters<typeof TestScreen>[0]): TestScreen {
  const screen = new TestScreen(answers);
  access(screen.page, screen.target, []);
  return screen;
}

function inputs(screen: TestScreen, label: string): HTMLInputElement[] {
  return [...screen.target.querySelectorAll('label')]
    .filter((each) => each.textContent?.startsWith(label))
    .map((each) => document.getElementById(each.htmlFor) as HTMLInputElement);
}

function type(input: HTMLInputElement | undefined, text: string): void {
  assert.ok(input);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

test('the answer is a sentence with the line that decides, and the way to it', async () => {
  const screen = open({ [`GET ${QUESTION}`]: () => Response.json(GRANTED) });
  screen.type('Person', 'jane');
  type(inputs(screen, 'Application')[0], WEB);
  screen.button('Find out').click();
  await settled();
  const result = screen.one('[role=status]');
  assert.match(result.textContent ?? '', /jane may do this: sync on prod\/argocd\/web\./);
  assert.match(result.textContent ?? '', /The role dev of the project allows it/);
  assert.deepEqual(
    [...result.querySelectorAll('.aoa-a-way li')].map((each) => each.textContent),
    ['devs', 'proj:shop:dev', LINE],
  );
});

test('a refusal looks and reads different, without a way where no line decides', async () => {
  const refused = { ...GRANTED, allowed: false, because: 'No line of the policy allows it.', line: undefined, identity: undefined, roles: undefined };
  const screen = open({ [`GET ${QUESTION}`]: () => Response.json(refused) });
  screen.type('Person', 'jane');
  type(inputs(screen, 'Application')[0], WEB);
  screen.target.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
  assert.match(screen.one('.aui-message-warning').textContent ?? '', /jane may not do this.*No line of the policy/);
  assert.equal(document.querySelector('.aoa-a-way'), null);
});

test('another action is asked for by its name, and an empty field says so itself', async () => {
  const asked = `access?${new URLSearchParams({ user: 'jane', action: 'action/apps/Deployment/restart', application: WEB })}`;
  const screen = open({ [`GET ${asked}`]: () => Response.json(GRANTED) });
  screen.type('Person', 'jane');
  type(inputs(screen, 'Application')[0], WEB);
  const action = screen.one<HTMLSelectElement>('select');
  action.value = '';
  action.dispatchEvent(new Event('change', { bubbles: true }));
  screen.button('Find out').click();
  await settled();
  assert.deepEqual(screen.asked.filter((each) => each.path.startsWith('access?')), []);
  assert.equal(screen.input('Another action, as Argo CD names it').getAttribute('aria-invalid'), 'true');
  screen.type('Another action, as Argo CD names it', 'action/apps/Deployment/restart');
  screen.button('Find out').click();
  await settled();
  assert.ok(document.querySelector('.aui-message-success'));
});

test('what the server says of a wrong question is shown whole', async () => {
  const screen = open({
    [`GET ${QUESTION}`]: () => Response.json({ message: 'There are several.', action: 'Name one of these: a, b' }, { status: 409 }),
  });
  screen.type('Person', 'jane');
  type(inputs(screen, 'Application')[0], WEB);
  screen.button('Find out').click();
  await settled();
  assert.match(screen.one('[role=alert]').textContent ?? '', /There are several\. Name one of these: a, b/);
});

test('the table says for each group what it may, with the lines, and never reads names as HTML', async () => {
  const screen = open({ [`GET ${GROUPS}`]: () => Response.json(FOUND) });
  type(inputs(screen, 'Application')[1], WEB);
  screen.button('Show groups').click();
  await settled();
  const rows = [...screen.one('table').querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent ?? ''),
  );
  assert.equal(rows.length, 2);
  assert.match(rows[0]?.[0] ?? '', /^EverybodyDefault role role:all/);
  assert.deepEqual(rows[0]?.slice(1), ['allowed', '–not allowed', '–not allowed']);
  assert.match(rows[1]?.[0] ?? '', /^<devs>/);
  assert.ok(rows[1]?.[0]?.includes(LINE));
  assert.deepEqual(rows[1]?.slice(1), ['allowed', 'allowed', '–not allowed']);
  assert.match(screen.target.textContent ?? '', /none of these actions: 2/);
  assert.deepEqual(screen.said, ['Who may do what with prod/argocd/web']);
});

test('an unknown or bad policy is told instead of an empty table', async () => {
  const answers = [{ ...FOUND, known: false }, { ...FOUND, badLine: 'p, nonsense' }, { ...FOUND, everybody: {}, holders: [], badProjectLine: 'x' }];
  const screen = open({ [`GET ${GROUPS}`]: () => Response.json(answers.shift()) });
  type(inputs(screen, 'Application')[1], WEB);
  screen.button('Show groups').click();
  await settled();
  assert.match(screen.one('.aui-message-warning').textContent ?? '', /policy is not known/);
  screen.button('Show groups').click();
  await settled();
  assert.match(screen.one('.aui-message-error').textContent ?? '', /p, nonsense/);
  screen.button('Show groups').click();
  await settled();
  assert.equal(document.querySelector('table'), null);
  assert.match(screen.target.textContent ?? '', /roles of the project do not count.*x.*Nobody has a role/s);
});

test('Applications are offered after a pause, for the last text only', async (t) => {
  const offered: string[] = [];
  const screen = open({
    'GET access/applications?text=we': (asked) => {
      offered.push(asked.path);
      return Response.json({ applications: [WEB] });
    },
  });
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const input = inputs(screen, 'Application')[0];
  type(input, 'w');
  type(input, 'we');
  t.mock.timers.tick(300);
  await settled();
  assert.equal(offered.length, 1);
  const options = [...(document.getElementById(input?.getAttribute('list') ?? '')?.children ?? [])];
  assert.deepEqual(options.map((each) => (each as HTMLOptionElement).value), [WEB]);
});
