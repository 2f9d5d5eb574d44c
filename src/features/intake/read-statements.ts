import type { Layout } from './city-pack/layouts.js';
import type { ManifestFile } from './city-pack/manifest.js';
import type { CityPack } from './city-pack/open-pack.js';
import type { PackRow } from './city-pack/pack-row.js';
import { readRows } from './city-pack/read-rows.js';
import { judgeRows } from './judge-rows.js';
import { Once } from './once.js';
import type { Tally } from './tally.js';

/** The files of one kind of statements, and the rules of their rows. */
export interface StatementFiles<Value> {
  readonly pack: CityPack;
  readonly files: readonly ManifestFile[];
  readonly layout: Layout;
  readonly rule: (row: PackRow) => Value;
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
