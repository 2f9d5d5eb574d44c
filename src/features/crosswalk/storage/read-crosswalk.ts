import type { CalendarDate } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Coverage } from '../link.js';
import type { LinkByUuid } from '../ports.js';

const inForce = (table: string): string => `${table}.valid_from <= $1 and (${table}.valid_to is null or ${table}.valid_to > $1)
  and (case when $2::timestamptz is null then ${table}.recorded_to is null
            else ${table}.recorded_from <= $2 and (${table}.recorded_to is null or ${table}.recorded_to > $2) end)`;

/** Reads the links valid at `at` and known at `knownAt` (null: now). */
export async function readLinks(sql: Sql, at: CalendarDate, knownAt: Date | null): Promise<readonly LinkByUuid[]> {
  return sql.query<LinkByUuid>(
    `select source_id as source, target_id as target, basis, weight, inverse_weight as "inverseWeight", area_m2 as "areaM2", confidence,
            valid_from::text as "validFrom", valid_to::text as "validTo" from link where ${inForce('link')}`,
    [at, knownAt],
  );
}

/** Reads the coverage valid at `at` and known at `knownAt` (null: now). */
export async function readCoverage(sql: Sql, at: CalendarDate, knownAt: Date | null): Promise<readonly (Coverage & { readonly unit: string })[]> {
  return sql.query<Coverage & { readonly unit: string }>(
    `select unit_id as unit, target_layer as "layerKey", basis, linked, omitted, uncovered, double_cover as "doubleCover"
       from coverage where ${inForce('coverage')}`,
    [at, knownAt],
  );
}
