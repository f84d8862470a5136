import assert from 'node:assert/strict';
import { beforeEach, test, type TestContext } from 'node:test';
import { Live, type LiveBlock } from '../src/live';
import type { Change, Shown } from '../src/live-api';
import { page } from './page';

let timers: (() => void)[] = [];
let hidden = false;

beforeEach(() => {
  const dom = page('');
  timers = [];
  hidden = false;
  Object.defineProperty(dom.window.document, 'hidden', { get: () => hidden });
  dom.window.setTimeout = ((run: () => void) => timers.push(run)) as unknown as typeof dom.window.setTimeout;
  dom.window.clearTimeout = (() => (timers = [])) as unknown as typeof dom.window.clearTimeout;
});

async function poll(): Promise<void> {
  timers.splice(0).forEach((run) => run());
  for (let i = 0; i < 20; i++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

class Fake implements LiveBlock {
  here = true;
  revision = '1.a';
  readonly told: string[] = [];
  constructor(readonly name: string) {}
  present() {
    return this.here;
  }
  shown(): Omit<Shown, 'id'> {
    return { block: this.name, parameters: 'set=hq', page: '1', revision: this.revision };
  }
  change(change: Change) {
    this.told.push(`change ${change.revision}`);
    this.revision = change.revision;
  }
  fail() {
    this.told.push('fail');
  }
  same() {
    this.told.push('same');
  }
  signedOut() {
    this.told.push('signed out');
  }
  away() {
    this.told.push('away');
  }
}

function serve(t: TestContext, answer: () => Response): { blocks: Shown[] }[] {
  const asked: { blocks: Shown[] }[] = [];
  t.mock.method(globalThis, 'fetch', async (_url: string, request: RequestInit) => {
    asked.push(JSON.parse(String(request.body)));
    return answer();
  });
  return asked;
}

function live(...blocks: Fake[]): void {
  const tab = new Live();
  blocks.forEach((block) => tab.add(block));
}

test('all blocks of a tab share one question, and each gets its own answer', async (t) => {
  const asked = serve(t, () => Response.json({ blocks: [{ id: '1', revision: '2.a' }, { id: '2', error: {} }] }));
  const [one, two, three] = [new Fake('aoa-tree'), new Fake('aoa-owners'), new Fake('aoa-drift')];
  live(one, two, three);
  await poll();
  assert.equal(asked.length, 1);
  assert.deepEqual(asked[0]?.blocks.map((block) => block.block), ['aoa-tree', 'aoa-owners', 'aoa-drift']);
  assert.deepEqual([one.told, two.told, three.told], [['same'], ['change 2.a'], ['fail']]);
});

test('a block that left the page is asked for no more', async (t) => {
  const asked = serve(t, () => new Response(null, { status: 204 }));
  const [one, two] = [new Fake('a'), new Fake('b')];
  live(one, two);
  one.here = false;
  await poll();
  assert.deepEqual(asked[0]?.blocks.map((block) => block.block), ['b']);
});

test('an answer to what the reader no longer looks at is dropped', async (t) => {
  const one = new Fake('a');
  serve(t, () => {
    one.revision = '9.z';
    return Response.json({ blocks: [{ id: '0', revision: '2.a' }] });
  });
  live(one);
  await poll();
  assert.deepEqual(one.told, []);
});

test('more blocks than the server takes are asked for in parts', async (t) => {
  const asked = serve(t, () => new Response(null, { status: 204 }));
  live(...Array.from({ length: 130 }, () => new Fake('a')));
  await poll();
  assert.deepEqual(asked.map((one) => one.blocks.length), [100, 30]);
});

test('in the background nothing is asked, and at once when the tab is seen again', async (t) => {
  const asked = serve(t, () => new Response(null, { status: 204 }));
  live(new Fake('a'));
  hidden = true;
  document.dispatchEvent(new window.Event('visibilitychange'));
  await poll();
  assert.equal(asked.length, 0);
  hidden = false;
  document.dispatchEvent(new window.Event('visibilitychange'));
  await poll();
  assert.equal(asked.length, 1);
});

test('a lost session is told to every block', async (t) => {
  serve(t, () => new Response('{}', { status: 401 }));
  const [one, two] = [new Fake('a'), new Fake('b')];
  live(one, two);
  await poll();
  assert.deepEqual([one.told, two.told], [['signed out'], ['signed out']]);
});
