import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositories } from '../src/admin/repositories';
import { settled, TestScreen } from './admin-page';

const HEARD = { heard: '2026-11-30T08:00:00Z', refused: '2026-11-30T08:05:00Z', why: 'not-signed' };
const NEVER = { heard: null, refused: null, why: null };

const STORED = {
  hooks: [
    { id: 'deployments', sender: 'github', enabled: true, secret: { secret: 'deployments.hook-secret', present: true }, deliveries: HEARD },
    { id: 'clusters', sender: 'argocd', enabled: false, secret: { secret: 'clusters.hook-secret', present: false }, deliveries: NEVER },
  ],
  version: 7,
};

const AS_STORED = STORED.hooks.map(({ id, sender, enabled, secret }) => ({ id, sender, enabled, secret: { secret: secret.secret } }));

async function open(rest: string[], put = () => Response.json(STORED)): Promise<TestScreen> {
  const screen = new TestScreen({
    'GET repositories': () => Response.json({ repositories: [], version: 7 }),
    'GET hooks': () => Response.json(STORED),
    'PUT hooks': put,
  });
  repositories(screen.page, screen.target, rest);
  await settled();
  return screen;
}

function saved(screen: TestScreen): { version: string | null; hooks: unknown[] } {
  const put = screen.asked.find((each) => each.method === 'PUT');
  assert.ok(put);
  return { version: put.version, hooks: (put.body as { hooks: unknown[] }).hooks };
}

test('each hook is shown with its address, its state and what it heard and refused last', async () => {
  const screen = await open([]);
  const row = screen.one('[data-hook=deployments]');
  assert.match(row.textContent ?? '', /GitHub.*On.*Heard.*Refused.*not signed with this secret/);
  assert.match(row.querySelector('output')?.value ?? '', /^https?:\/\/[^/]+\/rest\/aoa\/1\.0\/hooks\/deployments$/);
  assert.match(screen.one('[data-hook=clusters]').textContent ?? '', /Off.*cannot be read any more.*none yet/);
});

test('the address goes to the clipboard, and is selected where the browser keeps that', async () => {
  const screen = await open([]);
  const row = screen.one('[data-hook=deployments]');
  const address = row.querySelector('output')?.value ?? '';
  screen.button('Copy', row).click();
  await settled();
  assert.deepEqual(screen.said, ['Selected, press Ctrl+C or \u2318C: Address of deployments']);
  assert.equal(window.getSelection()?.toString(), address);
  let kept = '';
  const clipboard = {
    writeText: async (text: string) => {
      kept = text;
    },
  };
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { clipboard } });
  screen.button('Copy', row).click();
  await settled();
  assert.equal(kept, address);
  assert.equal(screen.said[1], 'Copied: Address of deployments');
});

test('a hook is switched off with the version that was seen, and all secrets stay', async () => {
  const screen = await open([]);
  screen.button('Switch off', screen.one('[data-hook=deployments]')).click();
  await settled();
  assert.deepEqual(saved(screen), { version: '"7"', hooks: [{ ...AS_STORED[0], enabled: false }, AS_STORED[1]] });
});

test('a hook is deleted when that was confirmed, and the others stay', async () => {
  const screen = await open([]);
  screen.button('Delete', screen.one('[data-hook=clusters]')).click();
  await settled();
  screen.button('Delete', screen.one('.aui-dialog2')).click();
  await settled();
  assert.deepEqual(saved(screen).hooks, [AS_STORED[0]]);
});

test('a new hook needs a secret; one that is made can be read until it is saved', async () => {
  const screen = await open(['hooks', 'new']);
  screen.type('Id', 'fresh');
  const sender = screen.input('Sender');
  sender.value = 'gitlab';
  sender.dispatchEvent(new Event('change'));
  assert.match(screen.target.textContent ?? '', /as Secret token/);
  assert.match(screen.one('output').textContent ?? '', /\/hooks\/fresh$/);
  screen.button('Save').click();
  await settled();
  assert.equal(screen.input('Secret').getAttribute('aria-invalid'), 'true');
  screen.button('Make a secret').click();
  await settled();
  assert.match(screen.input('Secret').value, /^[0-9a-f]{64}$/);
  assert.equal(screen.input('Secret').type, 'text');
  screen.button('Save').click();
  await settled();
  const fresh = { id: 'fresh', sender: 'gitlab', enabled: true, secret: { value: screen.input('Secret').value } };
  assert.deepEqual(saved(screen).hooks, [...AS_STORED, fresh]);
  assert.deepEqual(screen.went, ['repositories']);
});

test('a stored secret is never in the form and stays when nothing is typed', async () => {
  const screen = await open(['hooks', 'deployments']);
  assert.equal(screen.input('Secret').value, '');
  assert.equal(screen.input('Secret').type, 'password');
  screen.input('The webhook is on').checked = false;
  screen.button('Save').click();
  await settled();
  assert.deepEqual(saved(screen).hooks, [{ ...AS_STORED[0], enabled: false }, AS_STORED[1]]);
});

test('errors of one of several hooks stand at its fields', async () => {
  const errors = [{ field: 'hooks[2].id', message: 'is that of another hook too: each needs its own' }];
  const screen = await open(['hooks', 'new'], () => Response.json({ errors }, { status: 400 }));
  screen.type('Id', 'deployments');
  screen.type('Secret', 'x');
  screen.button('Save').click();
  await settled();
  assert.equal(screen.input('Id').getAttribute('aria-invalid'), 'true');
  assert.equal(document.activeElement, screen.input('Id'));
});

test('who saves what somebody else has changed is asked first', async () => {
  const answers = [409, 200];
  const screen = await open(['hooks', 'deployments'], () => Response.json({}, { status: answers.shift() ?? 200 }));
  screen.button('Save').click();
  await settled();
  assert.deepEqual(screen.went, []);
  screen.button('Save mine').click();
  await settled();
  assert.deepEqual(
    screen.asked.filter((each) => each.method === 'PUT').map((each) => each.version),
    ['"7"', null],
  );
  assert.deepEqual(screen.went, ['repositories']);
});

test('a repository is tried step by step before it is saved', async () => {
  const steps = [
    { step: 'read', ok: true, message: 'Branches: 3.' },
    { step: 'push', ok: false, message: 'HTTP 403' },
  ];
  const screen = new TestScreen({
    'GET repositories': () => Response.json({ repositories: [], version: 1 }),
    'POST repositories/test': () => Response.json({ ok: false, steps }),
  });
  repositories(screen.page, screen.target, ['new']);
  await settled();
  screen.type('Id', 'deploy');
  screen.type('Address', 'https://git.example.com/x.git');
  screen.button('Test').click();
  await settled();
  assert.match(screen.one('[data-step=push][data-ok=false]').textContent ?? '', /HTTP 403/);
  assert.match(screen.one('.aui-message-error').textContent ?? '', /cannot be used like this/);
  assert.equal(screen.asked.some((each) => each.method === 'PUT'), false);
});
