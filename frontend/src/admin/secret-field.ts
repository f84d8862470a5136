import { h } from './dom';
import { area, Field, text } from './fields';
import type { Secret, StoredSecret } from './model';
import { full, type Page } from './page';

/**
 * A field for a secret. It never holds the stored text: empty means that what is stored stays, and an optional one can
 * be removed.
 */
export class SecretField {
  readonly field: Field;
  private readonly stored: StoredSecret | undefined;
  private readonly remove: HTMLInputElement | undefined;

  constructor(
    page: Page,
    parts: { path: string; label: string; hint: string; secret: Secret | undefined; long: boolean; required: boolean },
  ) {
    const t = page.texts;
    this.stored = parts.secret && 'secret' in parts.secret ? parts.secret : undefined;
    const isThere = this.stored !== undefined && this.stored.present !== false;
    const placeholder = isThere ? t.get('secret.stored') : '';
    const expires = this.stored?.expires ? new Date(this.stored.expires) : undefined;
    this.field = new Field(page, {
      path: parts.path,
      label: parts.label,
      required: parts.required && !isThere,
      input: parts.long
        ? area({ placeholder, rows: 6 })
        : text({ type: 'password', class: 'text long-field password', autocomplete: 'new-password', placeholder }),
      hint: [
        isThere && h('span', { class: 'aoa-a-stored' }, t.get('secret.stored'), '. '),
        this.stored?.present === false && h('strong', {}, t.get('secret.lost'), ' '),
        expires && !Number.isNaN(expires.getTime()) && h('span', {}, t.get('secret.expires', full(page, expires)), ' '),
        parts.hint,
      ],
    });
    if (isThere && !parts.required) {
      this.remove = h('input', { type: 'checkbox', class: 'checkbox', id: `${this.field.input.id}-remove` });
      this.field.element.append(
        h('div', { class: 'checkbox' }, this.remove, h('label', { for: this.remove.id }, t.get('secret.remove'))),
      );
    }
  }

  /** What to send: the new text, the name of what is stored, or nothing. */
  get value(): Secret | undefined {
    const typed = this.field.input.value.trim();
    if (typed !== '') {
      return { value: typed };
    }
    return this.stored === undefined || this.remove?.checked === true ? undefined : { secret: this.stored.secret };
  }
}
