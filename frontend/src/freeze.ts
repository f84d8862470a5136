import { contextPath } from './host';
import type { Texts } from './texts';

/** Which set, on which page. */
export interface Subject {
  set: string;
  page: string;
}

/** Asks the server to keep the set as it is; gives the key. Throws with words for people. */
export async function freeze(subject: Subject, title: string, texts: Texts): Promise<string> {
  const response = await fetch(`${contextPath()}/rest/aoa/1.0/sets/${encodeURIComponent(subject.set)}/snapshots`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: JSON.stringify({ page: subject.page, title }),
  }).catch(() => undefined);
  if (!response) {
    throw new Error(texts.get('away'));
  }
  const answer = (await response.json().catch(() => ({}))) as { key?: string; detail?: string; action?: string };
  if (response.status === 201 && answer.key) {
    return answer.key;
  }
  if (response.status === 401) {
    throw new Error(texts.get('signed-out'));
  }
  throw new Error(`${answer.detail ?? texts.get('away')} ${answer.action ?? ''}`.trim());
}

/** The line below the head that asks for a title; says the key when the set is kept. */
export class FreezeLine {
  private readonly form = document.createElement('form');
  private readonly title = document.createElement('input');

  constructor(
    private readonly button: HTMLElement,
    private readonly subject: Subject,
    private readonly texts: Texts,
  ) {
    this.form.className = 'aoa-freezer';
    this.title.type = 'text';
    this.title.maxLength = 255;
    this.title.placeholder = texts.get('freeze');
    this.title.setAttribute('aria-label', texts.get('freeze'));
    const submit = this.control('submit', 'freeze-do');
    const cancel = this.control('button', 'freeze-not');
    cancel.addEventListener('click', () => this.close());
    this.form.append(this.title, submit, cancel);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit.disabled = true;
      void this.send().finally(() => {
        submit.disabled = false;
      });
    });
    this.form.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') {
        this.close();
      }
    });
  }

  /** Opens below the head of the block, or closes again. */
  toggle(root: HTMLElement): void {
    if (this.form.isConnected) {
      this.close();
      return;
    }
    root.querySelector('.aoa-head')?.after(this.form);
    this.button.setAttribute('aria-expanded', 'true');
    this.title.focus();
  }

  private close(): void {
    this.form.remove();
    this.form.querySelector('.aoa-freezer-says')?.remove();
    this.button.setAttribute('aria-expanded', 'false');
    this.button.focus();
  }

  private async send(): Promise<void> {
    try {
      const key = await freeze(this.subject, this.title.value.trim(), this.texts);
      this.say(this.texts.get('frozen', key));
    } catch (error) {
      this.say((error as Error).message);
    }
  }

  private say(text: string): void {
    const says = this.form.querySelector('.aoa-freezer-says') ?? document.createElement('p');
    says.className = 'aoa-freezer-says';
    says.setAttribute('role', 'status');
    this.form.append(says);
    says.textContent = text;
  }

  private control(type: 'submit' | 'button', text: string): HTMLButtonElement {
    const control = document.createElement('button');
    control.type = type;
    control.textContent = this.texts.get(text);
    return control;
  }
}
