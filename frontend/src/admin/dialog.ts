import { add, freshId, h, type Child } from './dom';

/** The part of AUI that this screen calls. */
interface Dialog2 {
  show(): void;
  hide(): void;
  on(event: 'hide', listener: () => void): void;
}

interface Aui {
  dialog2?: (element: Element) => Dialog2;
}

export interface DialogParts {
  title: string;
  body: Child[];
  /** The buttons from left to right; the last one only closes. */
  buttons: (close: () => void) => HTMLElement[];
  warning?: boolean;
  wide?: boolean;
}

/** Opens a dialog of AUI; the promise ends when it has closed and the focus is back where it was. */
export function openDialog(parts: DialogParts): Promise<void> {
  const before = document.activeElement;
  const heading = freshId('dialog-title');
  const footer = h('div', { class: 'aui-dialog2-footer-actions' });
  const size = parts.wide ? 'aui-dialog2-large' : 'aui-dialog2-medium';
  const warning = parts.warning ? ' aui-dialog2-warning' : '';
  const content = h('div', { class: 'aui-dialog2-content' });
  add(content, parts.body);
  const element = h(
    'section',
    {
      id: freshId('dialog'),
      role: 'dialog',
      tabindex: '-1',
      class: `aui-layer aui-dialog2 ${size}${warning} aoa-a aoa-a-dialog`,
      'aria-labelledby': heading,
      'aria-modal': 'true',
      'data-aui-remove-on-hide': 'true',
      hidden: true,
    },
    h('header', { class: 'aui-dialog2-header' }, h('h2', { class: 'aui-dialog2-header-main', id: heading }, parts.title)),
    content,
    h('footer', { class: 'aui-dialog2-footer' }, footer),
  );
  document.body.append(element);
  const dialog = (window as unknown as { AJS?: Aui }).AJS?.dialog2?.(element);
  return new Promise((resolve) => {
    const closed = (): void => {
      element.remove();
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
      resolve();
    };
    footer.append(...parts.buttons(() => dialog?.hide()));
    if (dialog) {
      dialog.on('hide', closed);
      dialog.show();
      element.querySelector<HTMLElement>('[data-first], input, select, textarea, button')?.focus();
    } else {
      closed();
    }
  });
}
