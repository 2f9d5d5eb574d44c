import type { ManifestFile } from '../city-pack/manifest.js';
import { judgeRows } from '../rows/judge-rows.js';
import type { Layout } from '../rows/layouts.js';
import { Once } from '../rows/once.js';
import { quarantined } from '../rows/refusal.js';
import type { RowSource } from '../rows/row-source.js';
import type { SourceRow } from '../rows/source-row.js';
import type { Tally } from '../rows/tally.js';

/** A row that waits for others to be known, and where it stood. */
export interface Waiting<Value> {
  readonly value: Value;
  readonly row: SourceRow;
}

/** How rows that wait for others are read: their rule, what may stand once, and who hears of a refused one. */
export interface WaitingRule<Value> {
  readonly rule: (row: SourceRow) => Value;
  readonly key: (value: Value) => readonly string[];
  readonly onRefused?: (row: SourceRow | null) => void;
}

/** Reads rows that need one another before they can be accepted. */
export class WaitingRows {
  constructor(
    private readonly source: RowSource,
    private readonly tally: Tally,
  ) {}

  /** Reads the rows of files by their rule; one row a key. */
  async read<Value>(
    files: readonly ManifestFile[],
    layout: Layout,
    { rule, key, onRefused }: WaitingRule<Value>,
  ): Promise<Waiting<Value>[]> {
    const once = new Once();
    const rows: Waiting<Value>[] = [];
    for (const file of files) {
      const judged = judgeRows(this.source.rows(file, layout), {
        rule: (row) => {
          const value = rule(row);
          once.pass(row, layout.required.includes('code') ? 'code' : layout.required[0]!, ...key(value));
          return { value, row };
        },
        tally: this.tally,
        file: file.path,
        counted: () => false,
        ...(onRefused ? { onRefused } : {}),
      });
      for await (const batch of judged) rows.push(...batch);
    }
    return rows;
  }

  /** Accepts the rows whose parents are accepted, round by round, until nothing falls any more. */
  acceptWithParents<Value>(
    rows: readonly Waiting<Value>[],
    key: (value: Value) => string,
    parent: (value: Value) => string | null,
  ): readonly Value[] {
    let standing = rows;
    for (;;) {
      const keys = new Set(standing.map(({ value }) => key(value)));
      const orphans = new Set(standing.filter(({ value }) => parent(value) !== null && !keys.has(parent(value)!)));
      if (orphans.size === 0) break;
      for (const { row } of orphans) this.tally.refuse(quarantined(row.file, row.number, orphan(row)));
      standing = standing.filter((waiting) => !orphans.has(waiting));
    }
    this.tally.accept(standing.length);
    return standing.map(({ value }) => value);
  }
}

function orphan(row: SourceRow): Parameters<typeof quarantined>[2] {
  return {
    field: row.nameOf('parent'),
    value: row.text('parent'),
    code: 'BAD_USER_INPUT',
    expected: 'the code of another row that is accepted',
    remedy: 'Correct the parent, or the row of the parent.',
  };
}
