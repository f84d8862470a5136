import { fill, freshId, h } from '../admin/dom';
import type { Texts } from '../texts';
import type { Answer } from './api';
import { refusal } from './refusal';

/** What somebody is about to say to a promotion. */
export interface Saying {
  /** Word of the act: `approve`, `reject`, `cancel`. */
  act: string;
  /** What it is about, in a few words. */
  about: string;
  send(comment: string): Promise<Answer<unknown>>;
  /** It has been said. */
  done(): void;
}

/** Asks for a comment and says it; what goes wrong stays to be read, with what was typed. */
export function openWord(saying: Saying, texts: Texts, language: string): void {
  const before = document.activeElement;
  const id = freshId('comment');
  const comment = h('textarea', { id, rows: '3', maxlength: '4000', class: 'aoa-text' });
  const problems = h('div', {});
  const title = freshId('word');
  const send = h(
    'button',
    { type: 'submit', class: 'aoa-button aoa-primary' },
    texts.get(`${saying.act}.do`),
  );
  const close = h('button', { type: 'button', class: 'aoa-button' }, texts.get('close'));
  const form = h(
    'form',
    { class: 'aoa-word' },
    h('h4', { id: title }, texts.get(`${saying.act}.title`, saying.about)),
    h('p', { class: 'aoa-flag' }, texts.get(`${saying.act}.text`)),
    h('label', { for: id, class: 'aoa-label-above' }, texts.get('comment')),
    comment,
    problems,
    h('div', { class: 'aoa-buttons' }, send, close),
  );
  const dialog = h('dialog', { class: 'aoa aoa-dialog', lang: language, 'aria-labelledby': title }, form);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) {
      before.focus();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  const submit = async (): Promise<void> => {
    if (send.disabled) {
      return;
    }
    send.disabled = true;
    const answer = await saying.send(comment.value.trim());
    if (answer.kind === 'ok') {
      dialog.close();
      saying.done();
    } else {
      send.disabled = false;
      fill(problems, refusal(answer, texts));
    }
  };
  document.body.append(dialog);
  dialog.showModal();
  comment.focus();
}
