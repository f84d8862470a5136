import { button } from './button';
import { fill, h } from './dom';
import { notSaved } from './conflict';
import { area, check, Field, isComplete, list, showErrors, text } from './fields';
import { showProgress, showResult, type ManifestFile } from './ladder';
import type { Connection, Draft, TestResult } from './model';
import { failure, type Page } from './page';
import { SignInFields } from './sign-in';

const MAX_ID = 63;

/** An id made of a name: what is allowed of it, in lower case. */
export function idOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ID)
    .replace(/^-+|-+$/g, '');
}

/** For who has no connection yet. */
export const FIRST_MANIFEST: ManifestFile = { path: 'manifest', file: 'app-of-apps.yaml' };

/** For exactly what a stored connection reads. */
export function manifestOf(id: string): ManifestFile {
  return { path: `connections/${encodeURIComponent(id)}/manifest`, file: `app-of-apps-${id}.yaml` };
}

/** Adds a connection or changes one. */
export class ConnectionForm {
  private readonly top = h('div', {});
  private readonly results = h('div', { class: 'aoa-a-result' });
  private readonly id: Field;
  private readonly name: Field;
  private readonly server: Field;
  private readonly ca: Field;
  private readonly namespaces: Field;
  private readonly argoCdUrl: Field;
  private readonly proxy: Field;
  private readonly user: Field;
  private readonly groups: Field;
  private readonly insecure: ReturnType<typeof check>;
  private readonly signIn: SignInFields;
  private readonly address: HTMLElement;

  /** @param stored what is to be changed, absent for a new connection */
  constructor(
    private readonly page: Page,
    private readonly stored: Connection | undefined,
  ) {
    const t = page.texts;
    const of = (path: string, input: Field['input'], value: string | undefined, required = false): Field => {
      const name = path.replace(/^.*\./, '');
      const field = new Field(page, {
        path,
        label: t.get(`field.${name}`),
        hint: [t.get(`field.${name}.hint`)],
        required,
        input,
      });
      field.value = value ?? '';
      return field;
    };
    this.name = of('name', text({ maxlength: '100' }), stored?.name, true);
    this.id = of('id', text({ maxlength: String(MAX_ID), readonly: stored !== undefined }), stored?.id, true);
    this.server = of('server', text({ placeholder: 'https://api.example.com:6443', inputmode: 'url' }), stored?.server, true);
    this.ca = of('ca', area({ placeholder: '-----BEGIN CERTIFICATE-----' }), stored?.ca);
    this.namespaces = of('namespaces', text({ placeholder: 'argocd' }), stored?.namespaces.join(', '));
    this.argoCdUrl = of('argoCdUrl', text({ placeholder: 'https://argocd.example.com', inputmode: 'url' }), stored?.argoCdUrl);
    this.proxy = of('proxy', text({ placeholder: 'http://proxy.example.com:3128', inputmode: 'url' }), stored?.proxy);
    this.user = of('impersonate.user', text(), stored?.impersonate?.user);
    this.groups = of('impersonate.groups', text(), stored?.impersonate?.groups.join(', '));
    this.insecure = check(t.get('field.insecureTls'), stored?.insecureTls ?? false, t.get('field.insecureTls.hint'));
    this.address = h('div', {}, this.server.element, this.ca.element);
    this.signIn = new SignInFields(page, stored?.signIn, () => this.showAddress());
    this.showAddress();
    if (!stored) {
      this.name.input.addEventListener('input', () => this.suggestId());
      this.id.input.addEventListener('input', () => {
        this.id.input.dataset['typed'] = 'true';
      });
    }
  }

  show(target: HTMLElement): void {
    const t = this.page.texts;
    const save = button(t.get('save'), 'primary', () => this.save(this.stored?.version));
    const test = button(t.get('test'), '', () => this.test());
    const cancel = button(t.get('cancel'), 'link', async () => {
      this.page.unsaved = false;
      this.page.go('connections');
    });
    const form = h(
      'form',
      { class: 'aui top-label aoa-a-form', novalidate: true, 'aria-label': this.title() },
      h('h3', {}, t.get('form.cluster')),
      this.name.element,
      this.id.element,
      h('h3', {}, t.get('form.signin')),
      this.signIn.element,
      this.address,
      ...this.signIn.panelElements,
      h('h3', {}, t.get('form.scope')),
      this.namespaces.element,
      this.argoCdUrl.element,
      h(
        'details',
        { class: 'aoa-a-more', open: this.hasMore() },
        h('summary', {}, t.get('form.more')),
        this.proxy.element,
        this.user.element,
        this.groups.element,
        this.insecure.element,
      ),
      this.results,
      h('div', { class: 'buttons-container' }, h('div', { class: 'buttons' }, test, save, cancel)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      save.click();
    });
    form.addEventListener('input', () => {
      this.page.unsaved = true;
    });
    fill(target, h('h2', { tabindex: '-1' }, this.title()), this.top, form);
  }

  /** What is typed, in the form of REST. */
  read(): Draft {
    const groups = list(this.groups.value);
    const signIn = this.signIn.read();
    const withAddress = signIn.kind !== 'kubeconfig' && signIn.kind !== 'inCluster';
    return {
      id: this.id.value,
      name: this.name.value,
      ...(withAddress && this.server.value !== '' && { server: this.server.value }),
      ...(withAddress && this.ca.value !== '' && { ca: `${this.ca.value}\n` }),
      insecureTls: this.insecure.input.checked,
      ...(this.proxy.value !== '' && { proxy: this.proxy.value }),
      signIn,
      ...((this.user.value !== '' || groups.length > 0) && { impersonate: { user: this.user.value, groups } }),
      namespaces: list(this.namespaces.value),
      ...(this.argoCdUrl.value !== '' && { argoCdUrl: this.argoCdUrl.value }),
      paused: this.stored?.paused ?? false,
    };
  }

  private title(): string {
    return this.stored ? this.page.texts.get('form.edit', this.stored.name) : this.page.texts.get('form.add');
  }

  private hasMore(): boolean {
    return this.stored !== undefined && Boolean(this.stored.proxy ?? this.stored.impersonate ?? (this.stored.insecureTls || undefined));
  }

  /** A kubeconfig and a pod bring the address and the authority themselves. */
  private showAddress(): void {
    this.address.hidden = this.signIn.kind === 'kubeconfig' || this.signIn.kind === 'inCluster';
  }

  private suggestId(): void {
    if (this.id.input.dataset['typed'] !== 'true') {
      this.id.value = idOf(this.name.value);
      this.id.complain('');
    }
  }

  private get fields(): Field[] {
    return [
      this.name,
      this.id,
      this.server,
      this.ca,
      ...this.signIn.fields,
      this.namespaces,
      this.argoCdUrl,
      this.proxy,
      this.user,
      this.groups,
    ];
  }

  private async test(): Promise<void> {
    this.results.replaceChildren();
    if (!isComplete(this.page, this.top, this.fields)) {
      return;
    }
    const stop = showProgress(this.page, this.results);
    const result = await this.page.http.send<TestResult>('POST', 'connections/test', { body: this.read() });
    stop();
    this.results.replaceChildren();
    if (result.kind === 'ok') {
      showResult(this.page, this.results, result.value, this.stored ? manifestOf(this.stored.id) : FIRST_MANIFEST);
    } else if (result.kind === 'invalid') {
      showErrors(this.page, this.top, this.fields, result.errors);
    } else {
      fill(this.results, failure(this.page, result));
    }
  }

  private async save(version: number | undefined): Promise<void> {
    if (!isComplete(this.page, this.top, this.fields)) {
      return;
    }
    const draft = this.read();
    const result = this.stored
      ? await this.page.http.send<Connection>('PUT', `connections/${encodeURIComponent(draft.id)}`, { body: draft, version })
      : await this.page.http.send<Connection>('POST', 'connections', { body: draft });
    if (result.kind === 'ok') {
      this.page.unsaved = false;
      this.page.say(this.page.texts.get('saved', draft.name));
      this.page.go('connections');
    } else if (result.kind === 'invalid') {
      showErrors(this.page, this.top, this.fields, result.errors);
    } else {
      notSaved(this.page, this.top, result, () => this.save(undefined));
    }
  }
}
