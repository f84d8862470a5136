/** Elements made of texts: nothing that comes from a server or a cluster is ever read as HTML. */

export type Child = Node | string | number | false | null | undefined;

type Value = string | number | boolean | undefined | ((event: Event) => void);

export type Attributes = Readonly<Record<string, Value>>;

/** An element; `onclick` and the like are listeners, `true` is an attribute without value. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.replace(/^on/, ''), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  add(element, children);
  return element;
}

/** Appends what is there of the children. */
export function add(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== false && child !== null && child !== undefined && child !== '') {
      element.append(typeof child === 'number' ? String(child) : child);
    }
  }
}

/** Replaces all that the element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  add(element, children);
}

let last = 0;

/** An id that no other element of this page has. */
export function freshId(prefix: string): string {
  last += 1;
  return `aoa-${prefix}-${last}`;
}

/** A drawing of 16 by 16, for people who see; the word beside it is for everybody. */
export function icon(path: string, className = ''): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `aoa-a-icon ${className}`.trim());
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(space, 'path');
  shape.setAttribute('d', path);
  shape.setAttribute('fill-rule', 'evenodd');
  svg.append(shape);
  return svg;
}
