import type { Sql } from '../../../kernel/sql.js';
import { applyDecisions } from '../decisions/apply-decisions.js';
import type { Rows } from '../decisions/apply-rejections.js';
import { type DecidedGround, type DecisionsInForce, rowKey } from '../decisions/decision.js';
import type { CoverageRecord, CrosswalkPublication, CrosswalkRows, Decisions, LinkRecord } from '../ports.js';
import { readGround } from './decided-units.js';
import { lockDecisions } from './decision-lock.js';
import { readDecisionsInForce } from './decision-rows.js';
import { replaceCoverRows, replaceLinkRows } from './replace-rows.js';
import { coverColumnsSql, type KeptCover, type KeptLink, linkColumnsSql, type Standing } from './stored-rows.js';

/** The decisions in force for a publication in this transaction; nobody decides until it ends. */
export async function decisionsForPublication(sql: Sql): Promise<Decisions> {
  await lockDecisions(sql);
  const decisions = await readDecisionsInForce(sql, null);
  return { apply: (rows, run) => applyToPublication(sql, decisions, { rows, run }) };
}

async function applyToPublication(
  sql: Sql,
  decisions: DecisionsInForce,
  { rows, run }: { readonly rows: CrosswalkRows; readonly run: CrosswalkPublication['run'] },
): Promise<CrosswalkRows> {
  const ground = await readGround(sql, [...unitsNamed(decisions), ...unitsLinked(decisions, rows)]);
  const decided = applyDecisions(rows, decisions, ground);
  // Without a rejection nothing is displaced: a withdrawal has put everything back.
  if (decisions.rejections.length > 0) await keepDisplaced(sql, decided.displaced, { rows, ground, run });
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

/** Replaces the displaced rows of the rows that were computed; others stay, since a computation may be of some rows only. */
async function keepDisplaced(
  sql: Sql,
  displaced: Rows<LinkRecord, CoverageRecord>,
  { rows, ground, run }: { readonly rows: CrosswalkRows; readonly ground: DecidedGround; readonly run: CrosswalkPublication['run'] },
): Promise<void> {
  const computed = new Set(rows.coverage.map(({ unitUuid, layerKey }) => rowKey(unitUuid, layerKey)));
  const links = await sql.query<KeptLink & Standing>(
    `select ${linkColumnsSql}, null::uuid as "declarationId" from displaced_link where recorded_to is null`,
  );
  const coverage = await sql.query<KeptCover & Standing>(
    `select ${coverColumnsSql}, null::uuid as "declarationId" from displaced_coverage where recorded_to is null`,
  );
  const isComputed = ({ sourceUuid, targetUuid }: LinkRecord): boolean =>
    computed.has(rowKey(sourceUuid, ground.layerOf(targetUuid))) || computed.has(rowKey(targetUuid, ground.layerOf(sourceUuid)));
  const at = run.computedAt;
  const withRun = <Row extends object>(row: Row): Row & { readonly runId: string } => ({ ...row, runId: run.id });
  await replaceLinkRows(sql, 'displaced_link', { standing: links.filter(isComputed), wanted: displaced.links.map(withRun), at });
  await replaceCoverRows(sql, 'displaced_coverage', {
    standing: coverage.filter(({ unitUuid, layerKey }) => computed.has(rowKey(unitUuid, layerKey))),
    wanted: displaced.coverage.map(withRun),
    at,
  });
}
