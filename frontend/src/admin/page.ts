import { ago } from '../time';
import type { Texts } from '../texts';
import { add, h, type Child } from './dom';
import type { Http, Result } from './http';

/** What every part of the screen uses. */
export interface Page {
  http: Http;
  texts: Texts;
  language: string;
  zone: string;
  /** Says it to people who do not see it appear. */
  say(text: string): void;
  /** Puts the focus on the heading of the part shown, for who loses it with what was removed. */
  focusHeading(): void;
  /** Goes to another part of the screen, as a link would. */
  go(route: string): void;
  /** Asks before leaving while true. */
  unsaved: boolean;
}

/** A part of the screen under its own address; what it returns is called when it is left. */
export type Part = (page: Page, target: HTMLElement, rest: string[]) => void | (() => void);

export type MessageKind = 'error' | 'warning' | 'success' | 'info';

/** A message in AUI's form; errors are told at once to those who do not see them. */
export function message(kind: MessageKind, title: string, ...body: Child[]): HTMLElement {
  const box = h('div', {
    class: `aui-message aui-message-${kind} aoa-a-message`,
    role: kind === 'error' ? 'alert' : undefined,
    tabindex: '-1',
  });
  add(box, [h('p', { class: 'title' }, h('strong', {}, title)), ...body]);
  return box;
}

/** Why there is no answer, as a message; only for results that are not ok. */
export function failure(page: Page, result: Result<unknown>): HTMLElement {
  const t = page.texts;
  switch (result.kind) {
    case 'refused':
      return message('error', BARE.test(result.message) ? t.get(reason(result.status)) : result.message);
    case 'invalid':
      return message(
        'error',
        t.get('error.invalid'),
        h('ul', {}, ...result.errors.map((error) => h('li', {}, error.message))),
      );
    case 'locked':
      return message('warning', t.get('locked.title'), h('p', {}, t.get('locked.quiet'), ' ', signInLink(page)));
    default:
      return message('error', t.get('error.away'), h('p', {}, t.get('error.away.remedy')));
  }
}

/** What servers say where there is nothing at an address, and no message at all. */
const BARE = /^(?:(?:HTTP 404 )?Not Found)?$/i;

function reason(status: number): string {
  if (status === 403) {
    return 'error.forbidden';
  }
  if (status === 404) {
    return 'error.missing';
  }
  return status < 500 ? 'error.refused' : 'error.broken';
}

/** Opens this screen beside, which asks for the password; what is typed here stays. */
export function signInLink(page: Page): HTMLElement {
  const address = window.location.pathname;
  return h('a', { href: address, target: '_blank', rel: 'noopener' }, page.texts.get('locked.link'));
}

/** How long ago, with the full moment as title; a dash where there is none. */
export function moment(page: Page, text: string | null | undefined): HTMLElement {
  const date = new Date(text ?? '');
  if (Number.isNaN(date.getTime())) {
    return h('span', {}, '–');
  }
  return h('time', { datetime: date.toISOString(), title: full(page, date) }, ago(date, new Date(), page.language));
}

/** Date and time in the administrator's language and zone. */
export function full(page: Page, date: Date): string {
  const form: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium' };
  try {
    return new Intl.DateTimeFormat(page.language, { ...form, timeZone: page.zone }).format(date);
  } catch {
    return new Intl.DateTimeFormat(page.language, form).format(date);
  }
}

/** A line that something is on its way, to be replaced by it. */
export function loading(page: Page): HTMLElement {
  return h('p', { class: 'aoa-a-loading' }, h('span', { class: 'aoa-a-spin', 'aria-hidden': 'true' }), page.texts.get('loading'));
}

/** Loads once and shows what came or why nothing did, with a button to try again. */
export async function load<T>(page: Page, target: HTMLElement, path: string, show: (value: T) => void): Promise<void> {
  target.replaceChildren(loading(page));
  const result = await page.http.get<T>(path);
  if (result.kind === 'ok') {
    target.replaceChildren();
    show(result.value);
    return;
  }
  const again = h('button', { class: 'aui-button', type: 'button' }, page.texts.get('again'));
  again.addEventListener('click', () => void load(page, target, path, show));
  target.replaceChildren(failure(page, result), h('p', {}, again));
}
