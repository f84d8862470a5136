import { button } from './button';
import { copilots } from './copilots';
import { fill, h } from './dom';
import { notSaved } from './conflict';
import { downloadButton } from './download';
import { driftRules } from './drift-rules';
import { area, check, Field, showErrors } from './fields';
import type { Settings, Versioned } from './model';
import { failure, load, message, type Page, type Part } from './page';

const YAML = 'application/yaml';

/** `#settings`: what is discovered, the key of the secrets, and the whole configuration as one document. */
export const settings: Part = (page, target) => {
  const t = page.texts;
  const discover = h('div', {});
  fill(
    target,
    h('h2', { tabindex: '-1' }, t.get('tab.settings')),
    h('section', {}, h('h3', {}, t.get('settings.discover')), discover),
    driftRules(page),
    copilots(page),
    rotation(page),
    exporting(page),
    applying(page),
  );
  void load<Settings>(page, discover, 'settings', (stored) => discover.append(discovery(page, stored)));
};

function discovery(page: Page, stored: Settings): HTMLElement {
  const t = page.texts;
  const result = h('div', { role: 'status' });
  const box = check(t.get('settings.discover.label'), stored.discoverSets, t.get('settings.discover.hint'));
  let seen = stored.version;
  const store = async (version: number | undefined): Promise<void> => {
    const answer = await page.http.send<Settings>('PUT', 'settings', { body: { discoverSets: box.input.checked }, version });
    if (answer.kind === 'ok') {
      seen = answer.value.version;
      fill(result, message('success', t.get('settings.saved')));
    } else {
      notSaved(page, result, answer, () => store(undefined));
    }
  };
  const save = button(t.get('save'), '', () => store(seen));
  return h('form', { class: 'aui top-label', onsubmit: (event) => event.preventDefault() }, box.element, h('p', {}, save), result);
}

function rotation(page: Page): HTMLElement {
  const t = page.texts;
  const result = h('div', { role: 'status' });
  const rotate = button(t.get('rotate'), '', async () => {
    const answer = await page.http.send('POST', 'secrets/rotate');
    fill(result, answer.kind === 'ok' ? message('success', t.get('rotate.done')) : failure(page, answer));
  });
  return h('section', {}, h('h3', {}, t.get('rotate.title')), h('p', {}, t.get('rotate.text')), h('p', {}, rotate), result);
}

function exporting(page: Page): HTMLElement {
  const t = page.texts;
  const problems = h('div', {});
  return h(
    'section',
    {},
    h('h3', {}, t.get('export.title')),
    h('p', {}, t.get('export.text')),
    h('p', {}, downloadButton(page, t.get('export'), 'configuration', 'app-of-apps.yaml', problems)),
    problems,
  );
}

/** A document is looked at first; only what was shown can be applied. */
function applying(page: Page): HTMLElement {
  const t = page.texts;
  const top = h('div', {});
  const result = h('div', { class: 'aoa-a-result' });
  const field = new Field(page, {
    path: 'document',
    label: t.get('apply.document'),
    hint: [t.get('apply.document.hint')],
    input: area({ rows: 14, placeholder: 'version: 1' }),
  });
  const file = h('input', { type: 'file', accept: '.yaml,.yml', class: 'upfile', id: 'aoa-a-file' });
  file.addEventListener('change', () => {
    void file.files?.[0]?.text().then((text) => {
      field.value = text;
      changed();
    });
  });
  let shown: { text: string; version: number | undefined } | undefined;
  const changed = (): void => {
    page.unsaved = field.value !== '';
    if (field.input.value !== shown?.text) {
      shown = undefined;
      result.replaceChildren();
    }
  };
  field.input.addEventListener('input', changed);
  const refuse = (answer: Parameters<typeof failure>[1]): void => {
    if (answer.kind === 'invalid') {
      showErrors(page, top, [field], answer.errors);
    } else {
      fill(result, failure(page, answer));
    }
  };
  const apply = async (): Promise<void> => {
    if (shown === undefined) {
      return;
    }
    const answer = await page.http.send('PUT', 'configuration', { body: shown.text, type: YAML, version: shown.version });
    if (answer.kind === 'ok') {
      shown = undefined;
      page.unsaved = false;
      field.value = '';
      fill(result, message('success', t.get('apply.done')));
      (result.firstElementChild as HTMLElement | null)?.focus();
    } else {
      refuse(answer);
    }
  };
  const look = button(t.get('apply.look'), '', async () => {
    top.replaceChildren();
    field.complain('');
    const text = field.input.value;
    const answer = await page.http.send<{ changes: string[] } & Versioned>('PUT', 'configuration?dryRun=true', { body: text, type: YAML });
    if (answer.kind !== 'ok') {
      refuse(answer);
      return;
    }
    const { changes, version } = answer.value;
    shown = { text, version };
    if (changes.length === 0) {
      fill(result, message('info', t.get('apply.none')));
      return;
    }
    fill(
      result,
      h('h4', { tabindex: '-1' }, t.get('apply.changes', changes.length)),
      h('ul', { class: 'aoa-a-changes' }, ...changes.map((change) => h('li', {}, change))),
      h('p', {}, button(t.get('apply'), 'primary', apply)),
    );
    result.querySelector('h4')?.focus();
  });
  return h(
    'section',
    {},
    h('h3', {}, t.get('apply.title')),
    h('p', {}, t.get('apply.text')),
    top,
    h(
      'form',
      { class: 'aui top-label aoa-a-form', onsubmit: (event) => event.preventDefault() },
      h('div', { class: 'field-group' }, h('label', { for: file.id }, t.get('apply.file')), file),
      field.element,
      h('p', {}, look),
    ),
    result,
  );
}
