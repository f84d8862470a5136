import { contextPath } from '../host';
import { Texts } from '../texts';
import { access } from './access';
import { compatibility } from './compatibility';
import { confirm } from './confirm';
import { connections } from './connections';
import { documentation } from './documentation';
import { fill, h } from './dom';
import { health } from './health';
import { Http } from './http';
import { metadata } from './metadata';
import type { Page, Part } from './page';
import { promotion } from './promotion';
import { repositories } from './repositories';
import { rules } from './rules';
import { sets } from './sets';
import { settings } from './settings';
import { unlock } from './unlock';

const PARTS: Readonly<Record<string, Part>> = {
  connections,
  sets,
  environments: rules,
  metadata,
  documentation,
  promotion,
  repositories,
  access,
  health,
  compatibility,
  settings,
};

/** Fills the shell that the server wrote; the address's hash says with which part. */
export function start(root: HTMLElement): void {
  const texts = new Texts(root.dataset['texts']);
  const voice = h('div', { class: 'assistive', 'aria-live': 'polite' });
  const main = h('div', { class: 'aoa-a-main' });
  const links = new Map(
    Object.keys(PARTS).map((name) => [name, h('a', { href: `#${name}` }, texts.get(`tab.${name}`))] as const),
  );
  let leave: void | (() => void);
  let here = '';
  const page: Page = {
    texts,
    language: root.dataset['language'] || 'en',
    zone: root.dataset['zone'] || 'UTC',
    http: new Http(`${contextPath()}/rest/aoa/1.0/admin`, () => unlock(page)),
    unsaved: false,
    say: (text) => voice.replaceChildren(h('div', {}, text)),
    focusHeading: () => main.querySelector<HTMLElement>('h2')?.focus(),
    go: (route) => {
      if (window.location.hash === `#${route}`) {
        show();
      } else {
        window.location.hash = route;
      }
    },
  };
  const show = (): void => {
    const [name = '', ...rest] = window.location.hash.replace(/^#/, '').split('/').map(plain);
    const part = PARTS[name] ? name : 'connections';
    leave?.();
    page.unsaved = false;
    here = window.location.hash;
    links.forEach((link, key) => {
      link.parentElement?.classList.toggle('aui-nav-selected', key === part);
      if (key === part) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    });
    const target = h('div', {});
    fill(main, target);
    leave = PARTS[part]?.(page, target, PARTS[name] ? rest : []);
  };
  const turn = async (): Promise<void> => {
    if (window.location.hash === here) {
      return;
    }
    if (page.unsaved) {
      const wanted = window.location.hash;
      // the form stays until the person has decided
      window.history.replaceState(null, '', here || window.location.pathname);
      if (!(await confirm(page, texts.get('leave.title'), texts.get('leave.text'), texts.get('leave')))) {
        return;
      }
      page.unsaved = false;
      window.history.pushState(null, '', wanted || window.location.pathname);
    }
    show();
    page.focusHeading();
  };
  fill(
    root,
    h(
      'nav',
      { class: 'aui-navgroup aui-navgroup-horizontal aoa-a-tabs', 'aria-label': texts.get('title') },
      h(
        'div',
        { class: 'aui-navgroup-inner' },
        h('div', { class: 'aui-navgroup-primary' }, h('ul', { class: 'aui-nav' }, ...[...links.values()].map((link) => h('li', {}, link)))),
      ),
    ),
    main,
    voice,
  );
  window.addEventListener('hashchange', () => void turn());
  window.addEventListener('beforeunload', (event) => {
    if (page.unsaved) {
      event.preventDefault();
    }
  });
  show();
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
