import { h } from '../admin/dom';

/** A unified diff, line by line; the two header lines are left out because the file stands above it. */
export function diff(text: string): HTMLElement {
  const lines = text.replace(/\n$/, '').split('\n').filter((line) => !/^(---|\+\+\+) /.test(line));
  return h('pre', { class: 'aoa-diff', tabindex: '0' }, ...lines.map((line) => h('span', { class: kind(line) }, `${line}\n`)));
}

function kind(line: string): string {
  switch (line[0]) {
    case '+':
      return 'aoa-add';
    case '-':
      return 'aoa-del';
    case '@':
    case '\\':
      return 'aoa-at';
    default:
      return 'aoa-same';
  }
}
