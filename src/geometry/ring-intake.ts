import { type Box, boxHolds } from './box.js';
import { type DroppedPiece, type RefusalReason, type RingFault, type RingPath } from './ring-faults.js';
import { turn } from './turn.js';

/** A place on a ring and where it stood in the file. */
export interface RingPoint {
  readonly x: number;
  readonly y: number;
  readonly vertex: number;
}

/** One ring as read: closed, without duplicates, in the order of the file. */
export interface ReadRing {
  readonly part: number;
  readonly ring: number;
  readonly points: readonly RingPoint[];
}

/** What reading the rings of one geometry gathers beside the rings. */
export interface RingNotes {
  readonly faults: RingFault[];
  readonly dropped: DroppedPiece[];
}

/** Thrown inside the gate only, which turns it into a verdict. */
export class RingRefusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly path: RingPath,
    readonly received: string,
  ) {
    super(reason);
  }
}

/** Reads one ring of untrusted positions; throws {@link RingRefusal}; null where the ring covers no ground (noted). */
export function readRing(source: unknown, place: { part: number; ring: number }, bounds: Box, notes: RingNotes): ReadRing | null {
  if (!Array.isArray(source)) throw new RingRefusal('NOT_A_POLYGON', { ...place, vertex: null }, typeof source);
  const points = withoutDuplicates(
    source.map((position: unknown, vertex) => readPoint(position, { ...place, vertex }, bounds)),
    place,
    notes,
  );
  if (hasNoWidth(points)) {
    notes.dropped.push({ what: 'COLLAPSED_RING', path: { ...place, vertex: null }, points: source.length });
    return null;
  }
  return { ...place, points: closed(points, place, notes) };
}

function readPoint(position: unknown, path: RingPath, bounds: Box): RingPoint {
  if (!Array.isArray(position) || position.length < 2) throw new RingRefusal('NOT_A_POLYGON', path, JSON.stringify(position) ?? 'nothing');
  const [x, y] = position as unknown[];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new RingRefusal('NOT_FINITE', path, `[${String(x)}, ${String(y)}]`);
  }
  if (!boxHolds(bounds, x, y))
    throw new RingRefusal('OUT_OF_BOUNDS', path, `[${x}, ${y}]${boxHolds(bounds, y, x) ? ' (columns swapped?)' : ''}`);
  return { x, y, vertex: path.vertex! };
}

function withoutDuplicates(points: readonly RingPoint[], place: { part: number; ring: number }, notes: RingNotes): RingPoint[] {
  const kept = points.filter((point, i) => i === 0 || !samePlace(point, points[i - 1]!));
  if (kept.length < points.length) {
    const first = points.findIndex((point, i) => i > 0 && samePlace(point, points[i - 1]!));
    notes.dropped.push({ what: 'DUPLICATE_POINTS', path: { ...place, vertex: first }, points: points.length - kept.length });
  }
  return kept;
}

function hasNoWidth(points: readonly RingPoint[]): boolean {
  const [a, b] = points;
  if (!a || !b) return true;
  return points.every((point) => turn(a.x, a.y, b.x, b.y, point.x, point.y) === 0);
}

function closed(points: readonly RingPoint[], place: { part: number; ring: number }, notes: RingNotes): readonly RingPoint[] {
  const first = points[0]!;
  const last = points.at(-1)!;
  if (samePlace(first, last)) return points;
  notes.faults.push({ kind: 'UNCLOSED', path: { ...place, vertex: last.vertex }, longitude: last.x, latitude: last.y });
  return [...points, first];
}

function samePlace(a: RingPoint, b: RingPoint): boolean {
  return a.x === b.x && a.y === b.y;
}
