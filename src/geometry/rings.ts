/**
 * A polygon of one or more parts as flat numbers.
 *
 * Shape: ring `r` holds the vertices `ringStarts[r] … ringStarts[r + 1] - 1`, its first vertex repeated as its last;
 * part `p` holds the rings `partStarts[p] … partStarts[p + 1] - 1`, the first of them its shell and the rest its holes.
 * Frame: what the holder says, longitude/latitude (EPSG:4326) or metres on an equal-area plane.
 */
export interface Rings {
  /** `[x0, y0, x1, y1, …]`, vertex by vertex. */
  readonly coordinates: Float64Array;
  /** First vertex of each ring, and the number of vertices as the last entry. */
  readonly ringStarts: Uint32Array;
  /** First ring of each part, and the number of rings as the last entry. */
  readonly partStarts: Uint32Array;
}

/** One closed ring of a {@link Rings}: vertices `from … to - 1` of `coordinates`. */
export interface RingSpan {
  readonly coordinates: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** A polygon as GeoJSON writes it: parts of rings of positions. */
export type NestedRings = readonly (readonly (readonly (readonly number[])[])[])[];

/** How many rings, shells and holes together. */
export function ringCount(rings: Rings): number {
  return rings.ringStarts.length - 1;
}

/** How many parts; 0 for a polygon of nothing. */
export function partCount(rings: Rings): number {
  return rings.partStarts.length - 1;
}

/** How many vertices, the closing ones included. */
export function vertexCount(rings: Rings): number {
  return rings.coordinates.length / 2;
}

/** The ring at `index`, without copying it. */
export function ringAt(rings: Rings, index: number): RingSpan {
  return { coordinates: rings.coordinates, from: rings.ringStarts[index]!, to: rings.ringStarts[index + 1]! };
}

/** How far along a line {@link pointOnLine} lies: no fraction at which a drawing tool would put a point of another line. */
const goldenShare = 0.381966011250105;

/** A point on the line that begins at a vertex, away from both its ends and from its middle. */
export function pointOnLine(coordinates: Float64Array, vertex: number): readonly [x: number, y: number] {
  const [ax, ay, bx, by] = [
    coordinates[vertex * 2]!,
    coordinates[vertex * 2 + 1]!,
    coordinates[vertex * 2 + 2]!,
    coordinates[vertex * 2 + 3]!,
  ];
  return [ax + goldenShare * (bx - ax), ay + goldenShare * (by - ay)];
}

/** Packs nested positions into flat ones; a third number of a position is left out. */
export function ringsFromNested(parts: NestedRings): Rings {
  const flat = parts.flat();
  const ringStarts = startsOf(flat.map((ring) => ring.length));
  const coordinates = new Float64Array(ringStarts[flat.length]! * 2);
  let at = 0;
  for (const ring of flat) {
    for (const position of ring) {
      coordinates[at++] = position[0]!;
      coordinates[at++] = position[1]!;
    }
  }
  return { coordinates, ringStarts, partStarts: startsOf(parts.map((part) => part.length)) };
}

/** Unpacks flat positions into the nesting of a GeoJSON MultiPolygon. */
export function ringsToNested(rings: Rings): number[][][][] {
  const parts: number[][][][] = [];
  for (let part = 0; part < partCount(rings); part++) {
    const nested: number[][][] = [];
    for (let ring = rings.partStarts[part]!; ring < rings.partStarts[part + 1]!; ring++) nested.push(positionsOf(ringAt(rings, ring)));
    parts.push(nested);
  }
  return parts;
}

/** The running total of `lengths`, beginning with 0: one entry more than `lengths`. */
export function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, index) => {
    starts[index + 1] = starts[index]! + length;
  });
  return starts;
}

/** The same parts and rings with every vertex moved by `move`, which writes the new place into `out[0]`, `out[1]`. */
export function mapVertices(rings: Rings, move: (x: number, y: number, out: Float64Array) => void): Rings {
  const coordinates = new Float64Array(rings.coordinates.length);
  const place = new Float64Array(2);
  for (let i = 0; i < coordinates.length; i += 2) {
    move(rings.coordinates[i]!, rings.coordinates[i + 1]!, place);
    coordinates[i] = place[0]!;
    coordinates[i + 1] = place[1]!;
  }
  return { coordinates, ringStarts: rings.ringStarts, partStarts: rings.partStarts };
}

/** Several polygons as the parts of one; nothing is dissolved. */
export function joinParts(list: readonly Rings[]): Rings {
  const ringLengths: number[] = [];
  const partLengths: number[] = [];
  const coordinates = new Float64Array(list.reduce((total, rings) => total + rings.coordinates.length, 0));
  let at = 0;
  for (const rings of list) {
    coordinates.set(rings.coordinates, at);
    at += rings.coordinates.length;
    ringLengths.push(...lengthsOf(rings.ringStarts));
    partLengths.push(...lengthsOf(rings.partStarts));
  }
  return { coordinates, ringStarts: startsOf(ringLengths), partStarts: startsOf(partLengths) };
}

function lengthsOf(starts: Uint32Array): number[] {
  return Array.from({ length: starts.length - 1 }, (_, index) => starts[index + 1]! - starts[index]!);
}

function positionsOf(ring: RingSpan): number[][] {
  const positions: number[][] = [];
  for (let vertex = ring.from; vertex < ring.to; vertex++) {
    positions.push([ring.coordinates[vertex * 2]!, ring.coordinates[vertex * 2 + 1]!]);
  }
  return positions;
}
