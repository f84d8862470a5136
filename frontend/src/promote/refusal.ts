import { h } from '../admin/dom';
import { contextPath } from '../host';
import type { Texts } from '../texts';
import type { Answer } from './api';

/** Why something was not done, and what to do; only for answers that are not ok. */
export function refusal(answer: Answer<unknown>, texts: Texts): HTMLElement {
  const box = h('p', { class: 'aoa-refusal', role: 'alert' });
  if (answer.kind === 'refused') {
    box.append(h('strong', {}, answer.message), ' ', answer.action);
    if (answer.reason === 'confirm-identity') {
      box.append(' ', confirmLink(texts));
    }
  } else {
    box.append(texts.get(answer.kind === 'signed-out' ? 'signed-out' : 'away'));
  }
  return box;
}

/** Confluence asks for the password on a page of its own; what is typed here stays. */
function confirmLink(texts: Texts): HTMLElement {
  const back = encodeURIComponent('/plugins/servlet/aoa/approvals');
  const address = `${contextPath()}/authenticate.action?destination=${back}`;
  return h('a', { href: address, target: '_blank', rel: 'noopener' }, texts.get('confirm'));
}
