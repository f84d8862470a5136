import { button } from './button';
import { fill, h } from './dom';
import { saveEntry } from './entry';
import { area, choice, Field, isComplete, ownError, showErrors, text } from './fields';
import { showProgress } from './ladder';
import { nameOnly, type Repositories, type Repository, type RepositoryTrial } from './model';
import { failure, message, type Page } from './page';
import { SecretField } from './secret-field';

const HOSTS = ['bitbucket', 'github', 'gitlab'] as const;

/** One Git repository: where it is, how the app signs in, and how changes are made. */
export class RepositoryForm {
  private readonly top = h('div', {});
  private readonly results = h('div', { class: 'aoa-a-result' });
  private readonly id: Field;
  private readonly url: Field;
  private readonly user: Field;
  private readonly token: SecretField;
  private readonly key: SecretField;
  private readonly passphrase: SecretField;
  private readonly knownHosts: Field;
  private readonly change: Field;
  private readonly host: Field;
  private readonly apiUrl: Field;
  private readonly stories: Field;
  private readonly ssh = h('div', {});
  private readonly review = h('div', {});

  /**
   * @param all that are stored, because they are saved together
   * @param stored the one to be changed, absent for a new one
   */
  constructor(
    private readonly page: Page,
    private readonly all: Repositories,
    private readonly stored: Repository | undefined,
  ) {
    const t = page.texts;
    const of = (path: string, key: string, value: string, input: Field['input'] = text(), required = false): Field => {
      const field = new Field(page, {
        path,
        label: t.get(`repositories.${key}`),
        hint: [t.get(`repositories.${key}.hint`)],
        input,
        required,
      });
      field.value = value;
      return field;
    };
    const secret = (path: string, key: string, value: Repository['signIn'], long: boolean): SecretField =>
      new SecretField(page, {
        path,
        label: t.get(`repositories.${key}`),
        hint: t.get(`repositories.${key}.hint`),
        secret: path === 'signIn.token' ? value?.token : path === 'signIn.ssh.key' ? value?.ssh?.key : value?.ssh?.passphrase,
        long,
        required: false,
      });
    const signIn = stored?.signIn;
    this.id = of('id', 'id', stored?.id ?? '', text({ maxlength: '100', readonly: stored !== undefined }), true);
    this.url = of('url', 'url', stored?.url ?? '', text(), true);
    this.user = of('signIn.user', 'user', signIn?.user ?? '');
    this.token = secret('signIn.token', 'token', signIn, false);
    this.key = secret('signIn.ssh.key', 'key', signIn, true);
    this.passphrase = secret('signIn.ssh.passphrase', 'passphrase', signIn, false);
    this.knownHosts = of('signIn.ssh.knownHosts', 'knownHosts', signIn?.ssh?.knownHosts ?? '', area({ rows: 3 }));
    this.change = of(
      'change',
      'change',
      stored?.change ?? 'direct',
      choice([
        ['direct', t.get('repositories.change.direct')],
        ['pull-request', t.get('repositories.change.pull-request')],
      ]),
    );
    this.host = of('host', 'host', stored?.host ?? 'bitbucket', choice(HOSTS.map((host) => [host, t.get(`repositories.host.${host}`)] as const)));
    this.apiUrl = of('apiUrl', 'apiUrl', stored?.apiUrl ?? '');
    this.stories = of('stories', 'stories', stored?.stories ?? '');
    this.ssh.append(this.key.field.element, this.passphrase.field.element, this.knownHosts.element);
    this.review.append(this.host.element, this.apiUrl.element);
    this.url.input.addEventListener('input', () => this.fit());
    this.change.input.addEventListener('change', () => this.fit());
    this.fit();
  }

  show(target: HTMLElement): void {
    const t = this.page.texts;
    const heading = this.stored ? t.get('repositories.edit', this.stored.id) : t.get('repositories.add');
    const save = button(t.get('save'), 'primary', () => this.save(this.all.version));
    const test = button(t.get('test'), '', () => this.test());
    const cancel = button(t.get('cancel'), 'link', async () => {
      this.page.unsaved = false;
      this.page.go('repositories');
    });
    const form = h(
      'form',
      { class: 'aui top-label aoa-a-form', novalidate: true, 'aria-label': heading },
      this.id.element,
      this.url.element,
      h('h3', {}, t.get('repositories.signIn')),
      this.user.element,
      this.token.field.element,
      this.ssh,
      h('h3', {}, t.get('repositories.changes')),
      this.change.element,
      this.review,
      this.stories.element,
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
    fill(target, h('h2', { tabindex: '-1' }, heading), this.top, form);
  }

  private get fields(): Field[] {
    return [
      this.id,
      this.url,
      this.user,
      this.token.field,
      this.key.field,
      this.passphrase.field,
      this.knownHosts,
      this.change,
      this.host,
      this.apiUrl,
      this.stories,
    ];
  }

  /** Keys are for addresses by SSH, hosts for pull requests. */
  private fit(): void {
    this.ssh.hidden = !this.isSsh();
    this.review.hidden = this.change.value !== 'pull-request';
  }

  private isSsh(): boolean {
    return this.url.value.toLowerCase().startsWith('ssh://');
  }

  private get repository(): Repository {
    const key = this.isSsh() ? this.key.value : undefined;
    const passphrase = this.passphrase.value;
    const ssh = key && { key, ...(passphrase ? { passphrase } : {}), knownHosts: this.knownHosts.value };
    const token = this.token.value;
    const reviewed = this.change.value === 'pull-request';
    return {
      id: this.id.value,
      url: this.url.value,
      ...(this.stories.value ? { stories: this.stories.value } : {}),
      ...(token || ssh || this.user.value
        ? { signIn: { user: this.user.value, ...(token ? { token } : {}), ...(ssh ? { ssh } : {}) } }
        : {}),
      ...(reviewed || this.stored?.change !== undefined ? { change: reviewed ? 'pull-request' : 'direct' } : {}),
      ...(reviewed ? { host: this.host.value, ...(this.apiUrl.value ? { apiUrl: this.apiUrl.value } : {}) } : {}),
    };
  }

  /** Tries what is typed, which need not be stored: what the app may do there, step by step. */
  private async test(): Promise<void> {
    this.results.replaceChildren();
    if (!isComplete(this.page, this.top, this.fields)) {
      return;
    }
    const t = this.page.texts;
    const stop = showProgress(this.page, this.results);
    const answer = await this.page.http.send<RepositoryTrial>('POST', 'repositories/test', { body: this.repository });
    stop();
    this.results.replaceChildren();
    if (answer.kind === 'ok') {
      const { ok, steps } = answer.value;
      const title = t.get(ok ? 'repositories.test.ok' : 'repositories.test.failed');
      const lines = steps.map((step) => h('li', { 'data-step': step.step, 'data-ok': String(step.ok) }, h('strong', {}, t.get(`repositories.test.${step.step}`)), ' ', step.message));
      fill(this.results, message(ok ? 'success' : 'error', title, h('ul', {}, ...lines)));
      this.page.say([title, ...steps.map((step) => step.message)].join(' '));
    } else if (answer.kind === 'invalid') {
      showErrors(this.page, this.top, this.fields, answer.errors.map((error) => ownError(error, 'repositories', 0)));
    } else {
      fill(this.results, failure(this.page, answer));
    }
  }

  private async save(version: number | undefined): Promise<void> {
    if (!isComplete(this.page, this.top, this.fields)) {
      return;
    }
    const mine = this.repository;
    const at = this.stored ? this.all.repositories.indexOf(this.stored) : this.all.repositories.length;
    const stored = this.all.repositories.map(asStored);
    await saveEntry(this.page, this.top, this.fields, { list: 'repositories', stored, at, mine }, version, () => this.save(undefined));
  }
}

/** The repository as it is sent back: a secret by its name alone. */
export function asStored(repository: Repository): Repository {
  const { token, ssh, user } = repository.signIn ?? {};
  return repository.signIn
    ? {
        ...repository,
        signIn: {
          user: user ?? '',
          ...(token ? { token: nameOnly(token) } : {}),
          ...(ssh ? { ssh: { ...ssh, key: nameOnly(ssh.key), ...(ssh.passphrase ? { passphrase: nameOnly(ssh.passphrase) } : {}) } } : {}),
        },
      }
    : repository;
}
