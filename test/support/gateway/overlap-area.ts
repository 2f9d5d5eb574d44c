/** Rings of one or many polygons, counted even-odd; the last point may repeat the first. */
export type PlaneRings = readonly (readonly (readonly [number, number])[])[];

interface Edge {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The area of a shape whose holes run against its shells, by the shoelace formula. */
export function areaOf(rings: PlaneRings): number {
  const doubled = (ring: PlaneRings[number]): number =>
    ring.reduce((sum, [x, y], place) => {
      const [nextX, nextY] = ring[(place + 1) % ring.length]!;
      return sum + x * nextY - nextX * y;
    }, 0);
  return Math.abs(rings.reduce((sum, ring) => sum + doubled(ring), 0)) / 2;
}

/**
 * The common area of two shapes by cutting them into horizontal slabs within which no two edges cross.
 * Quadratic and slow, shares nothing with the engines of the platform, and is exact but for rounding: a judge for samples.
 */
export function overlapArea(one: PlaneRings, other: PlaneRings): number {
  const ends = [spanOf(one), spanOf(other)] as const;
  const low = Math.max(ends[0][0], ends[1][0]);
  const high = Math.min(ends[0][1], ends[1][1]);
  if (low >= high) return 0;
  const shapes = [edgesOf(one, low, high), edgesOf(other, low, high)] as const;
  const found = [low, high, ...shapes.flat().flatMap(({ y0, y1 }) => [y0, y1]), ...crossingLevels(...shapes)];
  const levels = [...new Set(found)].filter((level) => level >= low && level <= high).sort((a, b) => a - b);
  return levels.slice(1).reduce((sum, top, place) => sum + slabArea(shapes, levels[place]!, top), 0);
}

function spanOf(rings: PlaneRings): readonly [number, number] {
  const heights = rings.flatMap((ring) => ring.map(([, y]) => y));
  return [heights.reduce((a, b) => Math.min(a, b)), heights.reduce((a, b) => Math.max(a, b))];
}

function edgesOf(rings: PlaneRings, low: number, high: number): readonly Edge[] {
  const edges = rings.flatMap((ring) =>
    ring.map(([ax, ay], place): Edge => {
      const [bx, by] = ring[(place + 1) % ring.length]!;
      return ay < by ? { x0: ax, y0: ay, x1: bx, y1: by } : { x0: bx, y0: by, x1: ax, y1: ay };
    }),
  );
  return edges.filter(({ y0, y1 }) => y0 < y1 && y0 < high && y1 > low);
}

/** Edges of one shape never cross each other, so only those of different shapes are compared. */
function crossingLevels(one: readonly Edge[], other: readonly Edge[]): readonly number[] {
  const levels: number[] = [];
  for (const a of one) {
    for (const b of other) {
      const low = Math.max(a.y0, b.y0);
      const high = Math.min(a.y1, b.y1);
      if (low >= high) continue;
      const below = at(a, low) - at(b, low);
      const above = at(a, high) - at(b, high);
      if (below * above < 0) levels.push(low + ((high - low) * below) / (below - above));
    }
  }
  return levels;
}

const at = ({ x0, y0, x1, y1 }: Edge, y: number): number => x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);

function slabArea(shapes: readonly (readonly Edge[])[], bottom: number, top: number): number {
  const middle = (bottom + top) / 2;
  const crossed = shapes.flatMap((edges, of) =>
    edges.filter(({ y0, y1 }) => y0 < middle && middle < y1).map((edge) => ({ of, x: at(edge, middle) })),
  );
  const inside = [false, false];
  let width = 0;
  let from = 0;
  for (const { of, x } of crossed.sort((a, b) => a.x - b.x)) {
    if (inside[0] && inside[1]) width += x - from;
    inside[of] = !inside[of];
    from = x;
  }
  return width * (top - bottom);
}
