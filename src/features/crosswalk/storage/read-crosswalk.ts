import { addDays, type CalendarDate } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import type { GridModel } from '../../grids/index.js';
import { linkBases } from '../link-basis.js';
import type { CoverageColumns } from '../model/coverage-table.js';
import { type LinkColumns, LinkColumnsBuilder } from '../model/link-columns.js';

// Links leave PostgreSQL as one packed row a unit: 235,000 links cost 15 MB of buffers instead of 120 MB of objects.

/** Whether a row of a table stands at a model's instants, `$1` and `$2`. */
export const inForce = (table: string): string => `${table}.valid_from <= $1 and (${table}.valid_to is null or ${table}.valid_to > $1)
  and (case when $2::timestamptz is null then ${table}.recorded_to is null
            else ${table}.recorded_from <= $2 and (${table}.recorded_to is null or ${table}.recorded_to > $2) end)`;

/** `$3`: the units of a model with their positions in it, so that rows speak of positions and links to other units fall away. */
export const placed = `place as materialized (select id, (nth - 1)::int as nth from unnest($3::uuid[]) with ordinality given (id, nth))`;

const dayZero = '2000-01-01';
const noDay = -(2 ** 31);

/** Bytes of one packed link: target, basis, three shares and areas, confidence, two days. */
const linkBytes = 4 + 2 + 3 * 8 + 4 + 2 * 4;

const linksSql = `
  with ${placed}
  select source.nth as unit, string_agg(
           int4send(target.nth) || int2send((array_position($4::text[], link.basis) - 1)::int2) || float8send(link.weight) ||
           float8send(link.inverse_weight) || float8send(coalesce(link.area_m2, 'NaN')) || float4send(link.confidence) ||
           int4send(link.valid_from - date '${dayZero}') || int4send(coalesce(link.valid_to - date '${dayZero}', ${noDay})), ''::bytea) as packed
    from link join place source on source.id = link.source_id join place target on target.id = link.target_id
   where ${inForce('link')} group by source.nth`;

/** Bytes of one packed coverage: layer, basis, four shares. */
const coverageBytes = 2 + 2 + 4 * 8;

const coverageSql = `
  with ${placed}
  select place.nth as unit, string_agg(
           int2send((array_position($5::text[], coverage.target_layer) - 1)::int2) || int2send((array_position($4::text[], coverage.basis) - 1)::int2) ||
           float8send(coverage.linked) || float8send(coverage.omitted) || float8send(coverage.uncovered) || float8send(coverage.double_cover),
           ''::bytea) as packed
    from coverage join place on place.id = coverage.unit_id
   where ${inForce('coverage')} and coverage.target_layer = any($5) group by place.nth`;

interface PackedRow {
  readonly unit: number;
  readonly packed: Buffer;
}

/** Reads the links between the units of a model, valid and known at its instants. */
export async function readLinks(sql: Sql, model: GridModel): Promise<LinkColumns> {
  const rows = await sql.query<PackedRow>(linksSql, [...instantsOf(model), uuidsOf(model), linkBases]);
  const builder = new LinkColumnsBuilder(totalOf(rows, linkBytes));
  const dates = new DateTable();
  for (const { unit, packed } of rows) {
    for (let at = 0; at < packed.length; at += linkBytes) builder.add(linkAt(packed, at, { source: unit, dates }));
  }
  return builder.columns();
}

function linkAt(
  packed: Buffer,
  at: number,
  { source, dates }: { readonly source: number; readonly dates: DateTable },
): Parameters<LinkColumnsBuilder['add']>[0] {
  const area = packed.readDoubleBE(at + 22);
  return {
    source,
    target: packed.readInt32BE(at),
    basis: linkBases[packed.readInt16BE(at + 4)]!,
    weight: packed.readDoubleBE(at + 6),
    inverseWeight: packed.readDoubleBE(at + 14),
    areaM2: Number.isNaN(area) ? null : area,
    confidence: packed.readFloatBE(at + 30),
    validFrom: dates.of(packed.readInt32BE(at + 34))!,
    validTo: dates.of(packed.readInt32BE(at + 38)),
  };
}

/** Reads how the units of a model are covered by its layers, valid and known at its instants. */
export async function readCoverage(sql: Sql, model: GridModel): Promise<CoverageColumns> {
  const layerKeys = model.layers.map((layer) => layer.key);
  const rows = await sql.query<PackedRow>(coverageSql, [...instantsOf(model), uuidsOf(model), linkBases, layerKeys]);
  const size = totalOf(rows, coverageBytes);
  const units = new Uint32Array(size);
  const layers = new Uint16Array(size);
  const bases = new Uint8Array(size);
  const shares = new Float64Array(size * 4);
  let row = 0;
  for (const { unit, packed } of rows) {
    for (let at = 0; at < packed.length; at += coverageBytes, row++) {
      units[row] = unit;
      layers[row] = packed.readInt16BE(at);
      bases[row] = packed.readInt16BE(at + 2);
      for (let share = 0; share < 4; share++) shares[row * 4 + share] = packed.readDoubleBE(at + 4 + share * 8);
    }
  }
  return { size, units, layers, bases, shares };
}

/** The parameters of {@link inForce}. */
export function instantsOf(model: GridModel): readonly [CalendarDate, Date | null] {
  return [model.at, model.knownAt];
}

/** The parameter of {@link placed}. */
export function uuidsOf(model: GridModel): readonly string[] {
  return model.units.map((unit) => unit.uuid);
}

function totalOf(rows: readonly PackedRow[], bytes: number): number {
  return rows.reduce((total, { packed }) => total + packed.length / bytes, 0);
}

/** Few days are shared by many links: each is written out once. */
class DateTable {
  readonly #dates = new Map<number, CalendarDate | null>([[noDay, null]]);

  of(day: number): CalendarDate | null {
    let date = this.#dates.get(day);
    if (date === undefined) this.#dates.set(day, (date = addDays(dayZero, day)));
    return date;
  }
}
