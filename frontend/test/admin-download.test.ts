import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { downloadButton } from '../src/admin/download';
import { caughtFiles, settled, TestScreen } from './admin-page';

/** Presses a button for the log; gives the files that the browser got. */
async function download(answer: () => Response): Promise<{ screen: TestScreen; files: { name: string; content: Blob }[] }> {
  const screen = new TestScreen({ 'GET log': answer });
  const files = caughtFiles();
  screen.target.append(downloadButton(screen.page, 'Download', 'log', 'log.jsonl', screen.target));
  mock.timers.enable({ apis: ['setTimeout'] });
  screen.button('Download').click();
  await settled();
  mock.timers.reset();
  return { screen, files };
}

test('rows of JSON become a file as they came, and are not read as one document', async () => {
  const rows = '{"sequence":1}\n{"sequence":2}\n';
  const { screen, files } = await download(() => new Response(rows, { headers: { 'Content-Type': 'application/x-ndjson' } }));
  assert.equal(files.length, 1);
  assert.equal(files[0]?.name, 'log.jsonl');
  assert.equal(await files[0]?.content.text(), rows);
  assert.deepEqual(screen.said, ['log.jsonl has been downloaded.']);
});

test('what is refused makes no file and is told', async () => {
  const { screen, files } = await download(() => Response.json({ detail: 'Only system administrators may do this.' }, { status: 403 }));
  assert.equal(files.length, 0);
  assert.match(screen.target.textContent ?? '', /Only system administrators may do this\./);
});
