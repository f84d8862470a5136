import { button } from './button';
import { notSaved } from './conflict';
import { fill, h } from './dom';
import { Field, list, showErrors, text } from './fields';
import type { DriftRules } from './model';
import { load, message, type Page } from './page';

/** From when on something is drift, and what is not looked for. */
export function driftRules(page: Page): HTMLElement {
  const body = h('div', {});
  void load<DriftRules>(page, body, 'drift', (stored) => body.append(form(page, stored)));
  return h('section', {}, h('h3', {}, page.texts.get('drift.title')), h('p', {}, page.texts.get('drift.text')), body);
}

function form(page: Page, stored: DriftRules): HTMLElement {
  const t = page.texts;
  const top = h('div', {});
  const result = h('div', { role: 'status' });
  const minutes = (path: string, label: string, hint: string, value: number): Field => {
    const field = new Field(page, { path, label, hint: [hint], input: text({ inputmode: 'numeric' }) });
    field.value = String(value);
    return field;
  };
  const grace = minutes('graceMinutes', t.get('drift.grace'), t.get('drift.grace.hint'), stored.graceMinutes);
  const slow = minutes('slowMinutes', t.get('drift.slow'), t.get('drift.slow.hint'), stored.slowMinutes);
  const stale = minutes('staleMinutes', t.get('drift.stale'), t.get('drift.stale.hint'), stored.staleMinutes);
  const limit = minutes('limitMinutes', t.get('drift.limit'), t.get('drift.limit.hint'), stored.limitMinutes);
  const off = new Field(page, { path: 'off', label: t.get('drift.off'), hint: [t.get('drift.off.hint')], input: text() });
  off.value = stored.off.join(', ');
  const fields = [grace, slow, stale, limit, off];
  let seen = stored.version;
  const number = (field: Field): number | string => (/^\d+$/.test(field.value) ? Number(field.value) : field.value);
  const store = async (version: number | undefined): Promise<void> => {
    top.replaceChildren();
    fields.forEach((field) => field.complain(''));
    const body = {
      graceMinutes: number(grace),
      slowMinutes: number(slow),
      staleMinutes: number(stale),
      limitMinutes: number(limit),
      off: list(off.value),
    };
    const answer = await page.http.send<DriftRules>('PUT', 'drift', { body, version });
    if (answer.kind === 'ok') {
      seen = answer.value.version;
      fill(result, message('success', t.get('drift.saved')));
    } else if (answer.kind === 'invalid') {
      showErrors(page, top, fields, answer.errors);
    } else {
      notSaved(page, result, answer, () => store(undefined));
    }
  };
  return h(
    'form',
    { class: 'aui top-label aoa-a-form', onsubmit: (event) => event.preventDefault() },
    top,
    ...fields.map((field) => field.element),
    h('p', {}, button(t.get('save'), '', () => store(seen))),
    result,
  );
}
