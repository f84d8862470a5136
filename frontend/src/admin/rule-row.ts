import { fill, freshId, h } from './dom';
import { number } from './health';
import { RULE_KINDS, type Matches, type Rule, type RuleMatches, type RuleKind } from './model';
import type { Item } from './ordered-list';
import type { Page } from './page';

/** One rule: what is looked at, its pattern, the answer, and what it matches now. */
export class RuleRow implements Item {
  readonly element: HTMLElement;
  private readonly kind: HTMLSelectElement;
  private readonly key: HTMLInputElement;
  private readonly keyPart: HTMLElement;
  private readonly pattern: HTMLInputElement;
  private readonly value: HTMLInputElement;
  private readonly found = h('div', { class: 'aoa-a-found-by' });
  private readonly error = h('div', { class: 'error', id: freshId('rule-error'), hidden: true });

  constructor(
    private readonly page: Page,
    rule: Rule,
    changed: () => void,
  ) {
    const t = page.texts;
    this.kind = h('select', { class: 'select' }, ...RULE_KINDS.map((kind) => h('option', { value: kind, selected: kind === rule.kind }, t.get(`rule.kind.${kind}`))));
    this.key = h('input', { type: 'text', class: 'text', value: rule.key, spellcheck: 'false' });
    this.pattern = h('input', { type: 'text', class: 'text', value: rule.pattern, placeholder: '*-{}', spellcheck: 'false' });
    this.value = h('input', { type: 'text', class: 'text', value: rule.value, spellcheck: 'false' });
    this.keyPart = this.labelled('rule.key', this.key);
    this.element = h(
      'div',
      { class: 'aoa-a-rule', role: 'group' },
      h(
        'div',
        { class: 'aoa-a-rule-fields' },
        this.labelled('rule.kind', this.kind),
        this.keyPart,
        this.labelled('rule.pattern', this.pattern),
        this.labelled('rule.value', this.value),
      ),
      this.error,
      this.found,
    );
    this.kind.addEventListener('change', () => this.showKey());
    this.element.addEventListener('input', () => {
      this.complain('');
      changed();
    });
    this.showKey();
  }

  get rule(): Rule {
    return {
      kind: this.kind.value as RuleKind,
      key: this.hasKey() ? this.key.value.trim() : '',
      pattern: this.pattern.value.trim(),
      value: this.value.value.trim(),
    };
  }

  name(): string {
    const { kind, key, pattern } = this.rule;
    return [this.page.texts.get(`rule.kind.${kind}`), key, pattern].filter((part) => part !== '').join(' ');
  }

  showFound(found: RuleMatches | undefined): void {
    const shadowed = found?.shadowed ? h('div', { class: 'aoa-a-sub' }, this.page.texts.get('preview.shadowed', number(this.page, found.shadowed))) : null;
    fill(this.found, ...(found ? matches(this.page, found) : []), shadowed);
  }

  complain(text: string): void {
    this.error.hidden = text === '';
    this.error.textContent = text;
    for (const input of [this.kind, this.key, this.pattern, this.value]) {
      if (text === '') {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
      } else {
        input.setAttribute('aria-invalid', 'true');
        input.setAttribute('aria-describedby', this.error.id);
      }
    }
  }

  private hasKey(): boolean {
    return this.kind.value === 'label' || this.kind.value === 'annotation';
  }

  private showKey(): void {
    this.keyPart.hidden = !this.hasKey();
    this.element.setAttribute('aria-label', this.name());
  }

  private labelled(key: string, input: HTMLElement): HTMLElement {
    input.id = freshId('rule');
    return h('div', { class: 'aoa-a-rule-field' }, h('label', { for: input.id }, this.page.texts.get(key)), input);
  }
}

/** How many were found and some of them. */
export function matches(page: Page, found: Matches): HTMLElement[] {
  const t = page.texts;
  const count = h('span', { class: 'aoa-a-count' }, t.get('preview.matches', number(page, found.matches)));
  if (found.examples.length === 0) {
    return [count];
  }
  const more = found.matches > found.examples.length ? ' …' : '';
  return [count, h('span', { class: 'aoa-a-sub' }, ` ${found.examples.join(', ')}${more}`)];
}
