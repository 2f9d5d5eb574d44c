import type { DepartmentDefinition } from '../../../departments/contract.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { SealedParts } from '../../access/index.js';
import type { FeedKind, FrontWriter, RecordKey, RunStamp, StampedRecords } from '../ports.js';
import type { CountRecord, ElementRecord, MatterRecord, OwnCells, PostRecord, UnitRecord } from '../records.js';
import type { QuarantinedRow } from '../rows/refusal.js';
import { forgetOtherFiles } from './file-progress-store.js';
import { countRow, elementRow, matterRow, postRow } from './front-rows.js';
import { writeHomeQuarantine } from './home-quarantine.js';
import { olderRecords } from './older-records.js';
import { counts, elements, fedTables, matters, posts, units } from './record-tables.js';
import { changedRows, feed, keyOf, putRows, type RecordTable, type TableRow } from './record-writer.js';
import { stampUnchanged } from './stamped-rows.js';
import { unitRows } from './unit-generations.js';

/** The records of one office's front database. */
export class FrontStore implements FrontWriter {
  constructor(
    private readonly department: DepartmentDefinition,
    private readonly sealedParts: SealedParts,
  ) {}

  async writeUnits(sql: Sql, records: readonly UnitRecord[], stamp: RunStamp): Promise<number> {
    const given = await unitRows(sql, records, stamp);
    const news = await this.#put(sql, units, { given, own: this.department.unitFields?.table ?? null });
    return tell(sql, 'UNIT', { stamp, changed: news.length, keys: news.map(({ row }) => keyOf(units, row)) });
  }

  async retireUnits(sql: Sql, layerKey: LayerKey, listed: readonly SourceId[], stamp: RunStamp): Promise<number> {
    const retired = await sql.query<TableRow>(
      `update unit_record set valid_to = greatest($3::date, valid_from + 1), content_hash = 'retired/' || content_hash, run_id = $4,
              row_number = null
        where layer_key = $1 and valid_to is null and local_id <> all($2::text[]) returning layer_key, local_id, generation`,
      [layerKey, listed, stamp.today, stamp.runId],
    );
    return tell(sql, 'UNIT', { stamp, changed: retired.length, keys: retired.map((row) => keyOf(units, row)) });
  }

  async writeElements(sql: Sql, records: readonly ElementRecord[], stamp: RunStamp): Promise<number> {
    const rows = records.map((record) => elementRow(record, stamp));
    return this.#write(sql, 'ELEMENT', { table: elements, rows, stamp });
  }

  async writeCounts(sql: Sql, records: readonly CountRecord[], stamp: RunStamp): Promise<number> {
    const rows = records.map((record) => countRow(record, stamp));
    return this.#write(sql, 'COUNT', { table: counts, rows, stamp });
  }

  async writePosts(sql: Sql, records: readonly PostRecord[], stamp: RunStamp): Promise<number> {
    const rows = records.map((record) => postRow(record, stamp));
    return this.#write(sql, 'POST', { table: posts, rows, stamp });
  }

  async writeMatters(sql: Sql, records: readonly MatterRecord[], stamp: RunStamp): Promise<number> {
    const given = records.map((record) => ({ record, row: matterRow(record, stamp) }));
    const out = await idsOutside(sql, records);
    const news = await this.#put(sql, matters, { given, own: this.department.matterFields?.table ?? null });
    await this.sealedParts.replace(
      sql,
      news.map(({ record: { localId, sealedPart } }) => ({ record: { kind: 'MATTER', key: localId }, part: sealedPart })),
      stamp.now,
    );
    // The one place that lets a matter out: one that stays home gets a feed row only where it was out, to take it back.
    const told = news.filter(({ record }) => !record.staysHome || out.has(record.localId));
    return tell(sql, 'MATTER', { stamp, changed: news.length, keys: told.map(({ row }) => keyOf(matters, row)) });
  }

  async keepHome(sql: Sql, localIds: readonly SourceId[], stamp: RunStamp): Promise<number> {
    const kept = await sql.query<TableRow>(
      `update matter_record set stays_home = true, content_hash = 'home/' || content_hash, run_id = $2, row_number = null
        where local_id = any($1::text[]) and not stays_home returning local_id`,
      [localIds, stamp.runId],
    );
    return tell(sql, 'MATTER', { stamp, changed: kept.length, keys: kept.map((row) => keyOf(matters, row)) });
  }

  async older<Kind extends keyof StampedRecords>(
    sql: Sql,
    kind: Kind,
    records: readonly StampedRecords[Kind][],
  ): Promise<ReadonlySet<StampedRecords[Kind]>> {
    return olderRecords(sql, kind, records);
  }

  async groundHeld(sql: Sql, layerKey: LayerKey): Promise<ReadonlyMap<SourceId, UnitRecord['boundary']>> {
    const rows = await sql.query<{ local_id: SourceId; boundary: UnitRecord['boundary'] }>(
      `select distinct on (local_id) local_id, boundary from unit_record where layer_key = $1 and valid_to is null
        order by local_id, generation desc`,
      [layerKey],
    );
    return new Map(rows.map(({ local_id: localId, boundary }) => [localId, boundary]));
  }

  quarantineAtHome(sql: Sql, refused: { readonly file: string; readonly rows: readonly QuarantinedRow[] }, stamp: RunStamp): Promise<void> {
    return writeHomeQuarantine(sql, refused, stamp);
  }

  async unitIds(sql: Sql): Promise<ReadonlyMap<LayerKey, ReadonlySet<SourceId>>> {
    const rows = await sql.query<{ layer_key: string; ids: readonly string[] }>(
      `select layer_key, array_agg(distinct local_id) as ids from unit_record group by layer_key`,
    );
    return new Map(rows.map((row) => [row.layer_key, new Set(row.ids)]));
  }

  async refreshStatistics(sql: Sql): Promise<void> {
    await sql.query(`analyze change_feed, ${fedTables.map(([, { table }]) => table).join(', ')}`);
  }

  async feedAnew(sql: Sql, stamp: RunStamp): Promise<void> {
    await sql.query('delete from change_feed');
    for (const [kind, { table, key }] of fedTables) {
      await sql.query(
        `insert into change_feed (kind, record_key) select $1, array[${key.map((column) => `${column}::text`).join(', ')}] from ${table}
          ${kind === 'MATTER' ? 'where not stays_home' : ''} order by ${key.join(', ')}`,
        [kind],
      );
    }
    // The index that never saw these records does not know the runs that brought them either.
    for (const [, { table }] of fedTables) await sql.query(`update ${table} set run_id = $1 where run_id <> $1`, [stamp.runId]);
  }

  /** Puts the rows that really changed, with their own fields, and notes of the others when they were said again. */
  async #put<Given extends GivenRow>(
    sql: Sql,
    table: RecordTable,
    { given, own }: { readonly given: readonly Given[]; readonly own: string | null },
  ): Promise<readonly Given[]> {
    const rows = given.map(({ row }) => row);
    const changed = new Set(await changedRows(sql, table, rows));
    await stampUnchanged(sql, table, without(rows, changed));
    const news = given.filter(({ row }) => changed.has(row));
    await putRows(
      sql,
      table,
      news.map(({ row }) => row),
    );
    const ownTable = own === null ? null : { table: own, key: table.key };
    if (ownTable)
      await putRows(
        sql,
        ownTable,
        news.map(({ row, record }) => ownRow(ownTable, row, record.own)),
      );
    return news;
  }

  async #write(
    sql: Sql,
    kind: FeedKind,
    { table, rows, stamp }: { readonly table: RecordTable; readonly rows: readonly TableRow[]; readonly stamp: RunStamp },
  ): Promise<number> {
    const changed = await changedRows(sql, table, rows);
    if (kind === 'ELEMENT') await stampUnchanged(sql, table, without(rows, changed));
    await putRows(sql, table, changed);
    return tell(sql, kind, { stamp, changed: changed.length, keys: changed.map((row) => keyOf(table, row)) });
  }
}

/** A record on its way, as a row of its table. */
interface GivenRow {
  readonly record: { readonly own: OwnCells };
  readonly row: TableRow;
}

/** What a writing changed, and of what the feed hears. */
interface Told {
  readonly stamp: RunStamp;
  readonly changed: number;
  readonly keys: readonly RecordKey[];
}

/** Tells the feed what changed, and that other files are no longer the last word; answers of how many records the feed heard. */
async function tell(sql: Sql, kind: FeedKind, { stamp, changed, keys }: Told): Promise<number> {
  if (changed > 0) await forgetOtherFiles(sql, kind, stamp);
  await feed(sql, kind, keys);
  return keys.length;
}

function without(rows: readonly TableRow[], left: Iterable<TableRow>): readonly TableRow[] {
  const out = new Set(left);
  return rows.filter((row) => !out.has(row));
}

function ownRow(table: RecordTable, row: TableRow, own: OwnCells): TableRow {
  return { ...Object.fromEntries(table.key.map((column) => [column, row[column]])), ...own };
}

/** Which of the matters that stay home from now on could leave until now. */
async function idsOutside(sql: Sql, records: readonly MatterRecord[]): Promise<ReadonlySet<SourceId>> {
  const home = records.filter(({ staysHome }) => staysHome);
  if (home.length === 0) return new Set();
  const rows = await sql.query<{ local_id: SourceId }>(
    'select local_id from matter_record where local_id = any($1::text[]) and not stays_home',
    [home.map(({ localId }) => localId)],
  );
  return new Set(rows.map(({ local_id: localId }) => localId));
}
