import { button } from './button';
import { notSaved } from './conflict';
import { fill, h } from './dom';
import { digits, EnvironmentRuleRow, names } from './environment-rule';
import { check, choice, Field, showErrors, text } from './fields';
import type { FieldError } from './http';
import type { EnvironmentRule, PromotionRules } from './model';
import { OrderedList } from './ordered-list';
import { load, message, type Page } from './page';
import { SecretField } from './secret-field';

const FRESH: EnvironmentRule = {
  environment: '',
  approvals: 1,
  groups: [],
  roles: [],
  fourEyes: true,
  expiryHours: 72,
  confirmIdentity: false,
  soakMinutes: 0,
  timeoutMinutes: 60,
};

/** Whether versions are promoted, and what is asked for. */
export function promotionRules(page: Page, target: HTMLElement): void {
  void load<PromotionRules>(page, target, 'promotion', (stored) => target.append(form(page, stored)));
}

function form(page: Page, stored: PromotionRules): HTMLElement {
  const t = page.texts;
  const top = h('div', {});
  const changed = (): void => {
    page.unsaved = true;
  };
  const field = (path: string, key: string, value: string, input = text()): Field => {
    const made = new Field(page, { path, label: t.get(`promotion.${key}`), hint: [t.get(`promotion.${key}.hint`)], input });
    made.value = value;
    return made;
  };
  const enabled = check(t.get('promotion.enabled'), stored.enabled, t.get('promotion.enabled.hint'));
  const rules = new OrderedList<EnvironmentRuleRow>(page, changed);
  stored.environments.forEach((rule) => rules.append(new EnvironmentRuleRow(page, rule)));
  const add = button(t.get('promotion.rule.add'), '', async () => rules.add(new EnvironmentRuleRow(page, FRESH)));
  add.dataset['add'] = 'true';
  const freezers = field('freezers', 'freezers', stored.freezers.join(', '));
  const audit = check(t.get('promotion.auditRequired'), stored.auditRequired, t.get('promotion.auditRequired.hint'));
  const notices = check(t.get('promotion.notices'), stored.notices, t.get('promotion.notices.hint'));
  const retention = field('retentionDays', 'retentionDays', String(stored.retentionDays), text({ inputmode: 'numeric' }));
  const url = new Field(page, {
    path: 'webhook.url',
    label: t.get('promotion.webhook.url'),
    hint: [t.get('promotion.webhook.url.hint')],
    input: text({ type: 'url' }),
  });
  url.value = stored.webhook?.url ?? '';
  const format = new Field(page, {
    path: 'webhook.format',
    label: t.get('promotion.webhook.format'),
    input: choice([
      ['cdEvents', 'CDEvents'],
      ['json', 'JSON'],
    ]),
  });
  format.value = stored.webhook?.format ?? 'cdEvents';
  const secret = new SecretField(page, {
    path: 'webhook.secret',
    label: t.get('promotion.webhook.secret'),
    hint: t.get('promotion.webhook.secret.hint'),
    secret: stored.webhook?.secret,
    long: false,
    required: false,
  });
  const fields = [freezers, retention, url, format, secret.field];
  let seen = stored.version;
  const refuse = (errors: readonly FieldError[]): void => {
    const left: FieldError[] = [];
    let wrong: EnvironmentRuleRow | undefined;
    for (const error of errors) {
      const path = error.field.replace(/^promotion\./, '');
      const [, index = '', name = ''] = /^environments[[.](\d+)\]?\.?(.*)$/.exec(path) ?? [];
      const row = rules.all[Number(index === '' ? NaN : index)];
      if (row?.complain(name.replace(/[[.].*$/, ''), error.message)) {
        wrong ??= row;
      } else {
        left.push({ field: path, message: error.message });
      }
    }
    showErrors(page, top, fields, left);
    wrong?.focusWrong();
  };
  const store = async (version: number | undefined): Promise<void> => {
    top.replaceChildren();
    fields.forEach((each) => each.complain(''));
    rules.all.forEach((row) => row.clear());
    const body = {
      enabled: enabled.input.checked,
      environments: rules.all.map((row) => row.rule),
      freezers: names(freezers.value),
      auditRequired: audit.input.checked,
      retentionDays: digits(retention.value),
      notices: notices.input.checked,
      ...(url.value === '' ? {} : { webhook: { url: url.value, format: format.value, secret: secret.value ?? {} } }),
    };
    const answer = await page.http.send<PromotionRules>('PUT', 'promotion', { body, version });
    if (answer.kind === 'ok') {
      seen = answer.value.version;
      page.unsaved = false;
      fill(top, message('success', t.get('promotion.saved')));
      (top.firstElementChild as HTMLElement | null)?.focus();
    } else if (answer.kind === 'invalid') {
      refuse(answer.errors);
    } else {
      notSaved(page, top, answer, () => store(undefined));
    }
  };
  const element = h(
    'form',
    { class: 'aui top-label aoa-a-form', novalidate: true, onsubmit: (event) => event.preventDefault(), oninput: changed },
    top,
    enabled.element,
    h('h3', {}, t.get('promotion.rules')),
    h('p', {}, t.get('promotion.rules.text')),
    rules.element,
    h('p', {}, add),
    h('h3', {}, t.get('promotion.more')),
    freezers.element,
    audit.element,
    notices.element,
    retention.element,
    h('details', { class: 'aoa-a-more', open: stored.webhook !== undefined }, h('summary', {}, t.get('promotion.webhook')), url.element, format.element, secret.field.element),
    h('p', {}, button(t.get('save'), 'primary', () => store(seen))),
  );
  return element;
}
