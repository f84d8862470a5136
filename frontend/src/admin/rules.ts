import { button } from './button';
import { fill, h, type Child } from './dom';
import { notSaved } from './conflict';
import { check } from './fields';
import { number } from './health';
import type { FieldError } from './http';
import type { Preview, Rule, Rules, RulesPreview } from './model';
import { OrderedList, type Item } from './ordered-list';
import { failure, load, message, type Page, type Part } from './page';
import { matches, RuleRow } from './rule-row';

const PAUSE_MS = 500;
const NEW_RULE: Rule = { kind: 'label', key: '', pattern: '', value: '' };

/** `#environments`: order and rules of environments, rules of services, and what they find now. */
export const rules: Part = (page, target) => {
  let screen: RulesScreen | undefined;
  const t = page.texts;
  const body = h('div', {});
  fill(target, h('h2', { tabindex: '-1' }, t.get('tab.environments')), h('p', {}, t.get('environments.text')), body);
  void load<Rules>(page, body, 'rules', (stored) => {
    screen = new RulesScreen(page, stored);
    screen.show(body);
  });
  return () => screen?.leave();
};

/** The name of one environment in its order. */
class NameRow implements Item {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;

  constructor(page: Page, name: string, changed: () => void) {
    this.input = h('input', {
      type: 'text',
      class: 'text',
      value: name,
      spellcheck: 'false',
      'aria-label': page.texts.get('environments.name'),
    });
    this.input.addEventListener('input', changed);
    this.element = h('div', { class: 'aoa-a-rule' }, this.input);
  }

  name(): string {
    return this.input.value.trim();
  }
}

/** The rules of environments or of services with what they find. */
class RuleSet {
  readonly element: HTMLElement;
  readonly list: OrderedList<RuleRow>;
  private readonly conventions: ReturnType<typeof check>;
  private readonly byConvention = h('div', { class: 'aoa-a-found-by' });
  private readonly summary = h('div', { class: 'aoa-a-preview' });

  constructor(
    private readonly page: Page,
    private readonly what: 'environments' | 'services',
    stored: { rules: Rule[]; conventions: boolean },
    changed: () => void,
  ) {
    const t = page.texts;
    this.list = new OrderedList(page, changed);
    stored.rules.forEach((rule) => this.list.append(new RuleRow(page, rule, changed)));
    this.conventions = check(t.get(`${what}.conventions`), stored.conventions, t.get(`${what}.conventions.hint`));
    this.conventions.input.addEventListener('change', changed);
    const add = h('button', { type: 'button', class: 'aui-button', 'data-add': true }, t.get('rule.add'));
    add.addEventListener('click', () => this.list.add(new RuleRow(page, NEW_RULE, changed)));
    this.element = h(
      'div',
      { class: 'aoa-a-rules', 'data-rules': what },
      h('p', {}, t.get(`${what}.rules.text`)),
      this.list.element,
      h('p', {}, add),
      this.conventions.element,
      this.byConvention,
      this.summary,
    );
  }

  read(): { rules: Rule[]; conventions: boolean } {
    return { rules: this.list.all.map((row) => row.rule), conventions: this.conventions.input.checked };
  }

  show(preview: RulesPreview): void {
    const t = this.page.texts;
    this.list.all.forEach((row, index) => row.showFound(preview.rules[index]));
    fill(this.byConvention, ...(this.conventions.input.checked ? matches(this.page, preview.conventions) : []));
    const found = preview.found.map((each) =>
      h('li', {}, h('span', { class: 'aoa-a-name' }, each.name), ' ', h('span', { class: 'aoa-a-count' }, number(this.page, each.count))),
    );
    const unknown: Child[] =
      preview.unknown.matches === 0
        ? [h('p', { class: 'aoa-a-sub' }, t.get(`${this.what}.allknown`))]
        : [h('p', {}, h('strong', {}, t.get(`${this.what}.unknown`)), ' ', ...matches(this.page, preview.unknown))];
    fill(this.summary, h('h4', {}, t.get('preview.title')), found.length > 0 && h('ul', { class: 'aoa-a-names' }, ...found), ...unknown);
  }

  complain(errors: readonly FieldError[]): FieldError[] {
    return errors.filter((error) => {
      const at = new RegExp(`^${this.what}\\.rules(?:\\[|\\.)(\\d+)`).exec(error.field);
      const row = at ? this.list.all[Number(at[1])] : undefined;
      row?.complain(error.message);
      return row === undefined;
    });
  }
}

class RulesScreen {
  private readonly order: OrderedList<NameRow>;
  private readonly environments: RuleSet;
  private readonly services: RuleSet;
  private readonly top = h('div', {});
  private readonly live = h('div', { class: 'aoa-a-live', role: 'status' });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private version: number | undefined;

  constructor(
    private readonly page: Page,
    stored: Rules,
  ) {
    this.version = stored.version;
    const changed = (): void => this.changed();
    this.order = new OrderedList<NameRow>(page, changed);
    stored.environments.order.forEach((name) => this.order.append(new NameRow(page, name, changed)));
    this.environments = new RuleSet(page, 'environments', stored.environments, changed);
    this.services = new RuleSet(page, 'services', stored.services, changed);
  }

  show(target: HTMLElement): void {
    const t = this.page.texts;
    const add = h('button', { type: 'button', class: 'aui-button', 'data-add': true }, t.get('environments.add'));
    add.addEventListener('click', () => this.order.add(new NameRow(this.page, '', () => this.changed())));
    const form = h(
      'form',
      { class: 'aui top-label aoa-a-form', novalidate: true, 'aria-label': t.get('tab.environments') },
      h('h3', {}, t.get('environments.order')),
      h('p', {}, t.get('environments.order.text')),
      h('div', {}, this.order.element, h('p', {}, add)),
      h('h3', {}, t.get('environments.rules')),
      h('p', {}, t.get('rule.help')),
      this.environments.element,
      h('h3', {}, t.get('services.rules')),
      this.services.element,
      h('div', { class: 'buttons-container' }, h('div', { class: 'buttons' }, button(t.get('save'), 'primary', () => this.save(this.version)))),
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    fill(target, this.top, this.live, form);
    void this.preview();
  }

  leave(): void {
    clearTimeout(this.timer);
    this.asked += 1;
  }

  private read(): Rules {
    const order = this.order.all.map((row) => row.name()).filter((name) => name !== '');
    return { environments: { order, ...this.environments.read() }, services: this.services.read() };
  }

  private changed(): void {
    this.page.unsaved = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.preview(), PAUSE_MS);
  }

  private async preview(): Promise<void> {
    this.asked += 1;
    const mine = this.asked;
    const t = this.page.texts;
    const result = await this.page.http.send<Preview>('POST', 'rules/preview', { body: this.read(), quiet: true });
    if (mine !== this.asked) {
      return;
    }
    if (result.kind === 'ok') {
      const { applications, environments, services } = result.value;
      fill(this.live, applications === 0 && message('info', t.get('preview.none')));
      this.environments.show(environments);
      this.services.show(services);
    } else if (result.kind !== 'invalid') {
      fill(this.live, failure(this.page, result));
    }
  }

  private async save(version: number | undefined): Promise<void> {
    this.top.replaceChildren();
    const result = await this.page.http.send<Rules>('PUT', 'rules', { body: this.read(), version });
    const t = this.page.texts;
    if (result.kind === 'ok') {
      this.page.unsaved = false;
      this.version = result.value.version;
      fill(this.top, message('success', t.get('rules.saved')));
      this.page.say(t.get('rules.saved'));
    } else if (result.kind === 'invalid') {
      const left = this.services.complain(this.environments.complain(result.errors));
      fill(this.top, message('error', t.get('error.invalid'), h('ul', {}, ...left.map((error) => h('li', {}, error.message)))));
    } else {
      notSaved(this.page, this.top, result, () => this.save(undefined));
    }
    (this.top.firstElementChild as HTMLElement | null)?.focus();
  }
}
