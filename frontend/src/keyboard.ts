/** What a key asks for in a tree (WAI-ARIA's tree pattern). */
export type Move = 'up' | 'down' | 'first' | 'last' | 'open' | 'close' | 'follow';

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  ArrowRight: 'open',
  ArrowLeft: 'close',
  Enter: 'follow',
};

export function moveOf(event: KeyboardEvent): Move | undefined {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : MOVES[event.key];
}
