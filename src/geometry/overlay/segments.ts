import { signedRingArea } from '../area.js';
import type { Box } from '../box.js';
import { ringAt, type Rings, type RingSpan, vertexCount } from '../rings.js';
import { endsOfCounts } from './sorted-buckets.js';
import { VertexTable, type Vertices } from './vertex-table.js';

/**
 * Every line between two vertices of a layer once, whichever units it bounds. A segment runs from its western end to its
 * eastern end, an upright one from south to north, so that its direction tells nothing of the ring that it came from.
 */
export interface Segments {
  readonly count: number;
  /** First and last vertex of each. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** `[x0, y0, x1, y1]` of each, next to each other: `x0 <= x1`. */
  readonly ends: Float64Array;
  /** Where the owners of each begin in `owners`; one entry more than segments. */
  readonly ownerStarts: Uint32Array;
  /** Twice the unit, plus 1 where the unit lies to the right of the segment. */
  readonly owners: Uint32Array;
}

/** Collects the vertices and segments of a layer, each once. */
export function collectSegments(units: readonly Rings[]): { readonly vertices: Vertices; readonly segments: Segments } {
  const collector = new SegmentCollector(units.reduce((total, rings) => total + vertexCount(rings), 0));
  units.forEach((rings, unit) => collector.addUnit(rings, unit));
  return collector.collected();
}

const none = -1;

class SegmentCollector {
  readonly #vertices: VertexTable;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  /** The newest segment from each vertex, and the one before each segment. */
  readonly #newestFrom: Int32Array;
  readonly #olderFrom: Int32Array;
  /** Segment and owner of each edge of a ring, as they come. */
  readonly #edgeSegments: Uint32Array;
  readonly #edgeOwners: Uint32Array;
  #segments = 0;
  #edges = 0;

  constructor(capacity: number) {
    this.#vertices = new VertexTable(capacity);
    this.#from = new Uint32Array(capacity);
    this.#to = new Uint32Array(capacity);
    this.#newestFrom = new Int32Array(capacity).fill(none);
    this.#olderFrom = new Int32Array(capacity);
    this.#edgeSegments = new Uint32Array(capacity);
    this.#edgeOwners = new Uint32Array(capacity);
  }

  addUnit(rings: Rings, unit: number): void {
    for (let part = 0; part + 1 < rings.partStarts.length; part++) {
      const shell = rings.partStarts[part]!;
      for (let ring = shell; ring < rings.partStarts[part + 1]!; ring++) {
        const span = ringAt(rings, ring);
        this.#addRing(span, unit * 2 + (isGroundOnLeft(span, ring === shell) ? 0 : 1));
      }
    }
  }

  collected(): { readonly vertices: Vertices; readonly segments: Segments } {
    const vertices = this.#vertices.toVertices();
    const from = this.#from.slice(0, this.#segments);
    const to = this.#to.slice(0, this.#segments);
    return { vertices, segments: { count: this.#segments, from, to, ends: endsOf(from, to, vertices), ...this.#ownersBySegment() } };
  }

  /** `owner` as it is for edges in a segment's own direction. */
  #addRing({ coordinates, from, to }: RingSpan, owner: number): void {
    let previous = this.#vertices.numberOf(coordinates[from * 2]!, coordinates[from * 2 + 1]!, 0);
    for (let i = (from + 1) * 2; i < to * 2; i += 2) {
      const vertex = this.#vertices.numberOf(coordinates[i]!, coordinates[i + 1]!, previous);
      if (vertex !== previous) this.#addEdge(previous, vertex, owner);
      previous = vertex;
    }
  }

  #addEdge(from: number, to: number, owner: number): void {
    const isForward = this.#isBefore(from, to);
    const edge = this.#edges++;
    this.#edgeSegments[edge] = isForward ? this.#segmentBetween(from, to) : this.#segmentBetween(to, from);
    this.#edgeOwners[edge] = isForward ? owner : owner ^ 1;
  }

  #segmentBetween(from: number, to: number): number {
    for (let known = this.#newestFrom[from]!; known !== none; known = this.#olderFrom[known]!) {
      if (this.#to[known] === to) return known;
    }
    const segment = this.#segments++;
    this.#from[segment] = from;
    this.#to[segment] = to;
    this.#olderFrom[segment] = this.#newestFrom[from]!;
    this.#newestFrom[from] = segment;
    return segment;
  }

  #isBefore(one: number, other: number): boolean {
    const [x, otherX] = [this.#vertices.x(one), this.#vertices.x(other)];
    return x < otherX || (x === otherX && this.#vertices.y(one) < this.#vertices.y(other));
  }

  #ownersBySegment(): Pick<Segments, 'ownerStarts' | 'owners'> {
    const edgeSegments = this.#edgeSegments.subarray(0, this.#edges);
    const ownerStarts = new Uint32Array(this.#segments + 1);
    for (const segment of edgeSegments) ownerStarts[segment]!++;
    endsOfCounts(ownerStarts);
    const owners = new Uint32Array(this.#edges);
    for (let edge = this.#edges - 1; edge >= 0; edge--) owners[--ownerStarts[edgeSegments[edge]!]!] = this.#edgeOwners[edge]!;
    return { ownerStarts, owners };
  }
}

/** Whether the ground of a unit lies to the left of a ring: shells run counter-clockwise then, holes clockwise. */
export function isGroundOnLeft(ring: RingSpan, isShell: boolean): boolean {
  return signedRingArea(ring) > 0 === isShell;
}

/** Whether a segment lies wholly beyond one side of a box. */
export function isOutside(ends: Float64Array, segment: number, box: Box): boolean {
  const at = segment * 4;
  const y0 = ends[at + 1]!;
  const y1 = ends[at + 3]!;
  return ends[at]! > box.maxX || ends[at + 2]! < box.minX || (y0 < box.minY && y1 < box.minY) || (y0 > box.maxY && y1 > box.maxY);
}

/** The smallest box around some segments. */
export function boxOfSegments(ends: Float64Array, segments: Uint32Array): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < segments.length; i++) {
    const at = segments[i]! * 4;
    minX = Math.min(minX, ends[at]!);
    maxX = Math.max(maxX, ends[at + 2]!);
    minY = Math.min(minY, ends[at + 1]!, ends[at + 3]!);
    maxY = Math.max(maxY, ends[at + 1]!, ends[at + 3]!);
  }
  return { minX, minY, maxX, maxY };
}

function endsOf(from: Uint32Array, to: Uint32Array, { xs, ys }: Vertices): Float64Array {
  const ends = new Float64Array(from.length * 4);
  for (let segment = 0, at = 0; segment < from.length; segment++) {
    ends[at++] = xs[from[segment]!]!;
    ends[at++] = ys[from[segment]!]!;
    ends[at++] = xs[to[segment]!]!;
    ends[at++] = ys[to[segment]!]!;
  }
  return ends;
}
