import type { Sql } from '../../../kernel/sql.js';
import { applyDecisions } from '../decisions/apply-decisions.js';
import type { Rows } from '../decisions/apply-rejections.js';
import { type DecisionsInForce, rowKey } from '../decisions/decision.js';
import type { CoverageRecord, CrosswalkPublication, CrosswalkRows, Decisions, LinkRecord } from '../ports.js';
import { readGround } from './decided-units.js';
import { lockDecisions } from './decision-lock.js';
import { readDecisionsInForce } from './decision-rows.js';
import { reapplyDecisions } from './reapply-decisions.js';
import { replaceCoverRows, replaceLinkRows } from './replace-rows.js';
import { coverColumnsSql, type KeptCover, type KeptLink, linkColumnsSql, type Standing } from './stored-rows.js';

/** The decisions in force for a publication in this transaction; nobody decides until it ends. */
export async function decisionsForPublication(sql: Sql): Promise<Decisions> {
  await lockDecisions(sql);
  const decisions = await readDecisionsInForce(sql, null);
  return {
    apply: (publication) => applyToPublication(sql, decisions, publication),
    settle: (publication, recordedAt) => settleBeside(sql, decisions, { publication, recordedAt }),
  };
}

interface Published {
  readonly publication: CrosswalkPublication;
  readonly recordedAt: Date;
}

/** A unit may be declared to lie in another that it shares no ground with: when that one ends, no computation comes to the declared row. */
async function settleBeside(sql: Sql, { sets }: DecisionsInForce, { publication: { scope }, recordedAt }: Published): Promise<void> {
  if (scope === null || sets.length === 0 || !scope.rowBases.includes('DECLARED')) return;
  const known = new Set(scope.rows.map(({ unitUuid, layerKey }) => rowKey(unitUuid, layerKey)));
  const ground = await readGround(
    sql,
    sets.map(({ unitUuid }) => unitUuid),
  );
  const beside = sets.filter(
    ({ unitUuid, layerKey, weights }) =>
      !known.has(rowKey(unitUuid, layerKey)) && weights.some(({ targetUuid }) => known.has(rowKey(targetUuid, ground.layerOf(unitUuid)))),
  );
  if (beside.length > 0) await reapplyDecisions(sql, beside, { decisionUuid: null, at: recordedAt });
}

async function applyToPublication(sql: Sql, decisions: DecisionsInForce, publication: CrosswalkPublication): Promise<CrosswalkRows> {
  const ground = await readGround(sql, [...unitsNamed(decisions), ...unitsLinked(decisions, publication)]);
  const decided = applyDecisions(publication, decisions, ground);
  // Without a rejection nothing is displaced: a withdrawal has put everything back.
  if (decisions.rejections.length > 0) await keepDisplaced(sql, decided.displaced, publication);
  return {
    links: [...decided.links, ...decided.declared.links],
    coverage: [...decided.coverage, ...decided.declared.coverage],
  };
}

function unitsNamed({ sets, rejections }: DecisionsInForce): readonly string[] {
  return [
    ...sets.flatMap(({ unitUuid, weights }) => [unitUuid, ...weights.map(({ targetUuid }) => targetUuid)]),
    ...rejections.flatMap(({ oneUuid, otherUuid }) => [oneUuid, otherUuid]),
  ];
}

/** The other ends of the links of declared units. */
function unitsLinked({ sets }: DecisionsInForce, { links }: CrosswalkRows): readonly string[] {
  const declared = new Set(sets.map(({ unitUuid }) => unitUuid));
  if (declared.size === 0) return [];
  return links.flatMap(({ sourceUuid, targetUuid }) =>
    declared.has(sourceUuid) || declared.has(targetUuid) ? [sourceUuid, targetUuid] : [],
  );
}

/** Replaces the displaced rows of what was computed; others stay, since a computation may be of some rows only. */
async function keepDisplaced(
  sql: Sql,
  displaced: Rows<LinkRecord, CoverageRecord>,
  { run, recordedAt: at, scope, layerOf }: CrosswalkPublication,
): Promise<void> {
  const links = await sql.query<KeptLink & Standing>(
    `select ${linkColumnsSql}, null::uuid as "declarationId" from displaced_link where recorded_to is null`,
  );
  const coverage = await sql.query<KeptCover & Standing>(
    `select ${coverColumnsSql}, null::uuid as "declarationId" from displaced_coverage where recorded_to is null`,
  );
  const standing = scope ? scope.kept({ links, coverage }, layerOf) : { links, coverage };
  const wanted = scope ? scope.kept(displaced, layerOf) : displaced;
  const withRun = <Row extends object>(row: Row): Row & { readonly runId: string } => ({ ...row, runId: run.id });
  await replaceLinkRows(sql, 'displaced_link', { standing: standing.links, wanted: wanted.links.map(withRun), at });
  await replaceCoverRows(sql, 'displaced_coverage', { standing: standing.coverage, wanted: wanted.coverage.map(withRun), at });
}
