import type { Sql } from '../../../kernel/sql.js';
import { coverText, type KeptCover, type KeptLink, linkText, type Standing } from './stored-rows.js';

/** What stands in a table and what shall stand there. */
export interface Replacement<Row> {
  readonly standing: readonly (Row & Standing)[];
  readonly wanted: readonly Row[];
  /** When the change is recorded. */
  readonly at: Date;
}

/** Closes links that no longer hold and opens those that now do; what says the same is left alone. Answers what it closed and opened. */
export async function replaceLinkRows(
  sql: Sql,
  table: 'link' | 'displaced_link',
  change: Replacement<KeptLink>,
): Promise<readonly KeptLink[]> {
  const { gone, come, at } = differenceOfRows(change, linkText);
  await sql.query(
    `update ${table} set recorded_to = $1 from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[]) gone (source_id, target_id, basis, valid_from)
      where ${table}.source_id = gone.source_id and ${table}.target_id = gone.target_id and ${table}.basis = gone.basis
        and ${table}.valid_from = gone.valid_from and ${table}.recorded_to is null`,
    [at, ...columns(gone, ['sourceUuid', 'targetUuid', 'basis', 'validFrom'])],
  );
  const isLink = table === 'link';
  await sql.query(
    `insert into ${table} (source_id, target_id, basis, weight, inverse_weight, area_m2, confidence, valid_from, valid_to, run_id,
            household_counts, recorded_from${isLink ? ', declaration_id' : ''})
     select source_id, target_id, basis, weight, inverse_weight, area_m2, confidence, valid_from, valid_to, run_id, counts::jsonb, $1
            ${isLink ? ', declaration_id' : ''}
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::float8[], $6::float8[], $7::float8[], $8::real[], $9::date[], $10::date[],
                   $11::uuid[], $12::uuid[], $13::text[])
            come (source_id, target_id, basis, weight, inverse_weight, area_m2, confidence, valid_from, valid_to, run_id, declaration_id, counts)`,
    [at, ...columns(come, linkNames), come.map(({ householdCounts }) => (householdCounts ? JSON.stringify(householdCounts) : null))],
  );
  return [...gone, ...come];
}

/** Closes covers that no longer hold and opens those that now do; what says the same is left alone. */
export async function replaceCoverRows(sql: Sql, table: 'coverage' | 'displaced_coverage', change: Replacement<KeptCover>): Promise<void> {
  const { gone, come, at } = differenceOfRows(change, coverText);
  await sql.query(
    `update ${table} set recorded_to = $1 from unnest($2::uuid[], $3::text[], $4::text[], $5::date[]) gone (unit_id, target_layer, basis, valid_from)
      where ${table}.unit_id = gone.unit_id and ${table}.target_layer = gone.target_layer and ${table}.basis = gone.basis
        and ${table}.valid_from = gone.valid_from and ${table}.recorded_to is null`,
    [at, ...columns(gone, ['unitUuid', 'layerKey', 'basis', 'validFrom'])],
  );
  const isCover = table === 'coverage';
  await sql.query(
    `insert into ${table} (unit_id, target_layer, basis, linked, omitted, uncovered, double_cover, valid_from, valid_to, run_id,
            recorded_from${isCover ? ', declaration_id' : ''})
     select unit_id, target_layer, basis, linked, omitted, uncovered, double_cover, valid_from, valid_to, run_id, $1
            ${isCover ? ', declaration_id' : ''}
       from unnest($2::uuid[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::float8[], $8::float8[], $9::date[], $10::date[],
                   $11::uuid[], $12::uuid[])
            come (unit_id, target_layer, basis, linked, omitted, uncovered, double_cover, valid_from, valid_to, run_id, declaration_id)`,
    [at, ...columns(come, coverNames)],
  );
}

const linkNames = [
  'sourceUuid',
  'targetUuid',
  'basis',
  'weight',
  'inverseWeight',
  'areaM2',
  'confidence',
  'validFrom',
  'validTo',
  'runId',
  'declarationId',
] as const;

const coverNames = [
  'unitUuid',
  'layerKey',
  'basis',
  'linked',
  'omitted',
  'uncovered',
  'doubleCover',
  'validFrom',
  'validTo',
  'runId',
  'declarationId',
] as const;

function differenceOfRows<Row>(
  { standing, wanted, at }: Replacement<Row>,
  textOf: (row: Row) => string,
): { readonly gone: readonly Row[]; readonly come: readonly Row[]; readonly at: Date } {
  const said = new Set(standing.map(textOf));
  const asked = new Set(wanted.map(textOf));
  const gone = standing.filter((row) => !asked.has(textOf(row)));
  // A row may not end in the instant in which it began: two decisions can fall into one millisecond.
  const latest = gone.reduce((time, { recordedFrom }) => Math.max(time, recordedFrom.getTime() + 1), at.getTime());
  return { gone, come: wanted.filter((row) => !said.has(textOf(row))), at: new Date(latest) };
}

function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): readonly unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}
