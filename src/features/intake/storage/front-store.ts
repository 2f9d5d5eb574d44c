import type { DepartmentDefinition } from '../../../departments/contract.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { SealedParts } from '../../access/index.js';
import type { FeedKind, FrontWriter, RunStamp } from '../ports.js';
import type { CountRecord, ElementRecord, MatterRecord, OwnCells, PostRecord, UnitRecord } from '../records.js';
import type { QuarantinedRow } from '../rows/refusal.js';
import { countRow, elementRow, matterRow, postRow, unitRow } from './front-rows.js';
import { writeHomeQuarantine } from './home-quarantine.js';
import { changedRows, feed, keyOf, putRows, type RecordTable, type TableRow } from './record-writer.js';

const units: RecordTable = { table: 'unit_record', key: ['layer_key', 'local_id', 'generation'] };
const elements: RecordTable = { table: 'element_record', key: ['kind', 'source_id'] };
const counts: RecordTable = { table: 'count_record', key: ['layer_key', 'local_id', 'measure'] };
const posts: RecordTable = { table: 'post_record', key: ['layer_key', 'local_id', 'ordinal'] };
const matters: RecordTable = { table: 'matter_record', key: ['local_id'] };

/** The records of one office's front database. */
export class FrontStore implements FrontWriter {
  constructor(
    private readonly department: DepartmentDefinition,
    private readonly sealedParts: SealedParts,
  ) {}

  async writeUnits(sql: Sql, records: readonly UnitRecord[], stamp: RunStamp): Promise<number> {
    const generations = await newestGenerations(sql, records);
    const given = records.map((record) => ({ record, row: unitRow(record, generationOf(record, generations), stamp) }));
    const changed = new Set(
      await changedRows(
        sql,
        units,
        given.map(({ row }) => row),
      ),
    );
    const news = given.filter(({ row }) => changed.has(row));
    await putRows(
      sql,
      units,
      news.map(({ row }) => row),
    );
    const own = this.department.unitFields && { table: this.department.unitFields.table, key: units.key };
    if (own)
      await putRows(
        sql,
        own,
        news.map(({ row, record }) => ownRow(own, row, record.own)),
      );
    await feed(
      sql,
      'UNIT',
      news.map(({ row }) => keyOf(units, row)),
    );
    return news.length;
  }

  async retireUnits(sql: Sql, layerKey: LayerKey, listed: readonly SourceId[], stamp: RunStamp): Promise<number> {
    const retired = await sql.query<TableRow>(
      `update unit_record set valid_to = greatest($3::date, valid_from + 1), content_hash = 'retired/' || content_hash, run_id = $4
        where layer_key = $1 and valid_to is null and local_id <> all($2::text[]) returning layer_key, local_id, generation`,
      [layerKey, listed, stamp.today, stamp.runId],
    );
    await feed(
      sql,
      'UNIT',
      retired.map((row) => keyOf(units, row)),
    );
    return retired.length;
  }

  async writeElements(sql: Sql, records: readonly ElementRecord[], stamp: RunStamp): Promise<number> {
    return this.#write(
      sql,
      'ELEMENT',
      elements,
      records.map((record) => elementRow(record, stamp)),
    );
  }

  async writeCounts(sql: Sql, records: readonly CountRecord[], stamp: RunStamp): Promise<number> {
    return this.#write(
      sql,
      'COUNT',
      counts,
      records.map((record) => countRow(record, stamp)),
    );
  }

  async writePosts(sql: Sql, records: readonly PostRecord[], stamp: RunStamp): Promise<number> {
    return this.#write(
      sql,
      'POST',
      posts,
      records.map((record) => postRow(record, stamp)),
    );
  }

  async writeMatters(sql: Sql, records: readonly MatterRecord[], stamp: RunStamp): Promise<number> {
    const given = records.map((record) => ({ record, row: matterRow(record, stamp) }));
    const changed = new Set(
      await changedRows(
        sql,
        matters,
        given.map(({ row }) => row),
      ),
    );
    const news = given.filter(({ row }) => changed.has(row));
    const out = await idsOutside(
      sql,
      news.map(({ record }) => record),
    );
    await putRows(
      sql,
      matters,
      news.map(({ row }) => row),
    );
    const own = this.department.matterFields && { table: this.department.matterFields.table, key: matters.key };
    if (own)
      await putRows(
        sql,
        own,
        news.map(({ row, record }) => ownRow(own, row, record.own)),
      );
    await this.sealedParts.replace(
      sql,
      news.map(({ record: { localId, sealedPart } }) => ({ record: { kind: 'MATTER', key: localId }, part: sealedPart })),
      stamp.now,
    );
    // The one place that lets a matter out: one that stays home gets a feed row only where it was out, to take it back.
    const told = news.filter(({ record }) => !record.staysHome || out.has(record.localId));
    await feed(
      sql,
      'MATTER',
      told.map(({ row }) => keyOf(matters, row)),
    );
    return told.length;
  }

  async keepHome(sql: Sql, localIds: readonly SourceId[], stamp: RunStamp): Promise<number> {
    const kept = await sql.query<TableRow>(
      `update matter_record set stays_home = true, content_hash = 'home/' || content_hash, run_id = $2
        where local_id = any($1::text[]) and not stays_home returning local_id`,
      [localIds, stamp.runId],
    );
    await feed(
      sql,
      'MATTER',
      kept.map((row) => keyOf(matters, row)),
    );
    return kept.length;
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

  async #write(sql: Sql, kind: FeedKind, table: RecordTable, rows: readonly TableRow[]): Promise<number> {
    const changed = await changedRows(sql, table, rows);
    await putRows(sql, table, changed);
    await feed(
      sql,
      kind,
      changed.map((row) => keyOf(table, row)),
    );
    return changed.length;
  }
}

const fedTables: readonly (readonly [FeedKind, RecordTable])[] = [
  ['UNIT', units],
  ['ELEMENT', elements],
  ['COUNT', counts],
  ['POST', posts],
  ['MATTER', matters],
];

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

interface Generation {
  readonly generation: number;
  readonly validTo: string | null;
}

async function newestGenerations(sql: Sql, records: readonly UnitRecord[]): Promise<ReadonlyMap<string, Generation>> {
  const rows = await sql.query<Generation & { layerKey: string; localId: string }>(
    `select distinct on (layer_key, local_id) layer_key as "layerKey", local_id as "localId", generation, valid_to::text as "validTo"
       from unit_record where layer_key = any($1::text[]) and local_id = any($2::text[]) order by layer_key, local_id, generation desc`,
    [[...new Set(records.map(({ layerKey }) => layerKey))], records.map(({ localId }) => localId)],
  );
  return new Map(rows.map((row) => [JSON.stringify([row.layerKey, row.localId]), row]));
}

/** An id that comes back on or after the day its unit ended names another unit. */
function generationOf(record: UnitRecord, newest: ReadonlyMap<string, Generation>): number {
  const last = newest.get(JSON.stringify([record.layerKey, record.localId]));
  if (!last) return 1;
  return last.validTo !== null && record.validFrom >= last.validTo ? last.generation + 1 : last.generation;
}
