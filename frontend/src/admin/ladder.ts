import { fill, h, icon } from './dom';
import { downloadButton } from './download';
import type { Layer, TestResult } from './model';
import { message, type Page } from './page';

/** Layers as people think of them, from the wire up. */
const STEPS: readonly Layer[] = ['configuration', 'dns', 'tcp', 'tls', 'authentication', 'authorization', 'argocd'];

export type StepState = 'passed' | 'failed' | 'untested';

const MARKS: Readonly<Record<StepState, string>> = {
  passed: 'M6.4 12.6 2 8.2l1.4-1.4 3 3 6.2-6.2L14 5Z',
  failed: 'm3.4 2 4.6 4.6L12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4Z',
  untested: 'M3 7h10v2H3Z',
};

/**
 * What a test's result says of each layer. Rights are tried after Argo CD has been looked for, but not always: a
 * failure in one of the two says nothing about the other.
 */
export function steps(result: TestResult): [Layer, StepState][] {
  const end = STEPS.indexOf(result.layer);
  return STEPS.map((layer, index) => {
    if (result.ok) {
      return [layer, 'passed'];
    }
    if (layer === result.layer) {
      return [layer, 'failed'];
    }
    const apart = layer === 'authorization' && result.layer === 'argocd';
    return [layer, index < end && !apart ? 'passed' : 'untested'];
  });
}

/** A manifest that gives the account its rights: where it is and the name of its file. */
export interface ManifestFile {
  path: string;
  file: string;
}

/** The result as the list of layers and what to do; who lacks rights is handed the manifest at once. */
export function showResult(page: Page, target: HTMLElement, result: TestResult, manifest: ManifestFile): void {
  const t = page.texts;
  const title = result.ok ? t.get('test.ok') : t.get('test.failed', t.get(`layer.${result.layer}`));
  const box = message(
    result.ok ? 'success' : 'error',
    title,
    h('p', { class: 'aoa-a-found' }, result.message),
    result.remedy !== '' && h('p', { class: 'aoa-a-remedy' }, h('strong', {}, t.get(result.ok ? 'test.notes' : 'test.remedy')), ' ', result.remedy),
  );
  fill(
    target,
    h(
      'ol',
      { class: 'aoa-a-ladder', 'aria-label': t.get('test.layers') },
      ...steps(result).map(([layer, state]) =>
        h(
          'li',
          { class: `aoa-a-step aoa-a-step-${state}`, 'data-layer': layer, 'data-state': state },
          icon(MARKS[state]),
          h('span', {}, t.get(`layer.${layer}`)),
          h('span', { class: 'assistive' }, `: ${t.get(`step.${state}`)}`),
        ),
      ),
    ),
    box,
  );
  if (result.layer === 'authorization') {
    const problems = h('div', {});
    box.append(h('p', {}, downloadButton(page, t.get('manifest.download'), manifest.path, manifest.file, problems)), problems);
  }
  page.say(`${title} ${result.message} ${result.remedy}`);
}

/** Says that the test runs and for how long already; returns what ends it. */
export function showProgress(page: Page, target: HTMLElement): () => void {
  const began = Date.now();
  const seconds = h('span', {});
  fill(
    target,
    h('p', { class: 'aoa-a-loading' }, h('span', { class: 'aoa-a-spin', 'aria-hidden': 'true' }), page.texts.get('test.running'), ' ', seconds),
  );
  page.say(page.texts.get('test.running'));
  const timer = setInterval(() => {
    seconds.textContent = page.texts.get('seconds', Math.round((Date.now() - began) / 1000));
  }, 1000);
  return () => clearInterval(timer);
}
