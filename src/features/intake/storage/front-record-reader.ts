import type { DepartmentDefinition, OwnTable } from '../../../departments/contract.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { KeptCount, KeptElement, KeptMatter, KeptRecords, KeptRecordsReader, KeptUnit } from '../export/kept-records.js';
import type { TablePart } from '../office/table-part.js';
import type { Database, StoredCount, StoredPost } from '../ports.js';
import type { OwnCells } from '../records.js';
import type { FiledElementKind } from '../rows/layouts.js';
import { keysetPages } from './keyset-pages.js';

const noneLeftOut = { sealed: 0, earlier: 0, ended: 0 } as const;
/** A unit may carry a boundary of a million points. */
const unitPage = 50;
const rowPage = 1_000;

/** Reads what one office keeps in its front database, all of it as of one instant. */
export class FrontRecordReader implements KeptRecordsReader {
  constructor(
    private readonly department: DepartmentDefinition,
    private readonly front: Pick<Database, 'transaction'>,
  ) {}

  read<Result>(work: (records: KeptRecords) => Promise<Result>): Promise<Result> {
    return this.front.transaction(async (sql) => {
      await sql.query('set transaction isolation level repeatable read, read only');
      return work(new RecordsOfInstant(this.department, sql));
    });
  }
}

class RecordsOfInstant implements KeptRecords {
  constructor(
    private readonly department: DepartmentDefinition,
    private readonly sql: Sql,
  ) {}

  async count(part: TablePart, sets: ReadonlySet<LayerKey>): Promise<KeptCount> {
    const [found] = await this.sql.query<Partial<KeptCount> & Pick<KeptCount, 'rows'>>(...this.#counting(part, sets));
    return { ...noneLeftOut, ...found! };
  }

  #counting(part: TablePart, sets: ReadonlySet<LayerKey>): [string, readonly unknown[]] {
    switch (part.rows) {
      case 'UNITS':
        return [countOfUnits('true'), [part.layerKey]];
      case 'BOUNDARIES':
        return [countOfUnits(sets.has(part.layerKey) ? `${drawn} and cardinality(members) = 0` : drawn), [part.layerKey]];
      case 'ELEMENTS':
        return ['select count(*)::integer as rows from element_record where kind = $1', [part.elementKind]];
      case 'COUNTS':
        return ['select count(*)::integer as rows from count_record', []];
      case 'POSTS':
        return ['select count(*)::integer as rows from post_record', []];
      case 'MATTERS':
        return [
          `select count(*) filter (where not (sealed or $1))::integer as rows, count(*) filter (where sealed or $1)::integer as sealed
             from matter_record where not stays_home`,
          [this.department.sealsMatters],
        ];
    }
  }

  async *units(layerKey: LayerKey): AsyncGenerator<readonly KeptUnit[]> {
    const { unitFields } = this.department;
    const pages = keysetPages<Omit<KeptUnit, 'own'> & { readonly own: OwnCells | null }>(this.sql, {
      select: `distinct on (local_id) layer_key as "layerKey", local_id as "localId", generation, name, division_code as "divisionCode", households,
               valid_from::text as "validFrom", valid_to::text as "validTo", boundary, members, buildings, as_of::text as "asOf",
               content_hash as "contentHash", updated_at as "updatedAt", ${ownColumn(unitFields)}`,
      from: `unit_record ${ownJoin(unitFields, 'layer_key, local_id, generation')}`,
      where: 'layer_key = $1',
      parameters: [layerKey],
      key: ['local_id'],
      newestOf: 'generation',
      keyOf: ({ localId }) => [localId],
      size: unitPage,
    });
    for await (const page of pages) yield page.filter(isListed).map((unit) => ({ ...unit, own: ownCells(unitFields, unit.own) }));
  }

  elements(kind: FiledElementKind): AsyncIterable<readonly KeptElement[]> {
    return keysetPages<KeptElement>(this.sql, {
      select: `kind, source_id as "sourceId", name, keeper_code as "keeperCode", longitude, latitude, layer_key as "layerKey",
               unit_local_id as "unitLocalId", facts, as_of as "asOf", content_hash as "contentHash", updated_at as "updatedAt"`,
      from: 'element_record',
      where: 'kind = $1',
      parameters: [kind],
      key: ['source_id'],
      keyOf: ({ sourceId }) => [sourceId],
      size: rowPage,
    });
  }

  counts(): AsyncIterable<readonly StoredCount[]> {
    return keysetPages<StoredCount>(this.sql, {
      select: `layer_key as "layerKey", local_id as "localId", measure, value, as_of::text as "asOf", content_hash as "contentHash"`,
      from: 'count_record',
      key: ['layer_key', 'local_id', 'measure'],
      keyOf: ({ layerKey, localId, measure }) => [layerKey, localId, measure],
      size: rowPage,
    });
  }

  posts(): AsyncIterable<readonly StoredPost[]> {
    return keysetPages<StoredPost>(this.sql, {
      select: `layer_key as "layerKey", local_id as "localId", ordinal, kind, organisation_code as "organisationCode",
               duty_line as "dutyLine", vacant, content_hash as "contentHash"`,
      from: 'post_record',
      key: ['layer_key', 'local_id', 'ordinal'],
      keyOf: ({ layerKey, localId, ordinal }) => [layerKey, localId, ordinal],
      size: rowPage,
    });
  }

  async *matters(): AsyncGenerator<readonly KeptMatter[]> {
    const { matterFields, sealsMatters } = this.department;
    if (sealsMatters) return;
    const pages = keysetPages<Omit<KeptMatter, 'own'> & { readonly own: OwnCells | null }>(this.sql, {
      select: `local_id as "localId", source, title, text, standard, category_kind as "categoryKind", category_code as "categoryCode", state,
               office_state as "officeState", keeper_code as "keeperCode", lead_codes as "leadCodes", support_codes as "supportCodes",
               longitude, latitude, layer_key as "layerKey", unit_local_id as "unitLocalId", division_code as "divisionCode",
               reported_at as "reportedAt", due_at as "dueAt", steps, updated_at as "updatedAt", ${ownColumn(matterFields)}`,
      from: `matter_record ${ownJoin(matterFields, 'local_id')}`,
      where: 'not stays_home and not sealed',
      key: ['local_id'],
      keyOf: ({ localId }) => [localId],
      size: rowPage,
    });
    for await (const page of pages) yield page.map((matter) => ({ ...matter, own: ownCells(matterFields, matter.own) }));
  }
}

/** What {@link retiredMark} stands before: the hash of a unit that ended because it was no longer listed. */
const retiredMark = 'retired/';

function isListed({ contentHash }: Pick<KeptUnit, 'contentHash'>): boolean {
  return !contentHash.startsWith(retiredMark);
}

const drawn = 'boundary is not null';

function countOfUnits(counted: string): string {
  return `select count(*) filter (where not retired and ${counted})::integer as rows, count(*) filter (where retired)::integer as ended,
            ((select count(*) from unit_record where layer_key = $1) - count(*))::integer as earlier
            from (select distinct on (local_id) boundary, members, content_hash like '${retiredMark}%' as retired
                    from unit_record where layer_key = $1 order by local_id, generation desc) newest`;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function ownJoin(table: OwnTable | null, key: string): string {
  return table === null ? '' : `left join ${quoted(table.table)} own using (${key})`;
}

function ownColumn(table: OwnTable | null): string {
  return table === null ? 'null as own' : 'to_json(own) as own';
}

/** The own fields in the order of their table's list, as an import has them. */
function ownCells(table: OwnTable | null, own: OwnCells | null): OwnCells {
  return Object.fromEntries((table?.fields ?? []).map(({ column }) => [column, own?.[column] ?? null]));
}
