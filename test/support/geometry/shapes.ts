import { type Rings, ringsFromNested } from '../../../src/geometry/rings.js';

/** A closed square, counter-clockwise from its lower left corner. */
export function square(x: number, y: number, width: number): number[][] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + width],
    [x, y + width],
    [x, y],
  ];
}

/** A polygon of one part: a shell and its holes. */
export function polygon(...rings: number[][][]): Rings {
  return ringsFromNested([rings]);
}

/** A triangulated lattice over `[0, 12 · cells]²`: inner corners moved by `shifts` (whole numbers, -4 … 4), so that corners and borders are shared exactly. */
export function jitteredTiles(cells: number, shifts: readonly number[]): Rings[] {
  const corner = (column: number, row: number): number[] => {
    const isInner = column > 0 && row > 0 && column < cells && row < cells;
    const at = 2 * (row * (cells + 1) + column);
    const [dx, dy] = isInner ? [shifts[at % shifts.length]!, shifts[(at + 1) % shifts.length]!] : [0, 0];
    return [column * 12 + dx, row * 12 + dy];
  };
  return Array.from({ length: cells * cells }, (_, cell) => [cell % cells, Math.floor(cell / cells)] as const).flatMap(([column, row]) => {
    const [a, b, c, d] = [corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)];
    // The centre of the cell lies in its kernel as long as no corner moves by more than a third of the cell.
    const centre = [column * 12 + 6, row * 12 + 6];
    return [
      [a, b],
      [b, c],
      [c, d],
      [d, a],
    ].map(([from, to]) => polygon([centre, from!, to!, centre]));
  });
}
