import { h } from './dom';
import { check, Field, text } from './fields';
import type { EnvironmentRule } from './model';
import type { Item } from './ordered-list';
import type { Page } from './page';

/** What one environment asks for before a version may come into it. */
export class EnvironmentRuleRow implements Item {
  readonly element: HTMLElement;
  private readonly fields: Readonly<Record<string, Field>>;
  private readonly fourEyes: HTMLInputElement;
  private readonly confirmIdentity: HTMLInputElement;

  constructor(page: Page, rule: EnvironmentRule) {
    const t = page.texts;
    const field = (name: string, value: string | number): Field => {
      const made = new Field(page, {
        path: name,
        label: t.get(`promotion.rule.${name}`),
        hint: [t.get(`promotion.rule.${name}.hint`)],
        input: text(typeof value === 'number' ? { inputmode: 'numeric' } : {}),
      });
      made.value = String(value);
      return made;
    };
    this.fields = {
      environment: field('environment', rule.environment),
      approvals: field('approvals', rule.approvals),
      groups: field('groups', rule.groups.join(', ')),
      roles: field('roles', rule.roles.join(', ')),
      soakMinutes: field('soakMinutes', rule.soakMinutes),
      expiryHours: field('expiryHours', rule.expiryHours),
      timeoutMinutes: field('timeoutMinutes', rule.timeoutMinutes),
    };
    const eyes = check(t.get('promotion.rule.fourEyes'), rule.fourEyes, t.get('promotion.rule.fourEyes.hint'));
    const identity = check(t.get('promotion.rule.confirmIdentity'), rule.confirmIdentity, t.get('promotion.rule.confirmIdentity.hint'));
    this.fourEyes = eyes.input;
    this.confirmIdentity = identity.input;
    this.element = h(
      'div',
      { class: 'aoa-a-rule', role: 'group', 'aria-label': t.get('promotion.rule') },
      h('div', { class: 'aoa-a-rule-grid' }, ...Object.values(this.fields).map((each) => each.element)),
      eyes.element,
      identity.element,
    );
  }

  /** As typed: the server says what is wrong with it. */
  get rule(): Record<string, unknown> {
    return {
      environment: this.value('environment'),
      approvals: this.number('approvals'),
      groups: names(this.value('groups')),
      roles: names(this.value('roles')),
      fourEyes: this.fourEyes.checked,
      expiryHours: this.number('expiryHours'),
      confirmIdentity: this.confirmIdentity.checked,
      soakMinutes: this.number('soakMinutes'),
      timeoutMinutes: this.number('timeoutMinutes'),
    };
  }

  name(): string {
    return this.value('environment') || '–';
  }

  /** Says at its field what is wrong; false when the row has no such field. */
  complain(name: string, message: string): boolean {
    const field = this.fields[name];
    field?.complain(message);
    return field !== undefined;
  }

  clear(): void {
    Object.values(this.fields).forEach((field) => field.complain(''));
  }

  focusWrong(): void {
    this.element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  private value(name: string): string {
    return this.fields[name]?.value ?? '';
  }

  private number(name: string): number | string {
    return digits(this.value(name));
  }
}

/** A number when the text is one. */
export function digits(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** Names with commas or line breaks between; groups have blanks in their names. */
export function names(text: string): string[] {
  return text
    .split(/[,;\n]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
