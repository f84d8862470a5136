import { button } from './button';
import { fill, freshId, h } from './dom';
import { choice, Field, isComplete, list, showErrors, text } from './fields';
import { notSaved } from './conflict';
import type { DefinedSet, DiscoveredSet, Versioned } from './model';
import type { Page } from './page';
import { rootOf } from './sets';

const OTHER = '';

/** Defines a deployment set: a root, a title, who sees it and where. */
export class SetForm {
  private readonly top = h('div', {});
  private readonly root: Field;
  private readonly connection: Field;
  private readonly namespace: Field;
  private readonly name: Field;
  private readonly key: Field;
  private readonly title: Field;
  private readonly spaces: Field;
  private readonly roles: HTMLInputElement;
  private readonly viewers: HTMLElement;
  private readonly byHand: HTMLElement;

  /**
   * @param stored what is to be changed, absent for a new set
   * @param from root of a discovered set to start with
   */
  constructor(
    private readonly page: Page,
    private readonly stored: (DefinedSet & Versioned) | undefined,
    private readonly discovered: readonly DiscoveredSet[],
    from: string | undefined,
  ) {
    const t = page.texts;
    const of = (path: string, input: Field['input'], value: string, required = true): Field => {
      const field = new Field(page, {
        path,
        label: t.get(`set.${path}`),
        hint: [t.get(`set.${path}.hint`)],
        required,
        input,
      });
      field.value = value;
      return field;
    };
    const roots = discovered.map((each): [string, string] => [rootOf(each), `${rootOf(each)} (${t.get('sets.count', each.applications)})`]);
    this.root = new Field(page, {
      path: 'root',
      label: t.get('set.root'),
      hint: [t.get('set.root.hint')],
      input: choice([...roots, [OTHER, t.get('set.root.other')]]),
    });
    this.connection = of('connection', text(), stored?.connection ?? '');
    this.namespace = of('namespace', text(), stored?.namespace ?? '');
    this.name = of('name', text(), stored?.name ?? '');
    this.byHand = h('div', {}, this.connection.element, this.namespace.element, this.name.element);
    this.title = of('title', text({ maxlength: '200' }), stored?.title ?? '');
    this.key = of('key', text({ maxlength: '100', readonly: stored !== undefined }), stored?.key ?? '');
    this.spaces = of('spaces', text({ placeholder: 'DEMO, OPS' }), stored?.spaces.join(', ') ?? '', false);
    const name = freshId('viewers');
    const radio = (value: DefinedSet['viewers']) =>
      h('input', { type: 'radio', class: 'radio', name, value, id: freshId('viewer'), checked: (stored?.viewers ?? 'page') === value });
    const page_ = radio('page');
    this.roles = radio('projectRole');
    this.viewers = h(
      'fieldset',
      { class: 'group' },
      h('legend', {}, h('span', {}, t.get('sets.viewers'))),
      ...([page_, this.roles] as const).map((input) =>
        h(
          'div',
          { class: 'radio' },
          input,
          h('label', { for: input.id }, t.get(`viewers.${input.value}`)),
          h('div', { class: 'description' }, t.get(`viewers.${input.value}.hint`)),
        ),
      ),
    );
    const start = stored ? rootOf(stored) : (from ?? roots[0]?.[0] ?? OTHER);
    this.root.value = roots.some(([value]) => value === start) ? start : OTHER;
    this.root.input.addEventListener('change', () => this.choose());
    this.choose();
  }

  show(target: HTMLElement): void {
    const t = this.page.texts;
    const save = button(t.get('save'), 'primary', () => this.save(this.stored?.version));
    const cancel = button(t.get('cancel'), 'link', async () => {
      this.page.unsaved = false;
      this.page.go('sets');
    });
    const heading = this.stored ? t.get('set.edit', this.stored.title) : t.get('set.add');
    const form = h(
      'form',
      { class: 'aui top-label aoa-a-form', novalidate: true, 'aria-label': heading },
      this.root.element,
      this.byHand,
      this.title.element,
      this.key.element,
      this.viewers,
      this.spaces.element,
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

  private get fields(): Field[] {
    return [this.root, this.connection, this.namespace, this.name, this.title, this.key, this.spaces];
  }

  /** Takes over what the chosen root says; another one is typed. */
  private choose(): void {
    const set = this.discovered.find((each) => rootOf(each) === this.root.input.value);
    this.byHand.hidden = set !== undefined;
    if (!set) {
      return;
    }
    this.connection.value = set.connection;
    this.namespace.value = set.namespace;
    this.name.value = set.name;
    if (!this.stored) {
      this.title.value = set.title;
      this.key.value = set.key;
    }
  }

  private async save(version: number | undefined): Promise<void> {
    if (!isComplete(this.page, this.top, this.fields)) {
      return;
    }
    const set: DefinedSet = {
      key: this.key.value,
      title: this.title.value,
      connection: this.connection.value,
      namespace: this.namespace.value,
      name: this.name.value,
      viewers: this.roles.checked ? 'projectRole' : 'page',
      spaces: list(this.spaces.value),
    };
    const result = this.stored
      ? await this.page.http.send('PUT', `sets/${encodeURIComponent(set.key)}`, { body: set, version })
      : await this.page.http.send('POST', 'sets', { body: set });
    if (result.kind === 'ok') {
      this.page.unsaved = false;
      this.page.say(this.page.texts.get('saved', set.title));
      this.page.go('sets');
    } else if (result.kind === 'invalid') {
      showErrors(this.page, this.top, this.fields, result.errors);
    } else {
      notSaved(this.page, this.top, result, () => this.save(undefined));
    }
  }
}
