import { h, type Child } from './dom';
import type { Page } from './page';

/** A column, whose heading is a text of the screen or a name of somebody else's. */
export type Column = { class?: string } & ({ key: string } | { label: string });

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
  const name = (column: Column): string => ('label' in column ? column.label : page.texts.get(column.key));
  const heading = (column: Column) => h('th', { scope: 'col', role: 'columnheader', class: column.class }, name(column));
  const cell = (children: Child[], index: number) => {
    const column = columns[index];
    const common = { class: column?.class, 'data-label': column && name(column) };
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
