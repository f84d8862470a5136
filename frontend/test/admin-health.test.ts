import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { health } from '../src/admin/health';
import { caughtFiles, settled, TestScreen } from './admin-page';

const QUIET = {
  nodes: [],
  database: { answers: true, silentMillis: 3, rowsWritten: 0 },
  cache: { objects: 0, documentBytes: 0, feeds: [] },
  unknownPolicies: [],
};

test('the support bundle comes byte by byte as a file', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 0x80]);
  const screen = new TestScreen({
    'GET health': () => Response.json(QUIET),
    'GET support-bundle': () => new Response(bytes, { headers: { 'Content-Type': 'application/zip' } }),
  });
  const files = caughtFiles();
  const end = health(screen.page, screen.target, []);
  await settled();
  screen.button('Download support bundle').click();
  await settled();
  end?.();
  mock.timers.reset();
  assert.equal(files.length, 1);
  assert.equal(files[0]?.name, 'app-of-apps-support.zip');
  assert.deepEqual(new Uint8Array((await files[0]?.content.arrayBuffer()) ?? []), bytes);
});
