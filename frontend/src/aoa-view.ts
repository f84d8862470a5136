import { Block } from './block';
import { Live } from './live';

const live = new Live();

/** Every block on the page. */
function start(): void {
  for (const element of document.querySelectorAll<HTMLElement>('.aoa[data-block]')) {
    const block = new Block(element, live);
    block.start();
    if (element.classList.contains('aoa-live')) {
      live.add(block);
    }
  }
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
