import { button } from './button';
import { fill, h } from './dom';
import { choice, Field, isComplete, text } from './fields';
import type { FreezeScope } from './model';
import { failure, type Page } from './page';

/** A freeze as people call it. */
export function what(page: Page, freeze: FreezeScope): string {
  return freeze.set !== undefined
    ? page.texts.get('promotion.freeze.set', freeze.set)
    : page.texts.get('promotion.freeze.project', freeze.project ?? '', freeze.connection ?? '');
}

/** Its place below `promotions/freezes`. */
export function path(freeze: FreezeScope): string {
  return freeze.set !== undefined
    ? `sets/${encodeURIComponent(freeze.set)}`
    : `projects/${encodeURIComponent(freeze.connection ?? '')}/${encodeURIComponent(freeze.project ?? '')}`;
}

/** Stops the line of a deployment set or a project, with a reason that everybody there reads. */
export function freezing(page: Page, done: () => void): HTMLElement {
  const t = page.texts;
  const top = h('div', {});
  const field = (name: string, input: Field['input'], hint = true): Field =>
    new Field(page, {
      path: name,
      label: t.get(`promotion.freezing.${name}`),
      hint: hint ? [t.get(`promotion.freezing.${name}.hint`)] : [],
      required: true,
      input,
    });
  const scope = field('scope', choice([['set', t.get('promotion.freezing.scope.set')], ['project', t.get('promotion.freezing.scope.project')]]), false);
  const set = field('set', choice([]));
  const connection = field('connection', text({ maxlength: '63' }));
  const project = field('project', text({ maxlength: '253' }));
  const reason = field('reason', text({ maxlength: '1000' }));
  const fields = [scope, set, connection, project, reason];
  const fit = (): void => {
    set.element.hidden = scope.value !== 'set';
    connection.element.hidden = project.element.hidden = scope.value === 'set';
  };
  scope.input.addEventListener('change', fit);
  fit();
  const freeze = button(t.get('promotion.freezing.do'), '', async () => {
    if (!isComplete(page, top, fields)) {
      return;
    }
    const chosen: FreezeScope = scope.value === 'set' ? { set: set.value } : { connection: connection.value, project: project.value };
    const answer = await page.http.send('PUT', `promotions/freezes/${path(chosen)}`, { body: { reason: reason.value } });
    if (answer.kind === 'ok') {
      page.say(t.get('promotion.freezing.done', what(page, chosen)));
      done();
    } else {
      fill(top, failure(page, answer));
    }
  });
  const fold = h(
    'details',
    { class: 'aoa-a-more' },
    h('summary', {}, t.get('promotion.freezing')),
    top,
    h('form', { class: 'aui top-label aoa-a-form', novalidate: true, onsubmit: (event) => event.preventDefault() }, ...fields.map((each) => each.element), h('p', {}, freeze)),
  );
  fold.addEventListener('toggle', () => {
    if (fold.open && set.input.childElementCount === 0) {
      void page.http.get<{ sets: { key: string; title: string }[] }>('sets').then((answer) => {
        if (answer.kind === 'ok') {
          fill(set.input, ...answer.value.sets.map((each) => h('option', { value: each.key }, `${each.title} (${each.key})`)));
        } else {
          fill(top, failure(page, answer));
        }
      });
    }
  });
  return fold;
}
