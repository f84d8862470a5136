/** Finds a row by the first letters of its name (WAI-ARIA's tree pattern). */
export class TypeAhead {
  private static readonly PAUSE = 700;
  private typed = '';
  private last = -Infinity;

  /**
   * Index of the next row, from the active one on and round the end, whose name begins with what has
   * been typed without a pause; -1 for none. One letter again and again goes from row to row.
   *
   * @param now milliseconds on any clock that only goes forward
   */
  find(letter: string, names: readonly string[], active: number, now: number): number {
    this.typed = now - this.last > TypeAhead.PAUSE ? letter : this.typed + letter;
    this.last = now;
    const wanted = this.typed.toLocaleLowerCase();
    const repeated = wanted.split('').every((each) => each === wanted[0]);
    const searched = repeated ? (wanted[0] ?? '') : wanted;
    for (let step = repeated ? 1 : 0; step <= names.length; step++) {
      const index = (Math.max(0, active) + step) % Math.max(1, names.length);
      if (names[index]?.toLocaleLowerCase().startsWith(searched)) {
        return index;
      }
    }
    return -1;
  }
}
