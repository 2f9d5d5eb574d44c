import type { CalendarDate } from '../../../kernel/dates.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { Sql } from '../../../kernel/sql.js';
import { applyDecisions } from '../decisions/apply-decisions.js';
import type { Rows } from '../decisions/apply-rejections.js';
import { rowKey } from '../decisions/decision.js';
import { contains, type Period } from '../decisions/period.js';
import type { RowRef } from '../decisions/ports.js';
import { seenDifference } from '../decisions/seen-difference.js';
import { readGround } from './decided-units.js';
import { readDecisionsInForce } from './decision-rows.js';
import { replaceCoverRows, replaceLinkRows } from './replace-rows.js';
import { coverColumnsSql, coverKey, type KeptCover, type KeptLink, linkColumnsSql, linkKey, type Standing } from './stored-rows.js';
import { tellLinks } from './told-links.js';

type StandingLink = KeptLink & Standing;
type StandingCover = KeptCover & Standing;

/** All that the tables hold of some rows now. */
interface StandingRows {
  readonly links: readonly StandingLink[];
  readonly coverage: readonly StandingCover[];
  readonly displaced: Rows<StandingLink, StandingCover>;
}

/**
 * Lays the decisions in force over some rows as they were computed, and writes what that changes, of which the event log hears. What was computed is what stands
 * there, but where a rejection has taken its place: then it is the displaced row. A new set is told how far it is from the computed row.
 */
export async function reapplyDecisions(
  sql: Sql,
  rows: readonly RowRef[],
  { decisionUuid, at }: { readonly decisionUuid: string | null; readonly at: Date },
): Promise<void> {
  const standing = await readStanding(sql, rows);
  const computed = computedOf(standing);
  const ends = computed.links.flatMap(({ sourceUuid, targetUuid }) => [sourceUuid, targetUuid]);
  const named = rows.map(({ unitUuid }) => unitUuid);
  const decisions = await readDecisionsInForce(sql, named);
  const naming = decisions.sets.flatMap(({ unitUuid, weights }) => [unitUuid, ...weights.map(({ targetUuid }) => targetUuid)]);
  const ground = await readGround(sql, [
    ...ends,
    ...named,
    ...naming,
    ...decisions.rejections.flatMap((one) => [one.oneUuid, one.otherUuid]),
  ]);
  const decided = applyDecisions(computed, decisions, ground);
  const asked = new Set(rows.map(({ unitUuid, layerKey }) => rowKey(unitUuid, layerKey)));
  const declared = {
    links: decided.declared.links.filter((link) => asked.has(rowKey(link.sourceUuid, ground.layerOf(link.targetUuid)))),
    coverage: decided.declared.coverage.filter(({ unitUuid, layerKey }) => asked.has(rowKey(unitUuid, layerKey))),
  };
  const wanted = {
    links: [...decided.links, ...declared.links.map((link) => ({ ...link, runId: null }))],
    coverage: [...decided.coverage, ...declared.coverage.map((cover) => ({ ...cover, runId: null }))],
  };
  const changed = await replaceLinkRows(sql, 'link', { standing: standing.links, wanted: wanted.links, at });
  await replaceCoverRows(sql, 'coverage', { standing: standing.coverage, wanted: wanted.coverage, at });
  await replaceLinkRows(sql, 'displaced_link', { standing: standing.displaced.links, wanted: decided.displaced.links, at });
  await replaceCoverRows(sql, 'displaced_coverage', { standing: standing.displaced.coverage, wanted: decided.displaced.coverage, at });
  await tellLinks(sql, changed, at);
  const set = decisions.sets.find(({ id }) => id === decisionUuid);
  if (set) await sql.query(`update link_decision set difference = $2 where id = $1`, [set.id, seenDifference(set, decided, ground)]);
}

const asked = `asked as materialized (select * from unnest($1::uuid[], $2::text[]) asked (of_unit, in_layer))`;

/** Links of the asked rows, from either end; a declared one from its source alone. */
const linksSql = (table: string, declarationId: string): string => `
  with ${asked}, touched as (
    select ${table}.* from asked join ${table} on ${table}.source_id = asked.of_unit
      join unit other on other.id = ${table}.target_id and other.layer_key = asked.in_layer where ${table}.recorded_to is null
    union
    select ${table}.* from asked join ${table} on ${table}.target_id = asked.of_unit and ${table}.basis <> 'DECLARED'
      join unit other on other.id = ${table}.source_id and other.layer_key = asked.in_layer where ${table}.recorded_to is null)
  select ${linkColumnsSql}, ${declarationId} as "declarationId" from touched`;

const coverageSql = (table: string, declarationId: string): string => `
  with ${asked} select ${coverColumnsSql}, ${declarationId} as "declarationId"
    from asked join ${table} on ${table}.unit_id = asked.of_unit and ${table}.target_layer = asked.in_layer
   where ${table}.recorded_to is null`;

async function readStanding(sql: Sql, rows: readonly RowRef[]): Promise<StandingRows> {
  const distinct = [...new Map(rows.map((row) => [rowKey(row.unitUuid, row.layerKey), row])).values()];
  const keys = [distinct.map(({ unitUuid }) => unitUuid), distinct.map(({ layerKey }) => layerKey)];
  return {
    links: await sql.query<StandingLink>(linksSql('link', 'declaration_id'), keys),
    coverage: await sql.query<StandingCover>(coverageSql('coverage', 'declaration_id'), keys),
    displaced: {
      links: await sql.query<StandingLink>(linksSql('displaced_link', 'null::uuid'), keys),
      coverage: await sql.query<StandingCover>(coverageSql('displaced_coverage', 'null::uuid'), keys),
    },
  };
}

function computedOf({ links, coverage, displaced }: StandingRows): Rows<KeptLink, KeptCover> {
  return {
    links: originals(links, displaced.links, linkKey),
    coverage: originals(coverage, displaced.coverage, coverKey),
  };
}

/** The rows as they were computed: pieces that a rejection has left give way to the whole row that it displaced. */
function originals<Row extends Period & { readonly basis: string; readonly validFrom: CalendarDate }>(
  standing: readonly Row[],
  displaced: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const whole = groupBy(displaced, keyOf);
  const computed = standing.filter(({ basis }) => basis !== 'DECLARED');
  return [...computed.filter((row) => !(whole.get(keyOf(row)) ?? []).some((original) => contains(original, row))), ...displaced];
}
