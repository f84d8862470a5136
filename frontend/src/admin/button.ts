import { h, type Child } from './dom';

type Work = () => Promise<unknown>;

/**
 * A button that works once at a time: while its work is under way it turns, says so, and further clicks do nothing.
 * It keeps the focus meanwhile, which a disabled button would lose.
 */
export function button(label: Child, style: 'primary' | 'link' | 'subtle' | 'danger' | '', work: Work): HTMLButtonElement {
  const look = style === '' ? '' : ` aui-button-${style}`;
  const element = h('button', { class: `aui-button${look}`, type: 'button' }, label);
  element.addEventListener('click', () => void once(element, work));
  return element;
}

/** Runs the work unless this button's last one is still under way. */
export async function once(element: HTMLButtonElement, work: Work): Promise<void> {
  if (element.getAttribute('aria-busy') === 'true') {
    return;
  }
  const spin = h('span', { class: 'aoa-a-spin', 'aria-hidden': 'true' });
  element.setAttribute('aria-busy', 'true');
  element.setAttribute('aria-disabled', 'true');
  element.prepend(spin);
  try {
    await work();
  } finally {
    spin.remove();
    element.removeAttribute('aria-busy');
    element.removeAttribute('aria-disabled');
  }
}
