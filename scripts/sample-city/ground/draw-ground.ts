import type { Shape } from '../plane/plane.js';
import type { ShapeAlgebra } from '../plane/shape-algebra.js';
import { withSharedVertices } from '../plane/shared-vertices.js';
import type { Community, Ground } from './community.js';
import type { Division } from './division.js';
import { drawCommunities } from './draw-communities.js';
import { drawTownships } from './draw-townships.js';

/** Draws townships into the real counties and communities into the townships, each of the size it should have. */
export function drawGround(algebra: ShapeAlgebra, divisions: readonly Division[], counties: ReadonlyMap<string, Shape>): Ground {
  const childrenOf = (code: string): readonly Division[] => divisions.filter(({ parent }) => parent === code);
  const codes = [...counties.keys()].sort();
  const townships = codes.flatMap((code) =>
    drawTownships(algebra, { code, outline: counties.get(code)!, townships: childrenOf(code), childrenOf }),
  );
  const communities = joined(townships.flatMap((township) => drawCommunities(algebra, township, childrenOf(township.division.code))));
  const byCode = (a: { readonly division: Division }, b: { readonly division: Division }): number =>
    a.division.code < b.division.code ? -1 : 1;
  return { counties, townships: [...townships].sort(byCode), communities: [...communities].sort(byCode) };
}

/** Neighbours get each other's corners before anybody surveys them anew: a long wall then bends in the same places on both sides. */
function joined(communities: readonly Community[]): readonly Community[] {
  const shapes = withSharedVertices(communities.map(({ ground }) => ground));
  return communities.map((community, i) => ({ ...community, ground: shapes[i]! }));
}
