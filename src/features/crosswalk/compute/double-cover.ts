import type { AreaLayer } from './area-layer.js';
import type { Ground } from './ground.js';
import type { OverlapArea, OverlayEngine } from './overlay-engine.js';

/** One unit and what meets it on the same days. */
export interface CoverOfUnit {
  readonly ground: Ground;
  /** The unit in `ground`. */
  readonly position: number;
  readonly cover: AreaLayer;
  /** Units of `cover` by `b`. */
  readonly claims: readonly OverlapArea[];
  /** Pieces that `cover` claims twice, by `b`. */
  readonly doubles: readonly OverlapArea[];
}

/** Square metres of a unit that a layer claims more than once; ground claimed n times counts n − 1 times. */
export function doubleCoverM2({ ground, position, cover, claims, doubles }: CoverOfUnit, engine: OverlayEngine): number {
  const suspectedM2 = total(doubles);
  // Pieces that lie apart add up; where they do not, the union tells what is covered at all.
  if (suspectedM2 === 0 || !cover.doubles.isDeep) return suspectedM2;
  const covering = claims.map(({ b }) => cover.ground.rings[b]!);
  return Math.max(0, total(claims) - engine.coveredAreaM2(ground.rings[position]!, covering));
}

function total(list: readonly OverlapArea[]): number {
  return list.reduce((sum, { areaM2 }) => sum + areaM2, 0);
}
