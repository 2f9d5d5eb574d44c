import type { ManifestFile } from '../city-pack/manifest.js';
import type { CityPack } from '../city-pack/open-pack.js';
import { readRows } from '../files/read-rows.js';
import { judgeRows } from '../rows/judge-rows.js';
import type { Layout } from '../rows/layouts.js';
import { Once } from '../rows/once.js';
import type { SourceRow } from '../rows/source-row.js';
import type { Tally } from '../rows/tally.js';

/** The files of one kind of statements, and the rules of their rows. */
export interface StatementFiles<Value> {
  readonly pack: CityPack;
  readonly files: readonly ManifestFile[];
  readonly layout: Layout;
  readonly rule: (row: SourceRow) => Value;
  /** What may be stated once. */
  readonly key: (value: Value) => readonly string[];
  readonly tally: Tally;
}

/** The accepted statements of a pack, and whether they are all that it makes: it has such files, and no row was refused. */
export async function readStatements<Value>({
  pack,
  files,
  layout,
  rule,
  key,
  tally,
}: StatementFiles<Value>): Promise<{ readonly accepted: readonly Value[]; readonly complete: boolean }> {
  const once = new Once();
  const accepted: Value[] = [];
  let complete = files.length > 0;
  for (const file of files) {
    const judged = judgeRows(readRows(pack, file, layout), {
      rule: (row) => {
        const value = rule(row);
        once.pass(row, layout.required[0]!, ...key(value));
        return value;
      },
      tally,
      file: file.path,
      onRefused: () => (complete = false),
    });
    for await (const batch of judged) accepted.push(...batch);
  }
  return { accepted, complete };
}
