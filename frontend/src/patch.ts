import type { Change } from './live-api';

/** Puts changed rows in their places; rows that did not change stay the same elements. */
export class Patch {
  constructor(private readonly body: Element) {}

  /** How many rows changed, came or went. */
  apply(view: Pick<Change, 'rows' | 'order'>): number {
    const present = new Map<string, Element>();
    for (const child of Array.from(this.body.children)) {
      const id = (child as HTMLElement).dataset['row'];
      if (id !== undefined) {
        present.set(id, child);
      }
    }
    let changed = 0;
    for (const [id, html] of Object.entries(view.rows)) {
      const fresh = element(html);
      if (!fresh) {
        continue;
      }
      changed++;
      fresh.classList.add('aoa-changed');
      present.get(id)?.replaceWith(fresh);
      present.set(id, fresh);
    }
    return view.order ? changed + this.arrange(view.order, present) : changed;
  }

  private arrange(order: readonly string[], present: Map<string, Element>): number {
    const wanted = new Set(order);
    let gone = 0;
    for (const [id, child] of present) {
      if (!wanted.has(id)) {
        child.remove();
        gone++;
      }
    }
    let next = this.body.firstElementChild;
    for (const id of order) {
      const child = present.get(id);
      if (!child) {
        continue;
      }
      if (child === next) {
        next = next.nextElementSibling;
      } else {
        this.body.insertBefore(child, next);
      }
    }
    return gone;
  }
}

/** The one element that the markup of a row is. */
export function element(html: string): HTMLElement | undefined {
  const template = document.createElement('template');
  template.innerHTML = html.trim();
  const first = template.content.firstElementChild;
  return first instanceof HTMLElement ? first : undefined;
}
