import { check } from './fields';
import { fill, freshId, h } from './dom';
import { number } from './health';
import { KEY_PLACES, type FieldFound, type KeyFound, type KeyPlace, type MetadataField } from './model';
import { OrderedList, type Item } from './ordered-list';
import type { Page } from './page';

const NEW_KEY = 'annotation:';

/** One place where a value may stand, and for how many Applications it decides now. */
class KeyRow implements Item {
  readonly element: HTMLElement;
  private readonly place: HTMLSelectElement;
  private readonly key: HTMLInputElement;
  private readonly found = h('div', { class: 'aoa-a-found-by' });
  private readonly error = h('div', { class: 'error', id: freshId('key-error'), hidden: true });

  constructor(
    private readonly page: Page,
    text: string,
    changed: () => void,
  ) {
    const t = page.texts;
    const colon = text.indexOf(':');
    const place = colon < 0 ? text : text.slice(0, colon);
    this.place = h(
      'select',
      { class: 'select', 'aria-label': t.get('metadata.place') },
      ...Object.keys(KEY_PLACES).map((each) => h('option', { value: each, selected: each === place }, t.get(`metadata.place.${each}`))),
    );
    this.key = h('input', {
      type: 'text',
      class: 'text',
      value: colon < 0 ? '' : text.slice(colon + 1),
      spellcheck: 'false',
      'aria-label': t.get('metadata.key'),
    });
    this.element = h('div', { class: 'aoa-a-rule' }, h('div', { class: 'aoa-a-key' }, this.place, this.key), this.error, this.found);
    this.element.addEventListener('input', () => {
      this.show();
      this.complain('');
      changed();
    });
    this.show();
  }

  get text(): string {
    return this.named() ? `${this.place.value}:${this.key.value.trim()}` : this.place.value;
  }

  name(): string {
    return this.text;
  }

  showFound(found: KeyFound | undefined): void {
    const t = this.page.texts;
    fill(
      this.found,
      found && h('span', { class: 'aoa-a-count' }, t.get('preview.matches', number(this.page, found.decided))),
      found && found.examples.length > 0 && h('span', { class: 'aoa-a-sub' }, ` ${found.examples.join(', ')}`),
    );
  }

  complain(text: string): void {
    this.error.hidden = text === '';
    this.error.textContent = text;
    for (const input of [this.place, this.key]) {
      if (text === '') {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
      } else {
        input.setAttribute('aria-invalid', 'true');
        input.setAttribute('aria-describedby', this.error.id);
      }
    }
  }

  private named(): boolean {
    return KEY_PLACES[this.place.value as KeyPlace];
  }

  private show(): void {
    this.key.hidden = !this.named();
  }
}

/** One field: what it is called, what its values are, whether it counts, and where it is looked for. */
export class FieldRow implements Item {
  readonly element: HTMLElement;
  private readonly id: HTMLInputElement;
  private readonly title: HTMLInputElement;
  private readonly kind: HTMLSelectElement;
  private readonly inherited: ReturnType<typeof check>;
  private readonly counts: ReturnType<typeof check>;
  private readonly keys: OrderedList<KeyRow>;
  private readonly missing = h('div', { class: 'aoa-a-found-by' });
  private readonly error = h('div', { class: 'error', id: freshId('field-error'), hidden: true });
  private readonly heading = h('summary', {});

  constructor(
    private readonly page: Page,
    field: MetadataField,
    open: boolean,
    changed: () => void,
  ) {
    const t = page.texts;
    const touched = (): void => {
      this.complain('');
      this.showHeading();
      changed();
    };
    this.id = h('input', { type: 'text', class: 'text', value: field.id, spellcheck: 'false' });
    this.title = h('input', { type: 'text', class: 'text', value: field.title ?? '' });
    this.kind = h(
      'select',
      { class: 'select' },
      ...(['text', 'link'] as const).map((kind) => h('option', { value: kind, selected: kind === field.kind }, t.get(`metadata.kind.${kind}`))),
    );
    this.inherited = check(t.get('metadata.inherited'), field.inherited, t.get('metadata.inherited.hint'));
    this.counts = check(t.get('metadata.counts'), field.counts, t.get('metadata.counts.hint'));
    this.keys = new OrderedList<KeyRow>(page, touched);
    field.keys.forEach((key) => this.keys.append(new KeyRow(page, key, touched)));
    const add = h('button', { type: 'button', class: 'aui-button', 'data-add': true }, t.get('metadata.key.add'));
    add.addEventListener('click', () => this.keys.add(new KeyRow(page, NEW_KEY, touched)));
    const body = h(
      'div',
      { class: 'aoa-a-field' },
      this.error,
      h('div', { class: 'aoa-a-rule-fields' }, this.labelled('metadata.id', this.id), this.labelled('metadata.title', this.title), this.labelled('metadata.kind', this.kind)),
      this.counts.element,
      this.inherited.element,
      h('p', {}, t.get('metadata.keys.text')),
      h('div', {}, this.keys.element, h('p', {}, add)),
    );
    for (const input of [this.id, this.title, this.kind]) {
      input.addEventListener('input', touched);
    }
    for (const box of [this.inherited, this.counts]) {
      box.input.addEventListener('change', touched);
    }
    this.element = h('div', { class: 'aoa-a-rule' }, h('details', { open }, this.heading, body), this.missing);
    this.showHeading();
  }

  get field(): MetadataField {
    const title = this.title.value.trim();
    return {
      id: this.id.value.trim(),
      ...(title === '' ? {} : { title }),
      kind: this.kind.value === 'link' ? 'link' : 'text',
      inherited: this.inherited.input.checked,
      counts: this.counts.input.checked,
      keys: this.keys.all.map((key) => key.text),
    };
  }

  name(): string {
    const { id, title } = this.field;
    return title ?? id;
  }

  showFound(found: FieldFound | undefined): void {
    const t = this.page.texts;
    this.keys.all.forEach((key, index) => key.showFound(found?.keys[index]));
    fill(this.missing, found && h('span', { class: 'aoa-a-sub' }, t.get('metadata.missing', number(this.page, found.missing))));
  }

  /** @param at the path below the field, such as {@code keys[1]} */
  complain(text: string, at = ''): void {
    const key = /^keys\[(\d+)\]/.exec(at);
    const row = key ? this.keys.all[Number(key[1])] : undefined;
    if (row) {
      row.complain(text);
    }
    this.error.hidden = text === '' || row !== undefined;
    this.error.textContent = row ? '' : text;
    if (text !== '') {
      this.element.querySelector('details')!.open = true;
    }
  }

  private showHeading(): void {
    const { id, title, counts } = this.field;
    fill(this.heading, h('span', { class: 'aoa-a-name' }, title ?? id), counts && h('span', { class: 'aoa-a-sub' }, ` ${this.page.texts.get('metadata.counts.short')}`));
  }

  private labelled(key: string, input: HTMLElement): HTMLElement {
    input.id = freshId('metadata');
    return h('div', { class: 'aoa-a-rule-field' }, h('label', { for: input.id }, this.page.texts.get(key)), input);
  }
}
