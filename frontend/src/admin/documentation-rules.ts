import { button } from './button';
import { notSaved } from './conflict';
import { fill, h } from './dom';
import { area, check, choice, Field, list, showErrors, text } from './fields';
import type { DocumentationRules } from './model';
import { load, message, type Page } from './page';

const MODES = ['off', 'report', 'propose', 'mend'];

/** The rules on documentation as a form; fields and bindings stay as they are stored. */
export function documentationRules(page: Page, target: HTMLElement): void {
  void load<DocumentationRules>(page, target, 'reconcile/rules', (stored) => target.append(form(page, stored)));
}

function form(page: Page, stored: DocumentationRules): HTMLElement {
  const t = page.texts;
  const top = h('div', {});
  const scheduled = check(t.get('documentation.rules.scheduled'), stored.scheduled, t.get('documentation.rules.scheduled.hint'));
  const field = (path: string, key: string, element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): Field =>
    new Field(page, {
      path,
      label: t.get(`documentation.rules.${key}`),
      hint: [t.get(`documentation.rules.${key}.hint`)],
      input: element,
    });
  const cron = field('cron', 'cron', text({ value: stored.cron }));
  const spaces = field('spaces', 'spaces', text({ value: stored.spaces.join(', ') }));
  const select = choice(MODES.map((each) => [each, t.get(`documentation.rules.mode.${each}`)] as const));
  select.value = stored.mode;
  const mode = field('mode', 'mode', select);
  const lines = area({ rows: 3 });
  lines.value = stored.modes.map((each) => `${each.key} ${each.mode}`).join('\n');
  const modes = field('modes', 'modes', lines);
  const mender = field('mender', 'mender', text({ value: stored.mender ?? '' }));
  const template = field('templateSpace', 'space', text({ value: stored.templateSpace ?? '' }));
  const fields = [cron, spaces, mode, modes, mender, template];
  let seen = stored.version;
  const store = async (version: number | undefined): Promise<void> => {
    const body = {
      scheduled: scheduled.input.checked,
      cron: cron.value,
      spaces: list(spaces.value),
      bindings: stored.bindings,
      fields: stored.fields,
      mode: mode.value,
      modes: modes.value.split('\n').filter((line) => line.trim() !== '').map((line) => {
        const [key = '', word = ''] = line.trim().split(/\s+/);
        return { key, mode: word };
      }),
      mender: mender.value,
      templateSpace: template.value,
    };
    const answer = await page.http.send<DocumentationRules>('PUT', 'reconcile/rules', { body, version });
    if (answer.kind === 'ok') {
      seen = answer.value.version;
      page.unsaved = false;
      fill(top, message('success', t.get('documentation.rules.saved')));
    } else if (answer.kind === 'invalid') {
      const errors = answer.errors.map((each) => ({ ...each, field: each.field.replace(/^documentation\./, '').replace(/\[.*$/, '') }));
      showErrors(page, top, fields, errors);
    } else {
      notSaved(page, top, answer, () => store(undefined));
    }
  };
  const element = h(
    'form',
    { class: 'aui top-label aoa-a-form', onsubmit: (event) => event.preventDefault() },
    top,
    scheduled.element,
    ...fields.map((each) => each.element),
    h('h4', {}, t.get('documentation.rules.fields')),
    h('p', {}, t.get('documentation.rules.fields.text')),
    h('p', {}, button(t.get('save'), '', () => store(seen))),
  );
  element.addEventListener('input', () => {
    page.unsaved = true;
  });
  return element;
}
