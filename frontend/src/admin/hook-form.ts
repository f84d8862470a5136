import { button } from './button';
import { copied, copyButton } from './copy';
import { fill, freshId, h } from './dom';
import { saveEntry } from './entry';
import { check, choice, Field, isComplete, text } from './fields';
import { deliveries, hookAddress, hookAsStored } from './hook';
import type { Hook, Hooks } from './model';
import type { Page } from './page';
import { SecretField } from './secret-field';

const SENDERS = ['github', 'gitlab', 'bitbucket', 'argocd'] as const;

/** As long as what `openssl rand -hex 32` makes. */
const SECRET_BYTES = 32;

/** One hook: who sends, with which secret, and where to. */
export class HookForm {
  private readonly top = h('div', {});
  private readonly id: Field;
  private readonly sender: Field;
  private readonly secret: SecretField;
  private readonly enabled: ReturnType<typeof check>;
  private readonly address: ReturnType<typeof copied>;
  private readonly place = h('div', { class: 'field-group' });
  private readonly how = h('div', { class: 'description' });

  /**
   * @param all that are stored, because they are saved together
   * @param stored the one to be changed, absent for a new one
   */
  constructor(
    private readonly page: Page,
    private readonly all: Hooks,
    private readonly stored: Hook | undefined,
  ) {
    const t = page.texts;
    this.id = new Field(page, {
      path: 'id',
      label: t.get('hooks.id'),
      hint: [t.get('hooks.id.hint')],
      input: text({ maxlength: '63', readonly: stored !== undefined }),
      required: true,
    });
    this.id.value = stored?.id ?? '';
    this.sender = new Field(page, {
      path: 'sender',
      label: t.get('hooks.sender'),
      input: choice(SENDERS.map((each) => [each, t.get(`hooks.sender.${each}`)] as const)),
    });
    this.sender.value = stored?.sender ?? 'github';
    this.secret = new SecretField(page, {
      path: 'secret',
      label: t.get('hooks.secret'),
      hint: t.get('hooks.secret.hint'),
      secret: stored?.secret,
      long: false,
      required: true,
    });
    this.enabled = check(t.get('hooks.enabled'), stored?.enabled ?? true, t.get('hooks.enabled.hint'));
    this.address = copied(page, t.get('hooks.address'), '');
    this.place.append(h('label', { for: (this.address.output.id = freshId('address')) }, t.get('hooks.address')), this.address.element, this.how);
    this.secret.field.input.after(this.making());
    this.id.input.addEventListener('input', () => this.fit());
    this.sender.input.addEventListener('change', () => this.fit());
    this.fit();
  }

  show(target: HTMLElement): void {
    const t = this.page.texts;
    const heading = this.stored ? t.get('hooks.edit', this.stored.id) : t.get('hooks.add');
    const save = button(t.get('save'), 'primary', () => this.save(this.all.version));
    const cancel = button(t.get('cancel'), 'link', async () => {
      this.page.unsaved = false;
      this.page.go('repositories');
    });
    const form = h(
      'form',
      { class: 'aui top-label aoa-a-form', novalidate: true, 'aria-label': heading },
      this.enabled.element,
      this.id.element,
      this.sender.element,
      this.place,
      this.secret.field.element,
      this.stored && h('div', { class: 'field-group' }, h('h3', {}, t.get('hooks.deliveries')), ...deliveries(this.page, this.stored), h('div', { class: 'description' }, t.get('hooks.deliveries.text'))),
      h('div', { class: 'buttons-container' }, h('div', { class: 'buttons' }, save, cancel)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      save.click();
    });
    form.addEventListener('input', () => {
      this.page.unsaved = true;
    });
    fill(target, h('h2', { tabindex: '-1' }, heading), this.top, form);
  }

  /** A secret that nobody can guess, shown until it is saved so that it can be given to the sender. */
  private making(): HTMLElement {
    const t = this.page.texts;
    const input = this.secret.field.input as HTMLInputElement;
    const copy = copyButton(this.page, t.get('hooks.secret'), input);
    copy.hidden = true;
    const make = button(t.get('hooks.secret.make'), '', async () => {
      const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
      input.type = 'text';
      input.value = [...bytes].map((each) => each.toString(16).padStart(2, '0')).join('');
      input.dispatchEvent(new Event('input', { bubbles: true }));
      copy.hidden = false;
      this.page.say(t.get('hooks.secret.made'));
    });
    return h('div', { class: 'aoa-a-actions' }, make, copy);
  }

  private get fields(): Field[] {
    return [this.id, this.sender, this.secret.field];
  }

  /** The address has the id at its end; where to put it depends on the sender. */
  private fit(): void {
    this.address.output.value = hookAddress(this.id.value);
    this.place.hidden = this.id.value === '';
    fill(this.how, this.page.texts.get(`hooks.how.${this.sender.value}`));
  }

  private async save(version: number | undefined): Promise<void> {
    if (!isComplete(this.page, this.top, this.fields)) {
      return;
    }
    const mine: Hook = {
      id: this.id.value,
      sender: this.sender.value,
      enabled: this.enabled.input.checked,
      secret: this.secret.value ?? { value: '' },
    };
    const at = this.stored ? this.all.hooks.indexOf(this.stored) : this.all.hooks.length;
    const stored = this.all.hooks.map(hookAsStored);
    await saveEntry(this.page, this.top, this.fields, { list: 'hooks', stored, at, mine }, version, () => this.save(undefined));
  }
}
