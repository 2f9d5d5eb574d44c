import { ringAt, ringCount, type Rings } from '../../geometry/rings.js';

/** As many levels as are looked at; real leftovers are far wider than a thousandth of their height. */
const mostLevels = 1_000;

/**
 * A point inside the widest piece of a polygon, by even and odd: the middle of the stretch that takes up most ground between two
 * neighbouring heights of vertices. Finds pieces wherever they lie, and passes by the hair's breadth that rounding leaves.
 * Null where there is no ground at all.
 */
export function widestPlace(rings: Rings): readonly [x: number, y: number] | null {
  let widest = 0;
  let place: readonly [number, number] | null = null;
  for (const [low, high] of levelsOf(rings)) {
    const y = (low + high) / 2;
    const crossings = crossingsAt(rings, y);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [west, east] = [crossings[index]!, crossings[index + 1]!];
      const ground = (east - west) * (high - low);
      if (ground > widest) [widest, place] = [ground, [(west + east) / 2, y]];
    }
  }
  return place;
}

/** The bands between neighbouring heights of vertices, the highest of them where there are too many. */
function levelsOf({ coordinates }: Rings): readonly (readonly [number, number])[] {
  const heights = Float64Array.from({ length: coordinates.length / 2 }, (_, vertex) => coordinates[vertex * 2 + 1]!).sort();
  const bands = Array.from(heights)
    .slice(1)
    .flatMap((high, index) => (high > heights[index]! ? [[heights[index]!, high] as const] : []));
  return bands.sort((a, b) => b[1] - b[0] - (a[1] - a[0])).slice(0, mostLevels);
}

function crossingsAt(rings: Rings, y: number): number[] {
  const found: number[] = [];
  for (let ring = 0; ring < ringCount(rings); ring++) {
    const { coordinates, from, to } = ringAt(rings, ring);
    for (let vertex = from; vertex + 1 < to; vertex++) {
      const [ay, by] = [coordinates[vertex * 2 + 1]!, coordinates[vertex * 2 + 3]!];
      if (ay > y === by > y) continue;
      const [ax, bx] = [coordinates[vertex * 2]!, coordinates[vertex * 2 + 2]!];
      found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  return found.sort((a, b) => a - b);
}
