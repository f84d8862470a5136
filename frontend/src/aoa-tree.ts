import { TreeBlock } from './tree-block';

/** Every tree on the page, also those that a preview or another script puts there later. */
function start(): void {
  for (const element of document.querySelectorAll<HTMLElement>('.aoa-live:not([data-aoa-started])')) {
    element.dataset['aoaStarted'] = 'true';
    new TreeBlock(element).start();
  }
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
