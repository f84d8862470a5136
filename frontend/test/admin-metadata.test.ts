import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadata } from '../src/admin/metadata';
import type { Metadata, MetadataFound } from '../src/admin/model';
import { settled, TestScreen } from './admin-page';

const STORED: Metadata = {
  fields: [
    { id: 'owner', kind: 'text', inherited: true, counts: true, keys: ['annotation:a8r.io/owner', 'label:team', 'project-groups'] },
    { id: 'tier', title: 'Tier', kind: 'text', inherited: false, counts: false, keys: ['label:tier'] },
  ],
  version: 3,
};

const FOUND: MetadataFound = {
  applications: 12,
  fields: [
    {
      id: 'owner',
      missing: 4,
      keys: [
        { decided: 5, examples: ['Team <i>Orange</i>'] },
        { decided: 3, examples: [] },
        { decided: 0, examples: [] },
      ],
    },
    { id: 'tier', missing: 12, keys: [{ decided: 0, examples: [] }] },
  ],
};

async function open(put = () => Response.json({ ...STORED, version: 4 })): Promise<[TestScreen, () => void]> {
  const screen = new TestScreen({
    'GET metadata': () => Response.json(STORED),
    'POST metadata/preview': () => Response.json(FOUND),
    'PUT metadata': put,
  });
  const leave = metadata(screen.page, screen.target, []) as () => void;
  await settled();
  return [screen, leave];
}

const put = (screen: TestScreen): Metadata => screen.asked.filter((each) => each.method === 'PUT').at(-1)?.body as Metadata;

test('each place shows what it decides now, as text', async () => {
  const [screen, leave] = await open();
  leave();
  const text = screen.target.textContent ?? '';
  assert.match(text, /Matches: 5 Team <i>Orange<\/i>/);
  assert.match(text, /Applications without: 4/);
  assert.equal(screen.target.querySelector('b, i'), null);
});

test('what is stored is what is sent back', async () => {
  const [screen, leave] = await open();
  screen.button('Save').click();
  await settled();
  leave();
  assert.deepEqual(put(screen), { fields: STORED.fields });
});

test('places and fields move by their own buttons, and the focus stays', async () => {
  const [screen, leave] = await open();
  screen.one('button[aria-label=\"Move label:team up\"]').click();
  screen.one('button[aria-label=\"Move Tier up\"]').click();
  assert.equal(document.activeElement?.getAttribute('data-move'), 'up');
  screen.button('Save').click();
  await settled();
  leave();
  const sent = put(screen);
  assert.deepEqual(sent.fields.map((field) => field.id), ['tier', 'owner']);
  assert.deepEqual(sent.fields[1]?.keys, ['label:team', 'annotation:a8r.io/owner', 'project-groups']);
});

test('only the ends of a list cannot go further', async () => {
  const [screen, leave] = await open();
  leave();
  assert.equal(screen.one('button[aria-label=\"Move owner up\"]').getAttribute('aria-disabled'), 'true');
  assert.equal(screen.one('button[aria-label=\"Move owner down\"]').getAttribute('aria-disabled'), 'false');
  assert.equal(screen.one('button[aria-label=\"Move project-groups down\"]').getAttribute('aria-disabled'), 'true');
});

test('what the server refuses is said at its place', async () => {
  const [screen, leave] = await open(() =>
    Response.json({ message: 'No', errors: [{ field: 'metadata.fields[0].keys[1]', message: 'is there twice: remove one' }] }, { status: 400 }),
  );
  screen.button('Save').click();
  await settled();
  leave();
  const wrong = [...screen.target.querySelectorAll('.error:not([hidden])')].map((each) => each.textContent);
  assert.ok(wrong.includes('is there twice: remove one'));
  assert.equal(screen.target.querySelectorAll('select[aria-invalid=true]').length, 1);
});
