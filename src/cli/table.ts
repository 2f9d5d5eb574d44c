/** A column: its heading, and whether its cells are figures, which stand to the right. */
export interface Column {
  readonly heading: string;
  readonly isFigure?: boolean;
}

/** Lines of a table for a terminal, the headings first; every Chinese character takes two places. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, place) => Math.max(...all.map((row) => width(row[place] ?? ''))));
  return all.map((row) =>
    columns
      .map((column, place) => padded(row[place] ?? '', widths[place]!, column))
      .join('  ')
      .trimEnd(),
  );
}

function padded(cell: string, to: number, { isFigure }: Column): string {
  const blanks = ' '.repeat(Math.max(0, to - width(cell)));
  return isFigure === true ? blanks + cell : cell + blanks;
}

/** Places that a text takes: wide forms of East Asian scripts take two. */
function width(text: string): number {
  let places = 0;
  for (const character of text) places += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u.test(character) ? 2 : 1;
  return places;
}
