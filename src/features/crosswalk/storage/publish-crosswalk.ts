import type { CalendarDate } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import type { CoverageRecord, CrosswalkPublication, LinkRecord } from '../ports.js';

const batchSize = 5000;

/**
 * Publishes one computation of the crosswalk in the caller's transaction: rows that changed close their recorded period and new ones
 * open; equal rows are left alone, so a repeated computation writes nothing. The database itself refuses coverage that breaks the
 * conservation law.
 */
export async function publishCrosswalk(sql: Sql, publication: CrosswalkPublication): Promise<void> {
  const { run } = publication;
  await sql.query(`insert into crosswalk_run (id, computed_at, engine, milliseconds, units, links) values ($1, $2, $3, $4, $5, $6)`, [
    run.id,
    run.computedAt,
    run.engine,
    run.milliseconds,
    run.units,
    publication.links.length,
  ]);
  await stageLinks(sql, publication.links);
  await replaceLinks(sql, run, publication.today);
  await stageCoverage(sql, publication.coverage);
  await replaceCoverage(sql, run, publication.today);
}

async function stageLinks(sql: Sql, links: readonly LinkRecord[]): Promise<void> {
  await sql.query(
    `create temporary table staged_link (source_id uuid, target_id uuid, basis text, weight double precision, inverse_weight double precision,
       area_m2 double precision, confidence real, valid_from date, valid_to date, declaration_id uuid, household_counts jsonb) on commit drop`,
  );
  for (let from = 0; from < links.length; from += batchSize) {
    const batch = links.slice(from, from + batchSize);
    await sql.query(
      `insert into staged_link select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[], $5::float8[], $6::float8[], $7::real[], $8::date[], $9::date[], $10::uuid[], $11::jsonb[])`,
      columnsOf(batch, [...linkNames]),
    );
  }
  await sql.query(`analyze staged_link`);
}

const sameLink = `link.source_id = staged.source_id and link.target_id = staged.target_id and link.basis = staged.basis
   and link.weight = staged.weight and link.inverse_weight = staged.inverse_weight and link.area_m2 is not distinct from staged.area_m2
   and link.confidence = staged.confidence and link.valid_from = staged.valid_from and link.valid_to is not distinct from staged.valid_to
   and link.declaration_id is not distinct from staged.declaration_id and link.household_counts is not distinct from staged.household_counts`;

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
  'declarationId',
  'householdCounts',
] as const;

/** A declared row rests on its declaration, not on the computation that wrote it down. */
const evidence = `$1, case when staged.basis <> 'DECLARED' then $2::uuid end`;

/**
 * A link that is no longer computed ends today in the world and is recorded so: earlier days keep it. One whose place is taken by a row
 * of the same beginning was a correction, and stays only in what was known before.
 */
async function replaceLinks(sql: Sql, { id, computedAt }: CrosswalkPublication['run'], today: CalendarDate): Promise<void> {
  await sql.query(
    `with closed as (
       update link set recorded_to = $1 where recorded_to is null
          and not exists (select from staged_link staged where ${sameLink}) returning *)
     insert into link (source_id, target_id, basis, weight, inverse_weight, area_m2, confidence, valid_from, valid_to, household_counts, recorded_from, run_id)
     select source_id, target_id, basis, weight, inverse_weight, area_m2, confidence, valid_from, least(valid_to, $3), household_counts, $1, $2 from closed
      where basis <> 'DECLARED' and valid_from < $3 and not exists (
        select from staged_link staged where staged.source_id = closed.source_id and staged.target_id = closed.target_id
           and staged.basis = closed.basis and staged.valid_from = closed.valid_from)`,
    [computedAt, id, today],
  );
  await sql.query(
    `insert into link (source_id, target_id, basis, weight, inverse_weight, area_m2, confidence, valid_from, valid_to, declaration_id, household_counts,
            recorded_from, run_id)
     select staged.*, ${evidence} from staged_link staged
      where not exists (select from link where link.recorded_to is null and ${sameLink})`,
    [computedAt, id],
  );
}

async function stageCoverage(sql: Sql, coverage: readonly CoverageRecord[]): Promise<void> {
  await sql.query(
    `create temporary table staged_coverage (unit_id uuid, target_layer text, basis text, linked double precision, omitted double precision,
       uncovered double precision, double_cover double precision, valid_from date, valid_to date, declaration_id uuid) on commit drop`,
  );
  for (let from = 0; from < coverage.length; from += batchSize) {
    const batch = coverage.slice(from, from + batchSize);
    await sql.query(
      `insert into staged_coverage select * from unnest($1::uuid[], $2::text[], $3::text[], $4::float8[], $5::float8[], $6::float8[], $7::float8[], $8::date[], $9::date[], $10::uuid[])`,
      columnsOf(batch, [
        'unitUuid',
        'layerKey',
        'basis',
        'linked',
        'omitted',
        'uncovered',
        'doubleCover',
        'validFrom',
        'validTo',
        'declarationId',
      ]),
    );
  }
  await sql.query(`analyze staged_coverage`);
}

const sameCoverage = `coverage.unit_id = staged.unit_id and coverage.target_layer = staged.target_layer and coverage.basis = staged.basis
   and coverage.linked = staged.linked and coverage.omitted = staged.omitted and coverage.uncovered = staged.uncovered
   and coverage.double_cover = staged.double_cover and coverage.valid_from = staged.valid_from
   and coverage.valid_to is not distinct from staged.valid_to and coverage.declaration_id is not distinct from staged.declaration_id`;

async function replaceCoverage(sql: Sql, { id, computedAt }: CrosswalkPublication['run'], today: CalendarDate): Promise<void> {
  await sql.query(
    `with closed as (
       update coverage set recorded_to = $1 where recorded_to is null
          and not exists (select from staged_coverage staged where ${sameCoverage}) returning *)
     insert into coverage (unit_id, target_layer, basis, linked, omitted, uncovered, double_cover, valid_from, valid_to, recorded_from, run_id)
     select unit_id, target_layer, basis, linked, omitted, uncovered, double_cover, valid_from, least(valid_to, $3), $1, $2 from closed
      where basis <> 'DECLARED' and valid_from < $3 and not exists (
        select from staged_coverage staged where staged.unit_id = closed.unit_id and staged.target_layer = closed.target_layer
           and staged.basis = closed.basis and staged.valid_from = closed.valid_from)`,
    [computedAt, id, today],
  );
  await sql.query(
    `insert into coverage (unit_id, target_layer, basis, linked, omitted, uncovered, double_cover, valid_from, valid_to, declaration_id, recorded_from, run_id)
     select staged.*, ${evidence} from staged_coverage staged
      where not exists (select from coverage where coverage.recorded_to is null and ${sameCoverage})`,
    [computedAt, id],
  );
}

function columnsOf<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): readonly unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}
