import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConnectionForm } from '../src/admin/connection-form';
import { connections } from '../src/admin/connections';
import { deleteConnection } from '../src/admin/delete';
import type { Connection } from '../src/admin/model';
import { settled, TestScreen } from './admin-page';

const PROD: Connection = {
  id: 'prod',
  name: '<b>Production</b>',
  server: 'https://api.example.com:6443',
  insecureTls: false,
  signIn: { kind: 'token', token: { secret: 'prod.token', present: true, expires: '2027-01-01T00:00:00Z' } },
  namespaces: ['argocd'],
  paused: false,
  status: { phase: 'denied', reason: 'may not list <i>applications</i>', since: '2026-11-23T12:00:00Z', asOf: null },
  warnings: ['The token ends in 3 days.'],
};

/** Fills what a new connection needs. */
function fillIn(screen: TestScreen): void {
  screen.type('Name', 'x');
  screen.type('API server', 'https://api.example.com:6443');
  screen.type('Token', 'abc');
}

test('a stored token is never shown, and leaving it empty keeps it', () => {
  const screen = new TestScreen({});
  const form = new ConnectionForm(screen.page, PROD);
  form.show(screen.target);
  const token = screen.input('Token');
  assert.equal(token.value, '');
  assert.equal(token.placeholder, 'Stored, leave empty to keep');
  assert.match(screen.target.textContent ?? '', /Expires Jan 1, 2027/);
  assert.deepEqual(form.read().signIn, { kind: 'token', token: { secret: 'prod.token' } });
  screen.type('Token', ' new ');
  screen.type('Second token', 'other');
  assert.deepEqual(form.read().signIn, { kind: 'token', token: { value: 'new' }, secondToken: { value: 'other' } });
});

test('a new connection is sent in the form of the YAML, without what is empty', async () => {
  const screen = new TestScreen({ 'POST connections': () => Response.json(PROD, { status: 201 }) });
  new ConnectionForm(screen.page, undefined).show(screen.target);
  screen.type('Name', 'Production EU');
  screen.type('API server', 'https://api.example.com:6443');
  screen.type('Token', 'abc');
  screen.type('Namespaces', 'argocd, apps');
  assert.equal(screen.page.unsaved, true);
  screen.button('Save').click();
  screen.button('Save').click();
  await settled();
  assert.equal(screen.asked.length, 1);
  assert.equal(screen.asked[0]?.token, 'no-check');
  assert.deepEqual(screen.asked[0]?.body, {
    id: 'production-eu',
    name: 'Production EU',
    server: 'https://api.example.com:6443',
    insecureTls: false,
    signIn: { kind: 'token', token: { value: 'abc' } },
    namespaces: ['argocd', 'apps'],
    paused: false,
  });
  assert.deepEqual(screen.went, ['connections']);
  assert.equal(screen.page.unsaved, false);
});

test('what the server finds wrong stands at its field, and the first of them gets the focus', async () => {
  const errors = [
    { field: 'signIn.token', message: 'Paste the token.' },
    { field: 'server', message: 'Begin with <https>.' },
    { field: 'proxy', message: 'No such proxy.' },
    { field: 'elsewhere', message: 'Strange.' },
  ];
  const screen = new TestScreen({ 'POST connections': () => Response.json({ errors }, { status: 400 }) });
  new ConnectionForm(screen.page, undefined).show(screen.target);
  fillIn(screen);
  screen.button('Save').click();
  await settled();
  const server = screen.input('API server');
  assert.equal(document.activeElement, server);
  assert.equal(server.getAttribute('aria-invalid'), 'true');
  const described = server.getAttribute('aria-describedby')?.split(' ')[0] ?? '';
  assert.equal(document.getElementById(described)?.textContent, 'Begin with <https>.');
  assert.equal(screen.input('HTTP proxy').closest('details')?.open, true);
  assert.match(screen.one('[role=alert]').textContent ?? '', /elsewhere: Strange\./);
  screen.type('API server', 'https://x');
  assert.equal(server.getAttribute('aria-invalid'), null);
});

test('what is missing is said at its field before anything is sent', async () => {
  const screen = new TestScreen({});
  new ConnectionForm(screen.page, undefined).show(screen.target);
  screen.type('Name', 'x');
  screen.button('Test').click();
  await settled();
  assert.deepEqual(screen.asked, []);
  assert.equal(document.activeElement, screen.input('API server'));
  assert.equal(screen.input('Token').getAttribute('aria-invalid'), 'true');
  assert.equal(screen.input('Second token').getAttribute('aria-invalid'), null);
});

test('who saves what somebody else has changed meanwhile decides, and loses nothing', async () => {
  const answers = [409, 200];
  const screen = new TestScreen({ 'PUT connections/prod': () => Response.json(PROD, { status: answers.shift() ?? 500 }) });
  new ConnectionForm(screen.page, { ...PROD, version: 7 }).show(screen.target);
  screen.type('Name', 'Mine');
  screen.button('Save').click();
  await settled();
  assert.equal(screen.asked[0]?.version, '"7"');
  assert.match(screen.one('.aui-message-warning').textContent ?? '', /Somebody else has saved/);
  assert.equal(screen.input('Name').value, 'Mine');
  assert.deepEqual(screen.went, []);
  screen.button('Save mine').click();
  await settled();
  assert.equal(screen.asked[1]?.version, null);
  assert.deepEqual(screen.asked[1]?.body, screen.asked[0]?.body);
  assert.deepEqual(screen.went, ['connections']);
});

for (const [status, body, told] of [
  [404, '<html>Page not found</html>', /does not answer/],
  [404, '{"message":"HTTP 404 Not Found"}', /does not answer/],
  [500, '', /reason is in Confluence’s log/],
  [503, '{"detail":"The database does not answer now."}', /The database does not answer now\./],
] as const) {
  test(`an answer ${status} ${body} is told as a message with a way on`, async () => {
    const type = body.startsWith('{') ? 'application/json' : 'text/html';
    const screen = new TestScreen({ 'GET connections': () => new Response(body, { status, headers: { 'Content-Type': type } }) });
    const leave = connections(screen.page, screen.target, []) as () => void;
    await settled();
    leave();
    assert.match(screen.one('[role=alert]').textContent ?? '', told);
    assert.ok(screen.button('Try again'));
    assert.equal(screen.target.querySelector('.aoa-a-loading'), null);
  });
}

test('an ended secure session asks for the password, and then the same is sent again', async () => {
  const answers = [401, 401, 201];
  const screen = new TestScreen({ 'POST connections': () => Response.json(PROD, { status: answers.shift() ?? 500 }) });
  screen.unlocks = [true, true];
  new ConnectionForm(screen.page, undefined).show(screen.target);
  fillIn(screen);
  screen.button('Save').click();
  await settled();
  assert.equal(screen.asked.length, 3);
  assert.deepEqual(screen.asked[2], screen.asked[0]);
  assert.deepEqual(screen.went, ['connections']);
});

test('who does not confirm the password keeps what was typed', async () => {
  const screen = new TestScreen({ 'POST connections': () => Response.json({}, { status: 401 }) });
  new ConnectionForm(screen.page, undefined).show(screen.target);
  fillIn(screen);
  screen.button('Save').click();
  await settled();
  assert.match(screen.target.textContent ?? '', /What you typed is still here/);
  assert.equal(screen.input('Name').value, 'x');
  assert.equal(screen.page.unsaved, true);
  assert.deepEqual(screen.went, []);
});

test('the test shows the layers and what to do', async () => {
  const screen = new TestScreen({
    'POST connections/test': () =>
      Response.json({ ok: false, layer: 'tls', message: 'Issued by <CN=x>.', remedy: 'Paste the CA.' }),
  });
  new ConnectionForm(screen.page, undefined).show(screen.target);
  fillIn(screen);
  screen.button('Test').click();
  assert.match(screen.target.textContent ?? '', /Testing the connection/);
  await settled();
  assert.equal(screen.one('[data-layer=tcp]').dataset['state'], 'passed');
  assert.equal(screen.one('[data-layer=tls]').dataset['state'], 'failed');
  assert.equal(screen.one('[data-layer=argocd]').dataset['state'], 'untested');
  assert.match(screen.one('.aui-message-error').textContent ?? '', /stopped at: TLSIssued by <CN=x>\.What to do: Paste the CA\./);
  assert.match(screen.said.at(-1) ?? '', /Paste the CA/);
});

test('a kubeconfig offers its contexts, those that cannot be used with the reason', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const contexts = [
    { name: 'eu', cluster: 'c', user: 'u', namespace: '', usable: true, problem: '' },
    { name: 'us', cluster: 'c', user: 'e', namespace: '', usable: false, problem: 'It runs a program.' },
  ];
  const screen = new TestScreen({ 'POST connections/contexts': () => Response.json({ contexts, current: 'eu' }) });
  const form = new ConnectionForm(screen.page, undefined);
  form.show(screen.target);
  screen.choose('Kubeconfig');
  screen.type('Kubeconfig', 'kind: Config');
  t.mock.timers.tick(1000);
  await settled();
  const select = screen.input('Context') as unknown as HTMLSelectElement;
  assert.deepEqual([...select.options].map((each) => [each.value, each.disabled]), [['', false], ['eu', false], ['us', true]]);
  assert.match(screen.target.textContent ?? '', /us: It runs a program\./);
  select.value = 'eu';
  assert.deepEqual(form.read().signIn, { kind: 'kubeconfig', kubeconfig: { value: 'kind: Config' }, context: 'eu' });
  assert.equal('server' in form.read(), false);
});

test('the list tells each state by shape and word with reason and warnings, as texts', async () => {
  const screen = new TestScreen({ 'GET connections': () => Response.json({ connections: [PROD] }) });
  const leave = connections(screen.page, screen.target, []) as () => void;
  await settled();
  leave();
  const card = screen.one('[data-connection=prod]');
  assert.equal(card.querySelector('h3')?.textContent, '<b>Production</b>');
  assert.ok(card.querySelector('[data-phase=denied] svg'));
  assert.match(card.textContent ?? '', /Access denied.*may not list <i>applications<\/i>.*The token ends in 3 days/);
  assert.equal(card.querySelector('i, b'), null);
});

test('where there is no connection, three steps teach what to do', async () => {
  const screen = new TestScreen({ 'GET connections': () => Response.json({ connections: [] }) });
  const leave = connections(screen.page, screen.target, []) as () => void;
  await settled();
  leave();
  assert.equal(screen.target.querySelectorAll('.aoa-a-steps > li').length, 3);
  assert.ok(screen.button('Download the manifest'));
});

test('pausing sends the connection as it is stored now, without what is read-only', async () => {
  const screen = new TestScreen({
    'GET connections': () => Response.json({ connections: [PROD] }),
    'GET connections/prod': () => Response.json(PROD),
    'PUT connections/prod': () => Response.json(PROD),
  });
  const leave = connections(screen.page, screen.target, []) as () => void;
  await settled();
  screen.button('Pause').click();
  await settled();
  leave();
  const { status: _status, warnings: _warnings, ...draft } = PROD;
  assert.deepEqual(screen.asked.find((each) => each.method === 'PUT')?.body, { ...draft, paused: true });
});

test('deleting names the consequences and wants the id', async () => {
  const screen = new TestScreen({
    'GET connections/prod/consequences': () => Response.json({ consequences: ['2 sets on <3> pages'] }),
    'DELETE connections/prod': () => new Response(null, { status: 204 }),
  });
  const before = document.createElement('button');
  document.body.append(before);
  before.focus();
  const done = deleteConnection(screen.page, PROD);
  await settled();
  const dialog = screen.one('[role=dialog]');
  assert.match(dialog.textContent ?? '', /2 sets on <3> pages/);
  assert.equal((document.activeElement as HTMLElement).tagName, 'INPUT');
  screen.button('Delete', dialog).click();
  await settled();
  assert.match(dialog.textContent ?? '', /That is not the id\. Type prod/);
  assert.equal(screen.asked.some((each) => each.method === 'DELETE'), false);
  const input = dialog.querySelector('input') as HTMLInputElement;
  input.value = 'prod';
  screen.button('Delete', dialog).click();
  await settled();
  assert.equal(await done, true);
  assert.equal(document.querySelector('[role=dialog]'), null);
  assert.equal(document.activeElement, before);
});
