import { contextPath } from './host';
import type { Texts } from './texts';

/** What a button sends besides its word; the names are those of its data. */
const BODIES: Readonly<Record<string, (data: DOMStringMap) => object>> = {
  accept: (data) => ({ application: data['application'], field: data['field'], manifestSays: data['says'] }),
};

/** Does what a button of the documentation offers, and says in its place what came of it. */
export async function act(button: HTMLButtonElement, page: string, texts: Texts): Promise<void> {
  const name = button.dataset['act'] ?? '';
  button.disabled = true;
  const response = await fetch(`${contextPath()}/rest/aoa/1.0/documentation/pages/${encodeURIComponent(page)}/${name}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: JSON.stringify(BODIES[name]?.(button.dataset) ?? {}),
  }).catch(() => undefined);
  if (response?.ok) {
    const focused = document.activeElement === button || document.activeElement === document.body;
    const done = says(texts.get(`act-${name}`));
    button.replaceWith(done);
    if (focused) {
      done.focus();
    }
    return;
  }
  button.disabled = false;
  button.focus();
  button.parentElement?.querySelector('.aoa-acted')?.remove();
  button.after(says(await reason(response, texts)));
}

async function reason(response: Response | undefined, texts: Texts): Promise<string> {
  if (!response) {
    return texts.get('away');
  }
  if (response.status === 401) {
    return texts.get('signed-out');
  }
  const answer = (await response.json().catch(() => ({}))) as { message?: string };
  return answer.message ?? texts.get('away');
}

function says(text: string): HTMLElement {
  const line = document.createElement('span');
  line.className = 'aoa-acted';
  line.setAttribute('role', 'status');
  line.tabIndex = -1;
  line.textContent = text;
  return line;
}
