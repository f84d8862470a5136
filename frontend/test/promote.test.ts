import assert from 'node:assert/strict';
import { beforeEach, test, type TestContext } from 'node:test';
import { Block } from '../src/block';
import { Live } from '../src/live';
import { page, settle } from './page';

const WORDS = JSON.stringify({
  reading: 'Reading',
  request: 'Request',
  against: 'Not now:',
  'approve.do': 'Approve',
  'approve.title': 'Approve {0}',
  about: '{0} {1} to {2}',
  away: 'Away',
  confirm: 'Confirm',
});

const PLAN = {
  digest: 'd1',
  edits: [{ repository: 'deploy', branch: 'main', path: 'prod/pay.yaml', diff: '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-tag: 1\n+tag: 2\n' }],
  gates: [{ name: 'freeze', open: true, reason: 'Nothing is frozen.', nextOpening: null }],
  blockers: [] as { code: string; reason: string }[],
  between: { commits: 3, stories: ['PAY-1'] },
  mayRequest: true,
  whyNot: null,
};

interface Asked {
  path: string;
  body: Record<string, unknown>;
}

beforeEach(() => {
  const dom = page(
    `<section class="aoa aoa-live" lang="en" data-block="aoa-promote" data-parameters="set=hq&amp;service=pay" data-page="12" data-revision="7.ab">` +
      `<div class="aoa-notice" hidden></div><div class="aoa-body"><div class="aoa-panel aoa-desk aoa-rows" data-texts='${WORDS}'>` +
      `<div data-row="route"><select data-choose="from"><option>dev</option><option selected>staging</option></select>` +
      `<select data-choose="to"><option>staging</option><option selected>prod</option></select></div>` +
      `<div data-row="act"><button data-desk="plan" data-set="hq" data-service="pay" data-from="staging" data-to="prod">Promote</button>` +
      `<button data-desk="approve" data-id="p1" data-digest="d1" data-service="pay" data-to="prod" data-version="v2">Approve</button></div>` +
      `</div></div><div class="aoa-foot"></div><div class="aoa-say"></div></section>`,
  );
  for (const name of ['HTMLInputElement', 'HTMLTextAreaElement', 'HTMLButtonElement', 'Element']) {
    Object.defineProperty(globalThis, name, { value: dom.window[name as 'window'], configurable: true });
  }
  dom.window.setInterval = (() => 0) as unknown as typeof dom.window.setInterval;
  const dialog = dom.window.HTMLDialogElement.prototype;
  dialog.showModal = function () {
    this.open = true;
  };
  dialog.close = function () {
    this.open = false;
    this.dispatchEvent(new dom.window.Event('close'));
  };
});

function serve(t: TestContext, answer: (asked: Asked) => Response): Asked[] {
  const all: Asked[] = [];
  t.mock.method(globalThis, 'fetch', async (url: string, request: RequestInit) => {
    const asked = { path: url.replace(/.*\/rest\/aoa\/1\.0\//, ''), body: JSON.parse(String(request.body)) };
    all.push(asked);
    return answer(asked);
  });
  return all;
}

function start(): void {
  const root = document.querySelector<HTMLElement>('.aoa');
  assert.ok(root);
  new Block(root, new Live()).start();
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.dispatchEvent(new window.Event('click', { bubbles: true }));
}

test('a plan shows the diff of each file, what lies in between, and asks for a reason', async (t) => {
  serve(t, () => Response.json(PLAN));
  start();
  press('[data-desk=plan]');
  await settle();
  assert.deepEqual(
    Array.from(document.querySelectorAll('.aoa-plan .aoa-diff span'), (span) => `${span.className} ${span.textContent?.trim()}`),
    ['aoa-at @@ -1 +1 @@', 'aoa-del -tag: 1', 'aoa-add +tag: 2'],
  );
  assert.match(document.querySelector('.aoa-plan')?.textContent ?? '', /prod\/pay\.yaml.*PAY-1/s);
  assert.ok(document.querySelector('.aoa-plan textarea'));
});

test('a blocker or a closed gate leaves nothing to press, but says why', async (t) => {
  serve(t, () =>
    Response.json({
      ...PLAN,
      blockers: [{ code: 'ambiguous', reason: 'Declared twice.' }],
      gates: [{ name: 'freeze', open: false, reason: 'Frozen: <b>audit</b>', nextOpening: null }],
    }),
  );
  start();
  press('[data-desk=plan]');
  await settle();
  assert.deepEqual(
    Array.from(document.querySelectorAll('.aoa-blockers li'), (li) => li.textContent),
    ['Declared twice.', 'Frozen: <b>audit</b>'],
  );
  assert.equal(document.querySelector('.aoa-plan textarea'), null);
});

test('however often somebody presses, one intent has one key', async (t) => {
  let failing = true;
  const asked = serve(t, ({ path }) => {
    if (path === 'promotions/plan') {
      return Response.json(PLAN);
    }
    if (path === 'promotions') {
      return failing ? new Response('', { status: 502 }) : Response.json({ id: 'p1', state: 'requested' }, { status: 201 });
    }
    return new Response(null, { status: 204 });
  });
  start();
  press('[data-desk=plan]');
  await settle();
  press('.aoa-plan .aoa-primary');
  press('.aoa-plan .aoa-primary');
  await settle();
  assert.match(document.querySelector('.aoa-plan [role=alert]')?.textContent ?? '', /Away/);
  failing = false;
  press('.aoa-plan .aoa-primary');
  await settle();
  const requests = asked.filter((each) => each.path === 'promotions');
  assert.equal(requests.length, 2);
  assert.equal(new Set(requests.map((each) => each.body['idempotencyKey'])).size, 1);
  assert.deepEqual(
    { ...requests[0]?.body, idempotencyKey: undefined },
    { set: 'hq', service: 'pay', from: 'staging', to: 'prod', digest: 'd1', reason: '', page: '12', idempotencyKey: undefined },
  );
  assert.equal(document.querySelector('.aoa-plan'), null);
  assert.ok(asked.some((each) => each.path === 'live'));
});

test('a plan that has moved is read again, with a word about it', async (t) => {
  let plans = 0;
  serve(t, ({ path }) => {
    if (path === 'promotions/plan') {
      plans++;
      return Response.json({ ...PLAN, digest: `d${plans}` });
    }
    return Response.json({ kind: 'moved', detail: 'What you saw is no longer so.', action: 'Look again.' }, { status: 409 });
  });
  start();
  press('[data-desk=plan]');
  await settle();
  press('.aoa-plan .aoa-primary');
  await settle();
  assert.equal(plans, 2);
  assert.match(document.querySelector('.aoa-plan [role=alert]')?.textContent ?? '', /no longer so/);
});

test('an approval sends the digest that was shown and the comment', async (t) => {
  const asked = serve(t, ({ path }) => (path === 'live' ? new Response(null, { status: 204 }) : Response.json({ id: 'p1' })));
  start();
  press('[data-desk=approve]');
  assert.equal(document.querySelector('dialog h4')?.textContent, 'Approve pay v2 to prod');
  const comment = document.querySelector<HTMLTextAreaElement>('dialog textarea');
  assert.ok(comment);
  comment.value = ' fine ';
  document.querySelector('dialog form')?.dispatchEvent(new window.Event('submit', { cancelable: true }));
  await settle();
  assert.deepEqual(asked[0], { path: 'promotions/p1/approve', body: { digest: 'd1', comment: 'fine', page: '12' } });
  assert.equal(document.querySelector('dialog'), null);
});

test('who has to show again who they are is led there, and keeps the comment', async (t) => {
  serve(t, () => Response.json({ kind: 'confirm-identity', detail: 'Show again who you are.', action: '' }, { status: 403 }));
  start();
  press('[data-desk=approve]');
  const comment = document.querySelector<HTMLTextAreaElement>('dialog textarea');
  assert.ok(comment);
  comment.value = 'fine';
  document.querySelector('dialog form')?.dispatchEvent(new window.Event('submit', { cancelable: true }));
  await settle();
  assert.match(document.querySelector('dialog [role=alert] a')?.getAttribute('href') ?? '', /authenticate\.action/);
  assert.equal(comment.value, 'fine');
});

test('another environment is another panel, drawn by the server', async (t) => {
  const asked = serve(t, () => new Response(null, { status: 204 }));
  start();
  const select = document.querySelector<HTMLSelectElement>('[data-choose=to]');
  assert.ok(select);
  select.value = 'staging';
  select.dispatchEvent(new window.Event('change', { bubbles: true }));
  await settle();
  const [block] = asked[0]?.body['blocks'] as { parameters: string; revision: string }[];
  assert.equal(block?.parameters, 'set=hq&service=pay&from=staging&to=staging');
  assert.equal(block?.revision, '');
});
