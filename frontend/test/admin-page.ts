import { readFileSync } from 'node:fs';
import { Http } from '../src/admin/http';
import type { Page } from '../src/admin/page';
import { Texts } from '../src/texts';
import { page as dom } from './page';

/** One question that the screen asked the server. */
export interface Asked {
  method: string;
  path: string;
  body: unknown;
  token: string | null;
  version: string | null;
}

type Answers = Record<string, (asked: Asked) => Response | Promise<Response>>;

/** A screen on an empty page whose server is a table of answers by method and path. */
export class TestScreen {
  readonly asked: Asked[] = [];
  readonly said: string[] = [];
  readonly went: string[] = [];
  readonly target: HTMLElement;
  readonly page: Page;
  unlocks: boolean[] = [];

  constructor(answers: Answers) {
    const { window } = dom('<div id="target"></div>');
    (window as unknown as { AJS: object }).AJS = { dialog2 };
    this.target = document.getElementById('target') as HTMLElement;
    globalThis.fetch = async (input, init) => {
      const path = String(input).replace('/admin/', '');
      const asked = {
        method: init?.method ?? 'GET',
        path,
        body: typeof init?.body === 'string' ? parsed(init.body) : undefined,
        token: new Headers(init?.headers).get('X-Atlassian-Token'),
        version: new Headers(init?.headers).get('If-Match'),
      };
      this.asked.push(asked);
      const answer = answers[`${asked.method} ${path}`];
      return answer ? answer(asked) : Response.json({ message: `No answer for ${asked.method} ${path}` }, { status: 404 });
    };
    this.page = {
      http: new Http('/admin', async () => this.unlocks.shift() ?? false),
      texts: new Texts(JSON.stringify(english())),
      language: 'en',
      zone: 'UTC',
      unsaved: false,
      say: (text) => this.said.push(text),
      focusHeading: () => undefined,
      go: (route) => this.went.push(route),
    };
  }

  /** The only element that matches, below the page's body. */
  one<T extends Element = HTMLElement>(selector: string): T {
    const found = document.querySelectorAll<T>(selector);
    if (found.length !== 1 || !found[0]) {
      throw new Error(`${found.length} elements match ${selector}`);
    }
    return found[0];
  }

  button(label: string, within: ParentNode = document): HTMLButtonElement {
    const found = [...within.querySelectorAll('button')].find((each) => each.textContent === label && !each.closest('[hidden]'));
    if (!found) {
      throw new Error(`No button ${label}`);
    }
    return found;
  }

  /** The shown input with that label that is no radio button. */
  input(label: string): HTMLInputElement {
    return this.labelled(label, (input) => input.type !== 'radio');
  }

  choose(label: string): void {
    const radio = this.labelled(label, (input) => input.type === 'radio');
    radio.checked = true;
    radio.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private labelled(label: string, wanted: (input: HTMLInputElement) => boolean): HTMLInputElement {
    const found = [...document.querySelectorAll('label')]
      .filter((each) => each.textContent?.replace(' (required)', '') === label && !each.closest('[hidden]'))
      .map((each) => document.getElementById(each.htmlFor) as HTMLInputElement)
      .filter(wanted);
    if (!found[0]) {
      throw new Error(`No input ${label}`);
    }
    return found[0];
  }

  type(label: string, text: string): void {
    const input = this.input(label);
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Files that the browser is given from now on. */
export function caughtFiles(): { name: string; content: Blob }[] {
  const files: { name: string; content: Blob }[] = [];
  let last = new Blob([]);
  URL.createObjectURL = (content) => {
    last = content as Blob;
    return '#file';
  };
  URL.revokeObjectURL = () => undefined;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[download]');
    if (link) {
      event.preventDefault();
      files.push({ name: link.getAttribute('download') ?? '', content: last });
    }
  });
  return files;
}

/** Lets all that is under way without a clock come to its end. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** AUI's dialog as far as the screen calls it. */
function dialog2(element: HTMLElement): object {
  const hides: (() => void)[] = [];
  return {
    show: () => {
      element.hidden = false;
    },
    hide: () => hides.forEach((each) => each()),
    on: (_event: string, listener: () => void) => hides.push(listener),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The words of the screen as the server sends them. */
export function english(): Record<string, string> {
  const words: Record<string, string> = {};
  const file = readFileSync('../src/app/main/resources/io/appofapps/confluence/i18n.properties', 'latin1');
  for (const line of file.split('\n')) {
    const [, key, text] = /^aoa\.admin\.([^=]+)=(.*)$/.exec(line) ?? [];
    if (key !== undefined && text !== undefined) {
      words[key] = text
        .replace(/\\u([0-9a-f]{4})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
        .replace(/'\{\}'/g, '{}');
    }
  }
  return words;
}
