import { h, icon } from './dom';
import type { Phase } from './model';
import type { Page } from './page';

const RING = 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z';

/** One shape for each state, so that none is told by colour alone. */
const SHAPES: Readonly<Record<Phase, readonly [string, string]>> = {
  live: [`${RING}m3.6 4.6-4.3 4.5-2-2-1.1 1.1 3.1 3.1 5.4-5.6Z`, 'ok'],
  connecting: [`${RING}m0 1.6v10.8a5.4 5.4 0 0 0 0-10.8Z`, 'info'],
  stale: ['M8 1.2 15.4 14.5H.6Zm-.8 4.6v4.4h1.6V5.8Zm0 5.6V13h1.6v-1.6Z', 'warn'],
  unreachable: [`${RING}m-2.4 3.5L4.5 5.6 6.9 8l-2.4 2.4 1.1 1.1L8 9.1l2.4 2.4 1.1-1.1L9.1 8l2.4-2.4-1.1-1.1L8 6.9Z`, 'bad'],
  denied: [`${RING}m-4 6.1v1.8h8V7.1Z`, 'bad'],
  misconfigured: ['M8 .6 15.4 8 8 15.4.6 8Zm-.8 4v4.6h1.6V4.6Zm0 5.8V12h1.6v-1.6Z', 'bad'],
  paused: ['M3.5 2h3v12h-3Zm6 0h3v12h-3Z', 'mute'],
};

/** The state of a connection by shape and word. */
export function status(page: Page, phase: Phase): HTMLElement {
  const [shape, tone] = SHAPES[phase] ?? SHAPES.connecting;
  return h(
    'span',
    { class: `aoa-a-status aoa-a-${tone}`, 'data-phase': phase },
    icon(shape),
    h('span', {}, page.texts.get(`phase.${phase}`)),
  );
}
