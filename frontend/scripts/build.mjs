// One classic script per web-resource: works in the host's batches, needs no loader, leaves no globals.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync } from 'node:fs';

const script = { bundle: true, format: 'iife', target: 'es2020', charset: 'utf8', minify: true, legalComments: 'none' };

mkdirSync('dist', { recursive: true });
await build({ ...script, entryPoints: ['src/aoa-view.ts'], outfile: 'dist/aoa-view.js' });
await build({ ...script, entryPoints: ['src/editor.ts'], outfile: 'dist/aoa-editor.js' });
await build({ ...script, entryPoints: ['src/aoa-admin.ts'], outfile: 'dist/aoa-admin.js' });
copyFileSync('src/aoa.css', 'dist/aoa.css');
copyFileSync('src/aoa-admin.css', 'dist/aoa-admin.css');
