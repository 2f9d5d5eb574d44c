import { groupBy } from '../../../kernel/group-by.js';
import type { CoverageRecord, LinkRecord } from '../ports.js';
import { type DecidedGround, pairKey, type RejectedPair, rowKey } from './decision.js';
import { contains, cut, overlaps, type Period } from './period.js';

/** Rows before or after people had their say; what a caller knows beyond the records stays with them. */
export interface Rows<Link extends LinkRecord, Cover extends CoverageRecord> {
  readonly links: readonly Link[];
  readonly coverage: readonly Cover[];
}

/** Computed rows without the rejected pairs. */
export interface RejectedRows<Link extends LinkRecord, Cover extends CoverageRecord> extends Rows<Link, Cover> {
  /** The rows whose place others have taken, whole as they were computed: what a withdrawal brings back. */
  readonly displaced: Rows<Link, Cover>;
}

/** A share that a row loses on some days. */
interface LostShare extends Period {
  readonly key: string;
  readonly share: number;
}

/** A share below this is what is left of adding and taking away again. */
const dust = 1e-12;

/**
 * Takes rejected pairs out of computed rows for the days of each rejection: the link leaves, and its share moves from `linked` to
 * `omitted` in the rows of both ends. Rows are cut where a rejection begins or ends.
 */
export function applyRejections<Link extends LinkRecord, Cover extends CoverageRecord>(
  rows: Rows<Link, Cover>,
  rejections: readonly RejectedPair[],
  ground: Pick<DecidedGround, 'layerOf'>,
): RejectedRows<Link, Cover> {
  if (rejections.length === 0) return { ...rows, displaced: { links: [], coverage: [] } };
  const { links, displaced, lost } = withoutPairs(rows.links, rejections, ground);
  const byRow = groupBy(lost, ({ key }) => key);
  const coverage: Cover[] = [];
  const displacedCoverage: Cover[] = [];
  for (const cover of rows.coverage) {
    const losses = (byRow.get(basisKey(cover.unitUuid, cover.layerKey, cover.basis)) ?? []).filter((loss) => overlaps(loss, cover));
    if (losses.length === 0) {
      coverage.push(cover);
      continue;
    }
    displacedCoverage.push(cover);
    for (const piece of cut(cover, losses)) coverage.push(withoutShares({ ...cover, ...piece }, losses));
  }
  return { links, coverage, displaced: { links: displaced, coverage: displacedCoverage } };
}

function withoutPairs<Link extends LinkRecord>(
  given: readonly Link[],
  rejections: readonly RejectedPair[],
  ground: Pick<DecidedGround, 'layerOf'>,
): { readonly links: readonly Link[]; readonly displaced: readonly Link[]; readonly lost: readonly LostShare[] } {
  const byPair = groupBy(rejections, ({ oneUuid, otherUuid }) => pairKey(oneUuid, otherUuid));
  const links: Link[] = [];
  const displaced: Link[] = [];
  const lost: LostShare[] = [];
  for (const link of given) {
    const rejected = (byPair.get(pairKey(link.sourceUuid, link.targetUuid)) ?? []).filter((rejection) => overlaps(rejection, link));
    if (rejected.length === 0) {
      links.push(link);
      continue;
    }
    displaced.push(link);
    for (const piece of cut(link, rejected)) {
      if (rejected.some((rejection) => contains(rejection, piece))) lost.push(...bothShares({ ...link, ...piece }, ground));
      else links.push({ ...link, ...piece });
    }
  }
  return { links, displaced, lost };
}

function bothShares(link: LinkRecord, { layerOf }: Pick<DecidedGround, 'layerOf'>): readonly LostShare[] {
  const { sourceUuid, targetUuid, basis, weight, inverseWeight, validFrom, validTo } = link;
  return [
    { key: basisKey(sourceUuid, layerOf(targetUuid), basis), share: weight, validFrom, validTo },
    { key: basisKey(targetUuid, layerOf(sourceUuid), basis), share: inverseWeight, validFrom, validTo },
  ];
}

function withoutShares<Cover extends CoverageRecord>(cover: Cover, losses: readonly LostShare[]): Cover {
  const share = losses.reduce((sum, loss) => (contains(loss, cover) ? sum + loss.share : sum), 0);
  if (share === 0) return cover;
  const moved = share >= cover.linked - dust ? cover.linked : share;
  return { ...cover, linked: cover.linked - moved, omitted: cover.omitted + moved };
}

function basisKey(unitUuid: string, layerKey: string, basis: string): string {
  return `${rowKey(unitUuid, layerKey)}|${basis}`;
}
