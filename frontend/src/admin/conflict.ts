import { button } from './button';
import { fill, h } from './dom';
import type { Result } from './http';
import { failure, message, type Page } from './page';

const CONFLICT = 409;

/**
 * Shows why something was not saved. When somebody else has saved in the meantime, the person decides: look at what is
 * stored now, or save all the same.
 */
export function notSaved(page: Page, top: HTMLElement, result: Result<unknown>, overwrite: () => Promise<unknown>): void {
  const t = page.texts;
  if (result.kind === 'refused' && result.status === CONFLICT) {
    const reload = button(t.get('conflict.reload'), '', async () => {
      page.unsaved = false;
      page.go(window.location.hash.replace(/^#/, ''));
    });
    const save = button(t.get('conflict.overwrite'), '', overwrite);
    fill(top, message('warning', t.get('conflict.title'), h('p', {}, t.get('conflict.text')), h('p', { class: 'aoa-a-actions' }, save, reload)));
  } else if (result.kind === 'locked') {
    fill(top, message('warning', t.get('locked.kept')));
  } else {
    fill(top, failure(page, result));
  }
  (top.firstElementChild as HTMLElement | null)?.focus();
}
