import { h } from './dom';
import { check, choice, Field, text } from './fields';
import { names } from './environment-rule';
import type { BindingRule, ComparedField } from './model';
import type { Item } from './ordered-list';
import type { Page } from './page';

/** One item of a list of the rules on documentation: some fields in a row. */
abstract class RowOfFields implements Item {
  readonly element: HTMLElement;
  protected readonly fields: Readonly<Record<string, Field>>;

  protected constructor(page: Page, what: 'binding' | 'compared', inputs: Readonly<Record<string, Field['input']>>, ...more: HTMLElement[]) {
    const t = page.texts;
    this.fields = Object.fromEntries(
      Object.entries(inputs).map(([name, input]) => [
        name,
        new Field(page, { path: name, label: t.get(`documentation.${what}.${name}`), hint: [t.get(`documentation.${what}.${name}.hint`)], input }),
      ]),
    );
    this.element = h(
      'div',
      { class: 'aoa-a-rule', role: 'group', 'aria-label': t.get(`documentation.${what}`) },
      h('div', { class: 'aoa-a-rule-grid' }, ...Object.values(this.fields).map((each) => each.element)),
      ...more,
    );
  }

  abstract name(): string;

  /** Says at its field what is wrong; false when the row has no such field. */
  complain(name: string, message: string): boolean {
    const field = this.fields[name];
    field?.complain(message);
    return field !== undefined;
  }

  clear(): void {
    Object.values(this.fields).forEach((field) => field.complain(''));
  }

  protected value(name: string): string {
    return this.fields[name]?.value ?? '';
  }
}

function typed(value: string | undefined): HTMLInputElement {
  return text({ value: value ?? '' });
}

/** Which pages stand for an Application by their label or title. */
export class BindingRow extends RowOfFields {
  constructor(page: Page, rule: BindingRule) {
    const on = choice((['label', 'title'] as const).map((each) => [each, page.texts.get(`documentation.binding.on.${each}`)] as const));
    on.value = rule.on;
    super(page, 'binding', { on, pattern: typed(rule.pattern), space: typed(rule.space), set: typed(rule.set) });
  }

  get rule(): BindingRule {
    return {
      ...(this.value('space') && { space: this.value('space') }),
      on: this.value('on') === 'title' ? 'title' : 'label',
      pattern: this.value('pattern'),
      ...(this.value('set') && { set: this.value('set') }),
    };
  }

  name(): string {
    return this.value('pattern') || '–';
  }
}

/** A field of services that pages are compared by. */
export class ComparedRow extends RowOfFields {
  private readonly required: HTMLInputElement;

  constructor(page: Page, field: ComparedField) {
    const t = page.texts;
    const required = check(t.get('documentation.compared.required'), field.required, t.get('documentation.compared.required.hint'));
    super(page, 'compared', { key: typed(field.key), headers: typed(field.headers.join(', ')), label: typed(field.label) }, required.element);
    this.required = required.input;
  }

  get field(): ComparedField {
    return {
      key: this.value('key'),
      headers: names(this.value('headers')),
      ...(this.value('label') && { label: this.value('label') }),
      required: this.required.checked,
    };
  }

  name(): string {
    return this.value('key') || '–';
  }
}
