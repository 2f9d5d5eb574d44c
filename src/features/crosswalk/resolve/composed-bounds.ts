import type { Successor } from '../../lineage/index.js';
import type { GridLink } from '../link.js';
import type { LinkBasis } from '../link-basis.js';

/** A way from a retired unit to another unit: through a successor, and on by one of its links. */
export interface Way {
  readonly successor: Successor;
  readonly link: GridLink;
}

/** Between which a true share lies. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Bases that count something else than ground: how much of it a part of a unit's ground holds, nobody knows. */
const notOfGround: readonly LinkBasis[] = ['HOUSEHOLDS', 'ADDRESS'];
/** A share this near to the whole is the whole. */
const whole = 1 - 1e-9;
const open: Bounds = { low: 0, high: 1 };

/**
 * Between which the share of a retired unit lies that all ways together, of one basis and to one other unit, lead to. Of ground the bounds
 * are Fréchet's, as those of lineage; what is counted otherwise is sure only of ground that is not divided on its way.
 */
export function composedBounds(ways: readonly Way[]): Bounds {
  if (isWholeAndUndivided(ways)) return { low: 1, high: 1 };
  const isOfGround = !notOfGround.includes(ways[0]!.link.basis);
  const parts = ways.map((way) => boundsOfSameGround(way) ?? (isOfGround ? boundsOfGround(way) : open));
  const sum = (of: keyof Bounds): number =>
    Math.min(
      1,
      parts.reduce((total, part) => total + part[of], 0),
    );
  return { low: sum('low'), high: sum('high') };
}

/** Whether all of the retired unit lies in successors that lie in the other unit, so that nothing of it can lie elsewhere. */
function isWholeAndUndivided(ways: readonly Way[]): boolean {
  const low = ways.reduce((total, { successor }) => total + boundsOf(successor).low, 0);
  return low >= whole && ways.every(({ link }) => link.weight >= whole);
}

function boundsOfGround({ successor, link }: Way): Bounds {
  const { low, high } = boundsOf(successor);
  if (link.weight >= 1) return { low, high };
  const { size } = successor;
  if (size === null) return { low: 0, high };
  const common = size * link.weight;
  return { low: Math.max(0, low + common - size), high: Math.min(high, common) };
}

/** Of a successor that is the very ground of the retired unit, what is known of it is known of the retired unit; null of any other. */
function boundsOfSameGround({ successor, link }: Way): Bounds | null {
  const isSameGround = boundsOf(successor).low >= whole && successor.inverseWeight >= whole;
  return isSameGround ? { low: link.weight, high: link.weight } : null;
}

function boundsOf({ weight, bounds }: Successor): Bounds {
  return bounds ?? { low: weight, high: weight };
}
