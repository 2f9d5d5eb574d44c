/** Texts of which few differ: row `i` says `values[numbers[i]]`. */
export interface PooledColumn {
  readonly numbers: Uint32Array;
  readonly values: readonly (string | null)[];
}

/** Pools one text of each row; null is a value like any other. */
export function pooledColumnOf<Row>(rows: readonly Row[], textOf: (row: Row) => string | null): PooledColumn {
  const known = new Map<string | null, number>();
  const numbers = Uint32Array.from(rows, (row) => {
    const text = textOf(row);
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  });
  return { numbers, values: [...known.keys()] };
}

/** What row `index` says. */
export function pooledAt({ numbers, values }: PooledColumn, index: number): string | null {
  return values[numbers[index]!]!;
}
