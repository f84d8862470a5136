import { groupsOf } from './access-groups';
import { applicationField } from './application-field';
import { button } from './button';
import { fill, h } from './dom';
import { choice, Field, isComplete, text } from './fields';
import type { AccessDecision } from './model';
import { failure, message, type Page, type Part } from './page';

const ACTIONS = ['get', 'sync', 'override', 'create', 'update', 'delete'];
const OTHER = '';

/** `#access`: may a person do something, and why; and who may do what with an Application. */
export const access: Part = (page, target) => {
  const t = page.texts;
  fill(
    target,
    h('h2', { tabindex: '-1' }, t.get('tab.access')),
    h('p', {}, t.get('access.text')),
    ofPerson(page),
    groupsOf(page),
  );
};

function ofPerson(page: Page): HTMLElement {
  const t = page.texts;
  const top = h('div', {});
  const result = h('div', { class: 'aoa-a-result', role: 'status' });
  const person = new Field(page, {
    path: 'user',
    label: t.get('access.person'),
    hint: [t.get('access.person.hint')],
    required: true,
    input: text({ maxlength: '200' }),
  });
  const action = new Field(page, {
    path: 'action',
    label: t.get('access.action'),
    input: choice([...ACTIONS.map((each): [string, string] => [each, each]), [OTHER, t.get('access.action.choose')]]),
  });
  const other = new Field(page, {
    path: 'other',
    label: t.get('access.action.other'),
    hint: [t.get('access.action.other.hint')],
    required: true,
    input: text({ maxlength: '400' }),
  });
  other.element.hidden = true;
  action.input.value = 'sync';
  action.input.addEventListener('change', () => {
    other.element.hidden = action.value !== OTHER;
  });
  const application = applicationField(page);
  const fields = [person, action, other, application];
  const ask = async (): Promise<void> => {
    result.replaceChildren();
    if (!isComplete(page, top, fields)) {
      return;
    }
    const query = new URLSearchParams({
      user: person.value,
      action: action.value || other.value,
      application: application.value,
    });
    const answer = await page.http.get<AccessDecision>(`access?${query}`);
    fill(result, answer.kind === 'ok' ? decision(page, person.value, answer.value) : failure(page, answer));
  };
  const find = button(t.get('access.ask'), 'primary', ask);
  return h(
    'section',
    {},
    h('h3', {}, t.get('access.person.title')),
    top,
    form(find, ...fields.map((field) => field.element)),
    result,
  );
}

/** A form in which Enter is a click on its button. */
export function form(submit: HTMLButtonElement, ...fields: HTMLElement[]): HTMLFormElement {
  return h(
    'form',
    {
      class: 'aui top-label aoa-a-form',
      onsubmit: (event) => {
        event.preventDefault();
        submit.click();
      },
    },
    ...fields,
    h('p', {}, submit),
    // without one, Enter does nothing in a form with several fields
    h('button', { type: 'submit', hidden: true }),
  );
}

function decision(page: Page, person: string, answer: AccessDecision): HTMLElement {
  const t = page.texts;
  const sentence = answer.allowed ? 'access.allowed' : 'access.refused';
  return message(
    answer.allowed ? 'success' : 'warning',
    t.get(sentence, person, answer.action, answer.application),
    h('p', { class: 'aoa-a-reason' }, answer.because),
    way(page, answer),
  );
}

/** From the name that counts over its roles to the line. */
function way(page: Page, answer: AccessDecision): HTMLElement | undefined {
  if (!answer.identity || !answer.line) {
    return undefined;
  }
  const first = answer.identity.kind === 'default-role' ? `${page.texts.get('access.everybody')}: ${answer.identity.name}` : answer.identity.name;
  const stops = [first, ...(answer.roles ?? []), answer.line];
  return h(
    'ol',
    { class: 'aoa-a-way', 'aria-label': page.texts.get('access.way') },
    ...stops.map((each) => h('li', {}, h('code', {}, each))),
  );
}
