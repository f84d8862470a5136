import { fill, freshId, h, type Child } from './dom';
import type { FieldError } from './http';
import { message, type Page } from './page';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface FieldParts {
  /** Where the field stands in the JSON, as the server names it in errors: `signIn.token`. */
  path: string;
  label: string;
  input: Input;
  hint?: Child[];
  required?: boolean;
}

/** A labelled input with a hint and a place for what is wrong with it. */
export class Field {
  readonly path: string;
  readonly input: Input;
  readonly element: HTMLElement;
  readonly required: boolean;
  private readonly error: HTMLElement;

  constructor(page: Page, parts: FieldParts) {
    this.path = parts.path;
    this.input = parts.input;
    this.required = parts.required ?? false;
    this.input.id ||= freshId('field');
    const hintId = `${this.input.id}-hint`;
    this.error = h('div', { class: 'error', id: `${this.input.id}-error` });
    this.error.hidden = true;
    if (parts.required) {
      this.input.setAttribute('aria-required', 'true');
    }
    if (parts.hint) {
      this.input.setAttribute('aria-describedby', hintId);
    }
    this.element = h(
      'div',
      { class: 'field-group' },
      h(
        'label',
        { for: this.input.id },
        parts.label,
        parts.required && h('span', { class: 'aoa-a-required' }, ` (${page.texts.get('required')})`),
      ),
      this.input,
      this.error,
      parts.hint && h('div', { class: 'description', id: hintId }, ...parts.hint),
    );
    this.input.addEventListener('input', () => this.complain(''));
  }

  get value(): string {
    return this.input.value.trim();
  }

  set value(text: string) {
    this.input.value = text;
  }

  /** Shows what is wrong, nothing for the empty text. */
  complain(text: string): void {
    this.error.hidden = text === '';
    this.error.textContent = text;
    const hint = (this.input.getAttribute('aria-describedby') ?? '').split(' ').find((id) => id.endsWith('-hint')) ?? '';
    this.input.setAttribute('aria-describedby', `${text === '' ? '' : this.error.id} ${hint}`.trim());
    if (text === '') {
      this.input.removeAttribute('aria-invalid');
    } else {
      this.input.setAttribute('aria-invalid', 'true');
    }
  }
}

/** Shows each error at its field and the others above the form; the first wrong field gets the focus. */
export function showErrors(page: Page, top: HTMLElement, fields: readonly Field[], errors: readonly FieldError[]): void {
  clearErrors(top, fields);
  const left: string[] = [];
  let first: Field | undefined;
  for (const error of errors) {
    const field = fieldOf(fields, error.field);
    if (field) {
      field.complain(error.message);
      unfold(field.element);
      first = first && precedes(first, field) ? first : field;
    } else {
      left.push(error.field ? `${error.field}: ${error.message}` : error.message);
    }
  }
  const title = page.texts.get('error.invalid');
  fill(top, message('error', title, left.length > 0 && h('ul', {}, ...left.map((text) => h('li', {}, text)))));
  if (first) {
    first.input.focus();
  } else {
    (top.firstElementChild as HTMLElement | null)?.focus();
  }
}

/** Whether every shown field that must be filled is; says so at those that are not, and takes older errors away. */
export function isComplete(page: Page, top: HTMLElement, fields: readonly Field[]): boolean {
  clearErrors(top, fields);
  const empty = fields.filter((field) => field.required && field.value === '' && !field.element.closest('[hidden]'));
  if (empty.length === 0) {
    return true;
  }
  showErrors(page, top, fields, empty.map((field) => ({ field: field.path, message: page.texts.get('field.missing') })));
  return false;
}

/** The error without the place of its item among all that were sent together. */
export function ownError(error: FieldError, list: string, at: number): FieldError {
  const path = error.field.replace(/\[(\d+)\]/g, '.$1');
  const mine = `${list}.${at}.`;
  return path.startsWith(mine) ? { ...error, field: path.slice(mine.length) } : error;
}

export function clearErrors(top: HTMLElement, fields: readonly Field[]): void {
  top.replaceChildren();
  fields.forEach((field) => field.complain(''));
}

/** The visible field that the server means: the same path, or the nearest one above it. */
function fieldOf(fields: readonly Field[], path: string): Field | undefined {
  const shown = fields.filter((field) => !field.element.closest('[hidden]'));
  const parts = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const wanted = parts.slice(0, length).join('.');
    const found = shown.find((field) => field.path === wanted);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
}

function precedes(one: Field, other: Field): boolean {
  return Boolean(one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING);
}

export function text(attributes: Readonly<Record<string, string | boolean>> = {}): HTMLInputElement {
  return h('input', { type: 'text', class: 'text long-field', autocomplete: 'off', spellcheck: 'false', ...attributes });
}

export function area(attributes: Readonly<Record<string, string | number | boolean>> = {}): HTMLTextAreaElement {
  return h('textarea', {
    class: 'textarea long-field aoa-a-code',
    rows: 4,
    autocomplete: 'off',
    spellcheck: 'false',
    ...attributes,
  });
}

/** A choice; the options are value and label. */
export function choice(options: readonly (readonly [string, string])[], attributes = {}): HTMLSelectElement {
  return h('select', { class: 'select long-field', ...attributes }, ...options.map(([value, label]) => h('option', { value }, label)));
}

/** A check box with its label beside it and a hint below. */
export function check(label: string, checked: boolean, ...hint: Child[]): { element: HTMLElement; input: HTMLInputElement } {
  const id = freshId('check');
  const input = h('input', { type: 'checkbox', class: 'checkbox', id, checked, 'aria-describedby': hint.length > 0 && `${id}-hint` });
  const element = h(
    'div',
    { class: 'checkbox' },
    input,
    h('label', { for: id }, label),
    hint.length > 0 && h('div', { class: 'description', id: `${id}-hint` }, ...hint),
  );
  return { element, input };
}

/** The texts of a list that people write with commas, blanks or line breaks between. */
export function list(text: string): string[] {
  return text.split(/[\s,;]+/).filter((each) => each !== '');
}
