import { button } from './button';
import { notSaved } from './conflict';
import { fill, h } from './dom';
import type { FieldError } from './http';
import { FieldRow } from './metadata-field';
import type { Metadata, MetadataField, MetadataFound } from './model';
import { OrderedList } from './ordered-list';
import { failure, load, message, type Page, type Part } from './page';

const PAUSE_MS = 500;
const NEW_FIELD: MetadataField = { id: '', kind: 'text', inherited: false, counts: false, keys: ['annotation:'] };

/** `#metadata`: fields of services, where they are looked for, and what is found now. */
export const metadata: Part = (page, target) => {
  let screen: MetadataScreen | undefined;
  const t = page.texts;
  const body = h('div', {});
  fill(target, h('h2', { tabindex: '-1' }, t.get('tab.metadata')), h('p', {}, t.get('metadata.text')), body);
  void load<Metadata>(page, body, 'metadata', (stored) => {
    screen = new MetadataScreen(page, stored);
    screen.show(body);
  });
  return () => screen?.leave();
};

class MetadataScreen {
  private readonly fields: OrderedList<FieldRow>;
  private readonly top = h('div', {});
  private readonly live = h('div', { class: 'aoa-a-live', role: 'status' });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private version: number | undefined;

  constructor(
    private readonly page: Page,
    stored: Metadata,
  ) {
    this.version = stored.version;
    this.fields = new OrderedList<FieldRow>(page, () => this.changed());
    stored.fields.forEach((field) => this.fields.append(this.row(field, false)));
  }

  show(target: HTMLElement): void {
    const t = this.page.texts;
    const add = h('button', { type: 'button', class: 'aui-button', 'data-add': true }, t.get('metadata.add'));
    add.addEventListener('click', () => this.fields.add(this.row(NEW_FIELD, true)));
    const form = h(
      'form',
      { class: 'aui top-label aoa-a-form', novalidate: true, 'aria-label': t.get('tab.metadata') },
      h('div', {}, this.fields.element, h('p', {}, add)),
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

  private row(field: MetadataField, open: boolean): FieldRow {
    return new FieldRow(this.page, field, open, () => this.changed());
  }

  private read(): Metadata {
    return { fields: this.fields.all.map((row) => row.field) };
  }

  private changed(): void {
    this.page.unsaved = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.preview(), PAUSE_MS);
  }

  private async preview(): Promise<void> {
    this.asked += 1;
    const mine = this.asked;
    const result = await this.page.http.send<MetadataFound>('POST', 'metadata/preview', { body: this.read(), quiet: true });
    if (mine !== this.asked) {
      return;
    }
    if (result.kind === 'ok') {
      const { applications, fields } = result.value;
      fill(this.live, applications === 0 && message('info', this.page.texts.get('preview.none')));
      this.fields.all.forEach((row, index) => row.showFound(fields[index]));
    } else if (result.kind !== 'invalid') {
      fill(this.live, failure(this.page, result));
    }
  }

  private async save(version: number | undefined): Promise<void> {
    this.top.replaceChildren();
    const result = await this.page.http.send<Metadata>('PUT', 'metadata', { body: this.read(), version });
    const t = this.page.texts;
    if (result.kind === 'ok') {
      this.page.unsaved = false;
      this.version = result.value.version;
      fill(this.top, message('success', t.get('metadata.saved')));
      this.page.say(t.get('metadata.saved'));
    } else if (result.kind === 'invalid') {
      const left = this.complain(result.errors);
      fill(this.top, message('error', t.get('error.invalid'), h('ul', {}, ...left.map((error) => h('li', {}, error.message)))));
    } else {
      notSaved(this.page, this.top, result, () => this.save(undefined));
    }
    (this.top.firstElementChild as HTMLElement | null)?.focus();
  }

  /** Puts each mistake where it is; gives back those that have no place. */
  private complain(errors: readonly FieldError[]): FieldError[] {
    return errors.filter((error) => {
      const at = /^metadata\.fields\[(\d+)\]\.?(.*)$/.exec(error.field);
      const row = at ? this.fields.all[Number(at[1])] : undefined;
      row?.complain(error.message, at?.[2]);
      return row === undefined;
    });
  }
}
