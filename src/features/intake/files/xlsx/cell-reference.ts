/** The column, from 0, of a cell such as `AB12`; null for what is no reference. */
export function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at === 0 || at > 3 ? null : column - 1;
}

/** The row, from 1, of a cell such as `AB12`; NaN for what is no reference. */
export function rowOf(reference: string): number {
  return Number(/^[A-Z]{1,3}([1-9]\d{0,6})$/.exec(reference)?.[1]);
}

/** The first and last row of a range such as `A1:C3`. */
export function rowsOf(range: string): readonly [first: number, last: number] {
  const [from, to] = range.split(':');
  const first = rowOf(from!);
  return [first, to === undefined ? first : rowOf(to)];
}
