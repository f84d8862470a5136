import { contextPath } from '../host';
import { h, type Child } from './dom';
import { nameOnly, type Hook } from './model';
import { moment, type Page } from './page';

/** Where Git hosts and Argo CD send what the hook of that id hears, as this browser sees the server. */
export function hookAddress(id: string): string {
  return `${window.location.origin}${contextPath()}/rest/aoa/1.0/hooks/${encodeURIComponent(id)}`;
}

/** The hooks as they are sent back: secrets by their names, nothing that is only read. */
export function hookAsStored({ id, sender, enabled, secret }: Hook): Hook {
  return { id, sender, enabled, secret: nameOnly(secret) };
}

/** What was heard and refused last. */
export function deliveries(page: Page, hook: Hook): Child[] {
  const t = page.texts;
  const { heard, refused, why } = hook.deliveries ?? { heard: null, refused: null, why: null };
  if (!heard && !refused) {
    return [h('span', { class: 'aoa-a-none' }, t.get('hooks.deliveries.none'))];
  }
  const line = (key: string, at: string | null, tone: string, ...more: Child[]) =>
    at && h('div', { class: tone }, t.get(key), ' ', moment(page, at), ...more);
  return [
    line('hooks.heard', heard, ''),
    line('hooks.refused', refused, 'aoa-a-bad', why && h('div', { class: 'aoa-a-sub' }, t.get(`hooks.why.${why}`))),
  ];
}
