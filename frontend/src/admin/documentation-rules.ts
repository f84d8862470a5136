import { button } from './button';
import { notSaved } from './conflict';
import { BindingRow, ComparedRow } from './documentation-lists';
import { fill, h } from './dom';
import { area, check, choice, Field, list, showErrors, text } from './fields';
import type { FieldError } from './http';
import type { DocumentationRules } from './model';
import { OrderedList } from './ordered-list';
import { load, message, type Page } from './page';

const MODES = ['off', 'report', 'propose', 'mend'];

/** The rules on documentation as a form. */
export function documentationRules(page: Page, target: HTMLElement): void {
  void load<DocumentationRules>(page, target, 'reconcile/rules', (stored) => target.append(form(page, stored)));
}

function form(page: Page, stored: DocumentationRules): HTMLElement {
  const t = page.texts;
  const top = h('div', {});
  const changed = (): void => {
    page.unsaved = true;
  };
  const bindings = new OrderedList<BindingRow>(page, changed);
  stored.bindings.forEach((each) => bindings.append(new BindingRow(page, each)));
  const compared = new OrderedList<ComparedRow>(page, changed);
  stored.fields.forEach((each) => compared.append(new ComparedRow(page, each)));
  const adding = (key: string, add: () => void): HTMLElement => {
    const made = button(t.get(key), '', async () => add());
    made.dataset['add'] = 'true';
    return h('p', {}, made);
  };
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
  const refuse = (errors: readonly FieldError[]): void => {
    const left: FieldError[] = [];
    let wrong: HTMLElement | undefined;
    for (const error of errors) {
      const path = error.field.replace(/^documentation\./, '');
      const [, list, index = '', name = ''] = /^(bindings|fields)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
      const row = list && (list === 'bindings' ? bindings : compared).all[Number(index)];
      if (row && row.complain(name.replace(/[[.].*$/, ''), error.message)) {
        wrong ??= row.element;
      } else {
        left.push({ field: path.replace(/\[.*$/, ''), message: error.message });
      }
    }
    showErrors(page, top, fields, left);
    wrong?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  const store = async (version: number | undefined): Promise<void> => {
    [...bindings.all, ...compared.all].forEach((row) => row.clear());
    const body = {
      scheduled: scheduled.input.checked,
      cron: cron.value,
      spaces: list(spaces.value),
      bindings: bindings.all.map((row) => row.rule),
      fields: compared.all.map((row) => row.field),
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
      refuse(answer.errors);
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
    h('h4', {}, t.get('documentation.compareds')),
    h('p', {}, t.get('documentation.compareds.text')),
    h('div', {}, compared.element, adding('documentation.compared.add', () => compared.add(new ComparedRow(page, { key: '', headers: [], required: false })))),
    h('h4', {}, t.get('documentation.bindings')),
    h('p', {}, t.get('documentation.bindings.text')),
    h('div', {}, bindings.element, adding('documentation.binding.add', () => bindings.add(new BindingRow(page, { on: 'label', pattern: '' })))),
    h('p', {}, button(t.get('save'), '', () => store(seen))),
  );
  element.addEventListener('input', changed);
  return element;
}
