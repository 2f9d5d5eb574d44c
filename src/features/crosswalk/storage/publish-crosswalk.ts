import type { Sql } from '../../../kernel/sql.js';
import type { CrosswalkPublication, CrosswalkRows } from '../ports.js';
import { lockDecisions } from './decision-lock.js';
import { keepPast } from './keep-past.js';
import { publishedCoverage, publishedLinks, type PublishedTable } from './published-table.js';
import { columnNames, isSame, StagedRows } from './staged-rows.js';
import type { LinkEnds } from './told-links.js';

/**
 * Publishes one computation of the crosswalk in the caller's transaction. Its rows are the whole truth of its scope, for every day:
 * published rows that they do not repeat close their recorded period, new ones open; equal rows are left alone, so a repeated
 * computation writes nothing. The database itself refuses coverage that breaks the conservation law. Answers from when it is recorded,
 * and of a computation of some rows which links it closed and opened.
 */
export async function publishCrosswalk(sql: Sql, publication: CrosswalkPublication, rows: CrosswalkRows): Promise<Published> {
  // One publication after another: two that overlap would both close what they found and both open what they computed.
  await lockDecisions(sql);
  const { at: recordedAt, date } = await recordRun(sql, publication, rows);
  await stageScope(sql, publication.scope);
  const changed = await replace(sql, { publication, recordedAt, table: publishedLinks, rows: rows.links });
  await replace(sql, { publication, recordedAt, table: publishedCoverage, rows: rows.coverage });
  return { recordedAt: date, changed: changed as readonly LinkEnds[] };
}

/** What a publication has done. */
export interface Published {
  readonly recordedAt: Date;
  /** The links that it closed and those that it opened; empty of a computation of everything, after which any link may be another. */
  readonly changed: readonly LinkEnds[];
}

/** The same instant twice: to the microsecond, and as a date. */
interface RecordedFrom {
  readonly at: string;
  readonly date: Date;
}

/**
 * Answers from when the rows are recorded: later than those of every earlier run, so that no row has an empty life, and than every decision,
 * since one may have been taken while this publication waited for its turn.
 */
async function recordRun(sql: Sql, { run, recordedAt, scope }: CrosswalkPublication, { links }: CrosswalkRows): Promise<RecordedFrom> {
  const [row] = await sql.query<RecordedFrom>(
    `insert into crosswalk_run (id, computed_at, recorded_at, engine, scope, milliseconds, units, links, vertices, pairs)
     values ($1, $2, greatest($3::timestamptz, (select max(recorded_at) + interval '1 microsecond' from crosswalk_run),
                              (select max(recorded_from) + interval '1 microsecond' from link_decision)), $4, $5, $6, $7, $8, $9, $10)
     returning recorded_at::text as at, recorded_at as date`,
    [
      run.id,
      run.computedAt,
      recordedAt,
      run.engine,
      scope === null ? 'FULL' : 'PARTIAL',
      run.milliseconds,
      run.units,
      links.length,
      run.vertices,
      run.pairs,
    ],
  );
  return row!;
}

async function stageScope(sql: Sql, scope: CrosswalkPublication['scope']): Promise<void> {
  if (scope === null) return;
  const { rows } = scope;
  await sql.query(`create temporary table scope_row (unit_id uuid, layer_key text, primary key (unit_id, layer_key)) on commit drop`);
  await sql.query(`insert into scope_row select * from unnest($1::uuid[], $2::text[])`, [
    rows.map(({ unitUuid }) => unitUuid),
    rows.map(({ layerKey }) => layerKey),
  ]);
  await sql.query(`analyze scope_row`);
}

/** The rows of one table that take the place of what was published. */
interface Replacement<Record> {
  readonly publication: CrosswalkPublication;
  readonly recordedAt: string;
  readonly table: PublishedTable<Record>;
  readonly rows: readonly Record[];
}

async function replace<Record extends CrosswalkRows['links'][number] | CrosswalkRows['coverage'][number]>(
  sql: Sql,
  { publication, recordedAt, table, rows }: Replacement<Record>,
): Promise<readonly object[]> {
  const { scope, buildingsFrom, run } = publication;
  const staged = new StagedRows(sql, table, scope);
  await staged.fill(rows);
  if (buildingsFrom !== null) await keepPast(staged, buildingsFrom);
  const closed = await staged.close(recordedAt);
  const names = columnNames(table).join(', ');
  const opened = await sql.query(
    `insert into ${table.name} (${names}, valid_from, valid_to, recorded_from, run_id)
     select ${names}, valid_from, valid_to, $1, case when basis <> 'DECLARED' then $2::uuid end from ${staged.name} staged
      where not exists (select from ${table.name} published where published.recorded_to is null and ${isSame(table, 'published', 'staged')}) ${staged.told(table.name)}`,
    [recordedAt, run.id],
  );
  return [...closed, ...opened];
}
