import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { JSDOM } from 'jsdom';
import { Texts } from '../src/texts';

const TEXTS = JSON.stringify({ 'act-reviewed': 'Reviewed.', 'act-accept': 'Taken over.', away: 'Away.', 'signed-out': 'Signed out.' });

interface Sent {
  address: string;
  body: string;
  token: string | null;
}

/** Presses a button while the server answers that; gives what was sent and what stands there then. */
async function press(t: TestContext, html: string, answer: Response | Error): Promise<{ sent: Sent; line: HTMLElement }> {
  const { window } = new JSDOM(`<!doctype html><div id="line">${html}</div>`);
  Object.assign(globalThis, { window, document: window.document });
  Object.assign(window, { AJS: { contextPath: () => '/wiki' } });
  let sent: Sent = { address: '', body: '', token: null };
  t.mock.method(globalThis, 'fetch', async (address: string, request: RequestInit) => {
    sent = { address, body: String(request.body), token: new Headers(request.headers).get('X-Atlassian-Token') };
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  const { act } = await import('../src/act');
  await act(document.querySelector('button') as HTMLButtonElement, '7', new Texts(TEXTS));
  return { sent, line: document.getElementById('line') as HTMLElement };
}

test('a review is sent with the token, and told in the place of the button', async (t) => {
  const { sent, line } = await press(t, '<button data-act="reviewed">Mark</button>', new Response(null, { status: 204 }));
  assert.deepEqual(sent, { address: '/wiki/rest/aoa/1.0/documentation/pages/7/reviewed', body: '{}', token: 'no-check' });
  assert.equal(line.querySelector('button'), null);
  assert.equal(line.querySelector('[role=status]')?.textContent, 'Reviewed.');
});

test('a value is sent as it was shown, markup and all', async (t) => {
  const html = '<button data-act="accept" data-application="c/n/a" data-field="owner" data-says="&lt;b&gt;x">Take over</button>';
  const { sent, line } = await press(t, html, new Response(null, { status: 204 }));
  assert.deepEqual(JSON.parse(sent.body), { application: 'c/n/a', field: 'owner', manifestSays: '<b>x' });
  assert.equal(line.textContent, 'Taken over.');
});

test('a refusal is told beside the button, which stays, and only once', async (t) => {
  const answer = Response.json({ message: 'Changed <i>since</i>.' }, { status: 409 });
  const { line } = await press(t, '<button data-act="reviewed">Mark</button>', answer);
  const button = line.querySelector('button');
  assert.equal(button?.disabled, false);
  assert.equal(line.querySelector('.aoa-acted')?.textContent, 'Changed <i>since</i>.');
  assert.equal(line.querySelector('i'), null);
});

test('a lost session and a silent server are told', async (t) => {
  const lost = await press(t, '<button data-act="reviewed">Mark</button>', new Response('', { status: 401 }));
  assert.equal(lost.line.querySelector('.aoa-acted')?.textContent, 'Signed out.');
  t.mock.restoreAll();
  const silent = await press(t, '<button data-act="reviewed">Mark</button>', new TypeError('no answer'));
  assert.equal(silent.line.querySelector('.aoa-acted')?.textContent, 'Away.');
});
