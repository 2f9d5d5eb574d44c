import { CityError } from '../../../kernel/city-error.js';
import type { Sql } from '../../../kernel/sql.js';
import type { FeedKind, ProgressBook, RunStamp } from '../ports.js';
import { judgeRows } from '../rows/judge-rows.js';
import type { Tally } from '../rows/tally.js';
import type { RunUnderWay } from '../runs/run-desk.js';
import type { FilePlaces, OfficeSetting } from './file-parts.js';
import type { PlannedTable } from './import-plan.js';
import { MatterRule } from './matter-rule.js';
import type { PartRule, Written } from './part-rules.js';
import { judged, replay, RowChunks } from './row-chunks.js';

/** One table of rows on its way. */
export interface RowsUnderWay {
  readonly table: PlannedTable;
  readonly fileKey: string;
  readonly kind: FeedKind;
  readonly run: RunUnderWay;
  readonly stamp: RunStamp;
  readonly tally: Tally;
  /** Rows that an earlier attempt took. */
  readonly taken: number;
}

/** Takes a table chunk by chunk, each in a transaction of its own with how far it has come. Answers the tally. Throws `UNAVAILABLE` where it is stopped. */
export async function takeInChunks<Accepted>(
  places: FilePlaces,
  setting: OfficeSetting,
  { rule, ...way }: RowsUnderWay & { readonly rule: PartRule<Accepted> },
): Promise<Tally> {
  const { file, table } = way.table;
  const judgement = { ...rule.judgement, file: table.file.path };
  const chunks = new RowChunks(file.source.rows(table.file, rule.layout), places.rowsAtOnce);
  try {
    await replay(chunks, way.taken, { ...judgement, tally: way.tally.uncounted() });
    for (let rows = await chunks.next(); rows.length > 0; rows = await chunks.next()) {
      const accepted = await judged(rows, { ...judgement, tally: way.tally });
      // Told before it is taken: what was told of rows that were not taken after all is forgotten when the run is taken up again.
      await way.tally.flush();
      const written = await places.front.transaction(async (sql) => {
        const sum = await writeAll(sql, { rule, batches: accepted, ...way });
        await note(places.progress, sql, { way, rowsTaken: chunks.taken, sum });
        return sum;
      });
      way.tally.wrote(written);
      setting.report({ stage: table.file.path, done: chunks.taken, total: null });
      if (setting.stop.aborted) throw stopped(file.name, chunks.taken);
    }
  } finally {
    await chunks.close();
  }
  if (rule instanceof MatterRule && rule.finding) way.tally.find(rule.finding);
  way.tally.read({ file: table.file.path, part: rule.judgement.part ?? '', brokenOffAt: chunks.brokenOffAt });
  await way.tally.flush();
  await note(places.progress, places.front.sql, { way, rowsTaken: chunks.taken, state: 'TAKEN' });
  return way.tally;
}

/** Takes the matters of an office that seals them, all in one transaction: a later row may say that an earlier one must not be seen. */
export async function takeAtOnce(
  { front, progress, runs }: FilePlaces,
  { report }: OfficeSetting,
  { freshRule, ...way }: RowsUnderWay & { readonly freshRule: () => MatterRule },
): Promise<Tally> {
  const { file, table } = way.table;
  return front.transaction(async (sql) => {
    const [tally, rule] = [await way.run.freshTally(way.tally.totals), freshRule()];
    let done = 0;
    for await (const batch of judgeRows(file.source.rows(table.file, rule.layout), { ...rule.judgement, tally, file: table.file.path })) {
      tally.wrote(await rule.write(sql, batch, way.stamp));
      done += batch.filter((matter) => !matter.staysHome).length;
      report({ stage: table.file.path, done, total: null });
    }
    await rule.settle(sql, table.file.path, way.stamp);
    if (rule.finding) tally.find(rule.finding);
    await tally.flush();
    // The register is not this transaction's; that an id stays home is true whether it commits or not.
    await runs.forgetValues(front.department.code, [...rule.keptHome]);
    await note(progress, sql, { way: { ...way, tally }, rowsTaken: 0, state: 'TAKEN' });
    return tally;
  });
}

/** What one transaction writes. */
interface Writing<Accepted> extends Pick<RowsUnderWay, 'stamp' | 'table'> {
  readonly rule: PartRule<Accepted>;
  readonly batches: readonly (readonly Accepted[])[];
}

async function writeAll<Accepted>(sql: Sql, { rule, batches, stamp, table }: Writing<Accepted>): Promise<Written> {
  let sum: Written = { changed: 0, older: 0 };
  for (const batch of batches) {
    const { changed, older } = await rule.write(sql, batch, stamp);
    sum = { changed: sum.changed + changed, older: sum.older + older };
  }
  if (rule instanceof MatterRule) await rule.settle(sql, table.table.file.path, stamp);
  return sum;
}

interface Noted {
  readonly way: Pick<RowsUnderWay, 'fileKey' | 'kind' | 'run' | 'tally'>;
  readonly rowsTaken: number;
  /** What the transaction under way wrote, which the tally does not hold yet. */
  readonly sum?: Written;
  readonly state?: 'TAKEN';
}

/** Keeps how far a table has come. */
async function note(progress: ProgressBook, sql: Sql, { way, rowsTaken, sum, state }: Noted): Promise<void> {
  const { totals } = way.tally;
  const { changed = 0, older = 0 } = sum ?? {};
  await progress.note(sql, way, {
    runId: way.run.id,
    state: state ?? 'UNDER_WAY',
    rowsTaken,
    totals: { ...totals, changed: totals.changed + changed, older: totals.older + older },
  });
}

function stopped(file: string, rows: number): CityError {
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: `${file}: stopped as asked, ${rows} rows are taken.`,
    messageZh: `${file}：已按要求停止，已接入 ${rows} 行。`,
    hint: 'Import the same file again: it goes on from there.',
    details: { file, rows },
  });
}
