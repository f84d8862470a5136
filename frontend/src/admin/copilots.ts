import { contextPath } from '../host';
import { button } from './button';
import { notSaved } from './conflict';
import { fill, h } from './dom';
import { check, Field, showErrors, text } from './fields';
import type { CopilotRules } from './model';
import { load, message, type Page } from './page';

/** What copilots may do, and where they find the server. */
export function copilots(page: Page): HTMLElement {
  const body = h('div', {});
  void load<CopilotRules>(page, body, 'copilot', (stored) => body.append(form(page, stored)));
  return h('section', {}, h('h3', {}, page.texts.get('copilot.title')), h('p', {}, page.texts.get('copilot.text')), body);
}

function form(page: Page, stored: CopilotRules): HTMLElement {
  const t = page.texts;
  const top = h('div', {});
  const result = h('div', { role: 'status' });
  const enabled = check(t.get('copilot.enabled'), stored.enabled, t.get('copilot.enabled.hint'));
  const requests = check(t.get('copilot.requests'), stored.requests, t.get('copilot.requests.hint'));
  const calls = new Field(page, {
    path: 'callsPerMinute',
    label: t.get('copilot.calls'),
    hint: [t.get('copilot.calls.hint')],
    input: text({ inputmode: 'numeric' }),
  });
  calls.value = String(stored.callsPerMinute);
  let seen = stored.version;
  const store = async (version: number | undefined): Promise<void> => {
    top.replaceChildren();
    calls.complain('');
    const body = {
      enabled: enabled.input.checked,
      requests: requests.input.checked,
      callsPerMinute: /^\d+$/.test(calls.value) ? Number(calls.value) : calls.value,
    };
    const answer = await page.http.send<CopilotRules>('PUT', 'copilot', { body, version });
    if (answer.kind === 'ok') {
      seen = answer.value.version;
      fill(result, message('success', t.get('copilot.saved')));
    } else if (answer.kind === 'invalid') {
      showErrors(page, top, [calls], answer.errors);
    } else {
      notSaved(page, result, answer, () => store(undefined));
    }
  };
  return h(
    'form',
    { class: 'aui top-label aoa-a-form', onsubmit: (event) => event.preventDefault() },
    top,
    h('p', {}, t.get('copilot.address'), ' ', h('code', {}, address())),
    enabled.element,
    requests.element,
    calls.element,
    h('p', {}, button(t.get('save'), '', () => store(seen))),
    result,
  );
}

/** Where copilots connect to, as this browser sees the server. */
function address(): string {
  return `${window.location.origin}${contextPath()}/plugins/servlet/aoa/mcp`;
}
