import { h, type Child } from './dom';
import type { Page } from './page';

export interface Column {
  /** Key of the heading. */
  key: string;
  class?: string;
}

export interface Row {
  attributes: Readonly<Record<string, string>>;
  /** One for each column; the first one names the row. */
  cells: Child[][];
}

/**
 * A table that becomes a list of labelled values where the window is narrow. The roles are told because that layout
 * takes a table's own ones away.
 */
export function table(page: Page, label: string, columns: readonly Column[], rows: readonly Row[]): HTMLElement {
  const heading = ({ key, class: style }: Column) =>
    h('th', { scope: 'col', role: 'columnheader', class: style }, page.texts.get(key));
  const cell = (children: Child[], index: number) => {
    const column = columns[index];
    const common = { class: column?.class, 'data-label': column && page.texts.get(column.key) };
    return index === 0
      ? h('th', { ...common, scope: 'row', role: 'rowheader' }, ...children)
      : h('td', { ...common, role: 'cell' }, h('div', {}, ...children));
  };
  return h(
    'table',
    { class: 'aui aoa-a-table', role: 'table', 'aria-label': label },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...columns.map(heading))),
    h('tbody', { role: 'rowgroup' }, ...rows.map((row) => h('tr', { ...row.attributes, role: 'row' }, ...row.cells.map(cell)))),
  );
}
