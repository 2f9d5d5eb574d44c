import { groupBy } from '../../../kernel/group-by.js';
import { type LinkBasis, preferredBases } from '../link-basis.js';
import type { CoverageRecord, LinkRecord } from '../ports.js';
import type { Rows } from './apply-rejections.js';
import { type DecidedGround, type DeclaredSet, rowKey } from './decision.js';
import { contains, type Period } from './period.js';

/** One way of a computed link, as seen from the unit of a row. */
export interface ComputedWay extends Period {
  readonly targetUuid: string;
  readonly basis: LinkBasis;
  readonly weight: number;
  readonly inverseWeight: number;
  readonly confidence: number;
}

/** What is computed of one row at all times, on every basis. */
export interface ComputedRow {
  readonly links: readonly ComputedWay[];
  readonly coverage: readonly CoverageRecord[];
}

/** What is computed of one row throughout one period, on the one basis that answers when none is asked for. */
export interface ComputedShares {
  readonly links: readonly ComputedWay[];
  readonly omitted: number;
  readonly uncovered: number;
}

const nothing: ComputedRow = { links: [], coverage: [] };

/** Looks up the computed rows that sets are about; other rows are passed over, so that a whole city costs one pass. */
export function computedRowsOf(
  rows: Rows<LinkRecord, CoverageRecord>,
  sets: readonly DeclaredSet[],
  ground: Pick<DecidedGround, 'layerOf'>,
): (set: DeclaredSet) => ComputedRow {
  const units = new Set(sets.map(({ unitUuid }) => unitUuid));
  const ways = rows.links.flatMap((link) => [
    ...(units.has(link.sourceUuid) ? [{ unitUuid: link.sourceUuid, way: link as ComputedWay }] : []),
    ...(units.has(link.targetUuid) ? [{ unitUuid: link.targetUuid, way: fromTarget(link) }] : []),
  ]);
  const links = groupBy(ways, ({ unitUuid, way }) => rowKey(unitUuid, ground.layerOf(way.targetUuid)));
  const covers = groupBy(
    rows.coverage.filter(({ unitUuid }) => units.has(unitUuid)),
    ({ unitUuid, layerKey }) => rowKey(unitUuid, layerKey),
  );
  return ({ unitUuid, layerKey }) => {
    const key = rowKey(unitUuid, layerKey);
    const coverage = covers.get(key);
    return coverage ? { links: (links.get(key) ?? []).map(({ way }) => way), coverage } : nothing;
  };
}

/** The shares of a row throughout a piece that none of its periods cuts; null where nothing is computed. */
export function sharesThroughout(row: ComputedRow, piece: Period): ComputedShares | null {
  const there = row.coverage.filter((cover) => contains(cover, piece));
  const cover = preferredBases.flatMap((basis) => there.find((one) => one.basis === basis) ?? [])[0];
  if (!cover) return null;
  const links = row.links.filter((link) => link.basis === cover.basis && contains(link, piece));
  return { links, omitted: cover.omitted, uncovered: cover.uncovered };
}

function fromTarget({ sourceUuid, weight, inverseWeight, ...link }: LinkRecord): ComputedWay {
  return { ...link, targetUuid: sourceUuid, weight: inverseWeight, inverseWeight: weight };
}
