// npm run bench: the layout of large trees in Chromium, beside dagre's. Fails when 10,000 nodes take longer than 20 ms (median).
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LIMIT = 20;
const chromium = process.env.CHROMIUM ?? 'chromium';
const home = mkdtempSync(join(tmpdir(), 'aoa-bench-'));
try {
  const { outputFiles } = await build({
    entryPoints: ['bench/layout.js'], bundle: true, format: 'iife', target: 'es2020', minify: true, write: false,
  });
  writeFileSync(join(home, 'bench.js'), outputFiles[0].text);
  writeFileSync(join(home, 'bench.html'), '<!doctype html><body><script src="bench.js"></script></body>');
  const run = spawnSync(
    chromium,
    ['--headless=new', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(home, 'profile')}`,
      '--timeout=300000', '--dump-dom', `file://${join(home, 'bench.html')}`],
    { encoding: 'utf8', timeout: 300_000 },
  );
  const found = /<pre id="figures">(.*?)<\/pre>/s.exec(run.stdout ?? '');
  if (!found) {
    throw new Error(`No figures from ${chromium}: ${run.error ?? run.stderr}`);
  }
  const { browser, lines } = JSON.parse(found[1].replaceAll('&amp;', '&'));
  console.log(browser.replace(/.*(Chrome\/\S+).*/, '$1'));
  for (const { what, runs, median, p95, worst } of lines) {
    const ms = [median, p95, worst].map((value) => value.toFixed(1).padStart(8)).join(' ');
    console.log(`${what.padEnd(46)} median, p95, worst of ${String(runs).padStart(2)}: ${ms} ms`);
  }
  const late = lines.filter((line) => line.runs > 1 && line.what.startsWith('ours, 10,000') && line.median > LIMIT);
  if (late.length > 0) {
    throw new Error(`Longer than ${LIMIT} ms: ${late.map((line) => line.what).join('; ')}`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
