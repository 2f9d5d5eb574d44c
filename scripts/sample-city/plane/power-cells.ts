import type { Box } from './measure.js';
import type { Place, Ring } from './plane.js';

/** The centre of a cell; a larger weight (square metres) pushes its walls outwards. */
export interface Site {
  readonly place: Place;
  readonly weight: number;
}

/** The convex cells of a power diagram (a Voronoi diagram where weights are equal), cut to a box; a cell may be empty. */
export function powerCells(sites: readonly Site[], box: Box): readonly Ring[] {
  const [west, south, east, north] = box;
  const whole: Ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return sites.map((site) => sites.reduce((ring, other) => (other === site ? ring : keepNearer(ring, site, other)), whole));
}

/** The part of a convex ring that is nearer to `site` than to `other` by power distance. */
function keepNearer(ring: Ring, site: Site, other: Site): Ring {
  const a = 2 * (other.place[0] - site.place[0]);
  const b = 2 * (other.place[1] - site.place[1]);
  const square = ({ place: [x, y], weight }: Site): number => x * x + y * y - weight;
  const limit = square(other) - square(site);
  const excess = ([x, y]: Place): number => a * x + b * y - limit;
  const kept: Place[] = [];
  ring.forEach((to, i) => {
    const from = ring[(i + ring.length - 1) % ring.length]!;
    const [before, after] = [excess(from), excess(to)];
    if (before < 0 !== after < 0) {
      const t = before / (before - after);
      kept.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
    }
    if (after < 0) kept.push(to);
  });
  return kept;
}
