import { groupBy } from '../../../kernel/group-by.js';
import type { AreaLayer } from './area-layer.js';
import type { OverlapArea, OverlayEngine } from './overlay-engine.js';

/**
 * Square metres that `cover` claims more than once of each unit of `ground`, by position; `common` is what they have in
 * common. Ground claimed n times counts n − 1 times.
 */
export function doubleCoverM2(ground: AreaLayer, cover: AreaLayer, common: readonly OverlapArea[], engine: OverlayEngine): Float64Array {
  const twice = new Float64Array(ground.units.length);
  for (const { a, areaM2 } of engine.intersections(ground.rings, cover.doubles.pieces)) twice[a]! += areaM2;
  // Pieces that lie apart add up; where they do not, the union tells what is covered at all.
  if (cover.doubles.isDeep) return fromUnion(ground, cover, common, { twice, engine });
  return twice;
}

function fromUnion(
  ground: AreaLayer,
  cover: AreaLayer,
  common: readonly OverlapArea[],
  { twice, engine }: { readonly twice: Float64Array; readonly engine: OverlayEngine },
): Float64Array {
  const met = groupBy(common, ({ a }) => a);
  return twice.map((suspected, unit) => {
    if (suspected === 0) return 0;
    const claims = met.get(unit) ?? [];
    const claimedM2 = claims.reduce((total, { areaM2 }) => total + areaM2, 0);
    return Math.max(
      0,
      claimedM2 -
        engine.coveredAreaM2(
          ground.rings[unit]!,
          claims.map(({ b }) => cover.rings[b]!),
        ),
    );
  });
}
