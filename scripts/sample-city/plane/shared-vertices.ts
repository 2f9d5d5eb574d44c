import { fromMicroDegrees, type Shape, toMicroDegrees } from './plane.js';

type Micro = readonly [number, number];

const bucketSize = 2_000;
// Rounding moves a corner by at most 0.71 of a grain, and the wall that it stood on by as much the other way.
const reach = 1.45;

/**
 * Puts shapes that share walls on the grain of the pack and gives each wall the corners that stand on it,
 * so that neighbours still meet without gap or overlap after rounding.
 */
export function withSharedVertices(shapes: readonly Shape[]): readonly Shape[] {
  const rounded = shapes.map((shape) => shape.map((polygon) => polygon.map((ring) => withoutRepeats(ring.map(toMicroDegrees)))));
  const buckets = bucketsOf(rounded.flat(3));
  return rounded.map((shape) =>
    shape
      .map((polygon) => polygon.filter((ring) => ring.length >= 3).map((ring) => withCorners(ring, buckets).map(fromMicroDegrees)))
      .filter((polygon) => polygon.length > 0),
  );
}

function withoutRepeats(ring: readonly Micro[]): readonly Micro[] {
  return ring.filter(([x, y], i) => {
    const before = ring[(i + ring.length - 1) % ring.length]!;
    return x !== before[0] || y !== before[1];
  });
}

const bucketKey = (x: number, y: number): string => `${Math.floor(x / bucketSize)}:${Math.floor(y / bucketSize)}`;

function bucketsOf(corners: readonly Micro[]): ReadonlyMap<string, readonly Micro[]> {
  const buckets = new Map<string, Micro[]>();
  const seen = new Set<string>();
  for (const corner of corners) {
    const key = corner.join();
    if (seen.has(key)) continue;
    seen.add(key);
    const bucket = bucketKey(corner[0], corner[1]);
    const held = buckets.get(bucket);
    if (held) held.push(corner);
    else buckets.set(bucket, [corner]);
  }
  return buckets;
}

function withCorners(ring: readonly Micro[], buckets: ReadonlyMap<string, readonly Micro[]>): readonly Micro[] {
  return ring.flatMap((from, i) => [from, ...cornersOn(from, ring[(i + 1) % ring.length]!, buckets)]);
}

function cornersOn(from: Micro, to: Micro, buckets: ReadonlyMap<string, readonly Micro[]>): readonly Micro[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  const found: { readonly corner: Micro; readonly along: number }[] = [];
  for (const corner of near(from, to, buckets)) {
    const [px, py] = [corner[0] - from[0], corner[1] - from[1]];
    const along = (px * dx + py * dy) / length;
    const aside = Math.abs(px * dy - py * dx) / length;
    if (aside <= reach && along > 0.5 && along < length - 0.5) found.push({ corner, along });
  }
  return found.sort((a, b) => a.along - b.along).map(({ corner }) => corner);
}

function* near(from: Micro, to: Micro, buckets: ReadonlyMap<string, readonly Micro[]>): Generator<Micro> {
  const low = [Math.min(from[0], to[0]) - 2, Math.min(from[1], to[1]) - 2] as const;
  const high = [Math.max(from[0], to[0]) + 2, Math.max(from[1], to[1]) + 2] as const;
  for (let bx = Math.floor(low[0] / bucketSize); bx <= Math.floor(high[0] / bucketSize); bx++)
    for (let by = Math.floor(low[1] / bucketSize); by <= Math.floor(high[1] / bucketSize); by++) yield* buckets.get(`${bx}:${by}`) ?? [];
}
