import { freshId, h } from './dom';
import { Field, text } from './fields';
import type { Page } from './page';

const PAUSE_MS = 200;

/** An input for an Application that offers those whose names contain what was typed. */
export function applicationField(page: Page): Field {
  const offers = h('datalist', { id: freshId('applications') });
  const input = text({ maxlength: '400', list: offers.id });
  const field = new Field(page, {
    path: 'application',
    label: page.texts.get('access.application'),
    hint: [page.texts.get('access.application.hint')],
    required: true,
    input,
  });
  field.element.append(offers);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = '';
  const offer = async (): Promise<void> => {
    const wanted = field.value;
    if (wanted === asked || [...offers.children].some((each) => (each as HTMLOptionElement).value === wanted)) {
      return;
    }
    asked = wanted;
    const answer = await page.http.get<{ applications: string[] }>(`access/applications?${new URLSearchParams({ text: wanted })}`, true);
    if (answer.kind === 'ok' && wanted === asked) {
      offers.replaceChildren(...answer.value.applications.map((value) => h('option', { value })));
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void offer(), PAUSE_MS);
  });
  return field;
}
