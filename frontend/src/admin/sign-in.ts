import { fill, freshId, h } from './dom';
import { area, choice, Field, text } from './fields';
import type { Contexts, SignIn, SignInKind } from './model';
import { failure, loading, type Page } from './page';
import { SecretField } from './secret-field';

const KINDS: readonly SignInKind[] = ['token', 'tokenFile', 'certificate', 'kubeconfig', 'inCluster'];

/** Waits until nobody types any more. */
const PAUSE_MS = 400;

/** The kinds of sign-in, of which one is chosen, each with its fields. */
export class SignInFields {
  readonly element: HTMLElement;
  private readonly panels = new Map<SignInKind, { fields: Field[]; panel: HTMLElement; read: () => Partial<SignIn> }>();
  private readonly radios = new Map<SignInKind, HTMLInputElement>();

  /** @param changed called when another kind was chosen */
  constructor(
    private readonly page: Page,
    signIn: SignIn | undefined,
    changed: (kind: SignInKind) => void,
  ) {
    const t = page.texts;
    this.panels.set('token', this.token(signIn));
    this.panels.set('tokenFile', this.file(signIn));
    this.panels.set('certificate', this.certificate(signIn));
    this.panels.set('kubeconfig', this.kubeconfig(signIn));
    this.panels.set('inCluster', { fields: [], panel: h('p', {}, t.get('signin.inCluster.text')), read: () => ({}) });
    const name = freshId('kind');
    const chosen = signIn?.kind ?? 'token';
    this.element = h('fieldset', { class: 'group aoa-a-kinds' }, h('legend', {}, h('span', {}, t.get('signin.kind'))));
    for (const kind of KINDS) {
      const id = freshId('kind');
      const radio = h('input', { type: 'radio', class: 'radio', id, name, value: kind, checked: kind === chosen });
      radio.addEventListener('change', () => {
        this.show();
        changed(this.kind);
      });
      this.radios.set(kind, radio);
      this.element.append(
        h(
          'div',
          { class: 'radio' },
          radio,
          h('label', { for: id }, t.get(`signin.${kind}`)),
          h('div', { class: 'description' }, t.get(`signin.${kind}.hint`)),
        ),
      );
    }
    this.show();
  }

  get kind(): SignInKind {
    return KINDS.find((kind) => this.radios.get(kind)?.checked) ?? 'token';
  }

  /** The fields of every kind; those of the others are hidden. */
  get fields(): Field[] {
    return [...this.panels.values()].flatMap((panel) => panel.fields);
  }

  /** The panels to place below the kinds. */
  get panelElements(): HTMLElement[] {
    return [...this.panels.values()].map((panel) => panel.panel);
  }

  read(): SignIn {
    return { kind: this.kind, ...this.panels.get(this.kind)?.read() };
  }

  private show(): void {
    this.panels.forEach(({ panel }, kind) => {
      panel.hidden = kind !== this.kind;
    });
  }

  private secret(path: keyof SignIn & string, signIn: SignIn | undefined, long: boolean, required = true): SecretField {
    const t = this.page.texts;
    const secret = signIn?.[path] as SignIn['token'];
    return new SecretField(this.page, {
      path: `signIn.${path}`,
      label: t.get(`field.${path}`),
      hint: t.get(`field.${path}.hint`),
      secret,
      long,
      required,
    });
  }

  private token(signIn: SignIn | undefined) {
    const first = this.secret('token', signIn, false);
    const second = this.secret('secondToken', signIn, false, false);
    return {
      fields: [first.field, second.field],
      panel: h('div', {}, first.field.element, second.field.element),
      read: (): Partial<SignIn> => ({
        ...(first.value && { token: first.value }),
        ...(second.value && { secondToken: second.value }),
      }),
    };
  }

  private file(signIn: SignIn | undefined) {
    const t = this.page.texts;
    const path = new Field(this.page, {
      path: 'signIn.path',
      label: t.get('field.path'),
      hint: [t.get('field.path.hint')],
      required: true,
      input: text({ value: signIn?.path ?? '', placeholder: '/var/run/secrets/app-of-apps/token' }),
    });
    return { fields: [path], panel: h('div', {}, path.element), read: (): Partial<SignIn> => ({ path: path.value }) };
  }

  private certificate(signIn: SignIn | undefined) {
    const t = this.page.texts;
    const certificate = new Field(this.page, {
      path: 'signIn.certificate',
      label: t.get('field.certificate'),
      hint: [t.get('field.certificate.hint')],
      required: true,
      input: area({ placeholder: '-----BEGIN CERTIFICATE-----' }),
    });
    certificate.value = signIn?.certificate ?? '';
    const key = this.secret('privateKey', signIn, true);
    return {
      fields: [certificate, key.field],
      panel: h('div', {}, certificate.element, key.field.element),
      read: (): Partial<SignIn> => ({
        certificate: certificate.value,
        ...(key.value && { privateKey: key.value }),
      }),
    };
  }

  private kubeconfig(signIn: SignIn | undefined) {
    const t = this.page.texts;
    const secret = this.secret('kubeconfig', signIn, true);
    const context = new Field(this.page, {
      path: 'signIn.context',
      label: t.get('field.context'),
      hint: [t.get('field.context.hint')],
      input: choice([['', t.get('field.context.current')]]),
    });
    const stored = signIn?.context ?? '';
    if (stored !== '') {
      context.input.append(h('option', { value: stored, selected: true }, stored));
    }
    const found = h('div', { class: 'aoa-a-contexts', 'aria-live': 'polite' });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    secret.field.input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        asked += 1;
        const mine = asked;
        void this.offer(secret.field.input.value, context, found, () => mine === asked);
      }, PAUSE_MS);
    });
    return {
      fields: [secret.field, context],
      panel: h('div', {}, secret.field.element, found, context.element),
      read: (): Partial<SignIn> => ({
        ...(secret.value && { kubeconfig: secret.value }),
        ...(context.value !== '' && { context: context.value }),
      }),
    };
  }

  /** Offers the contexts of the pasted text, those that cannot be used with the reason. */
  private async offer(kubeconfig: string, context: Field, found: HTMLElement, isLast: () => boolean): Promise<void> {
    const t = this.page.texts;
    found.replaceChildren();
    if (kubeconfig.trim() === '') {
      return;
    }
    fill(found, loading(this.page));
    const result = await this.page.http.send<Contexts>('POST', 'connections/contexts', { body: { kubeconfig } });
    if (!isLast()) {
      return;
    }
    if (result.kind !== 'ok') {
      fill(found, failure(this.page, result));
      return;
    }
    const { contexts, current, problem } = result.value;
    if (problem || contexts.length === 0) {
      fill(found, h('div', { class: 'error' }, problem || t.get('contexts.none')));
      return;
    }
    const label = current ? t.get('field.context.currentNamed', current) : t.get('field.context.current');
    fill(
      context.input,
      h('option', { value: '' }, label),
      ...contexts.map((each) =>
        h(
          'option',
          { value: each.name, disabled: !each.usable },
          `${each.name} (${each.cluster}, ${each.user})${each.usable ? '' : ` – ${each.problem}`}`,
        ),
      ),
    );
    const bad = contexts.filter((each) => !each.usable);
    fill(
      found,
      h('p', {}, t.get('contexts.found', contexts.length)),
      bad.length > 0 && h('ul', {}, ...bad.map((each) => h('li', {}, `${each.name}: ${each.problem}`))),
    );
  }
}
