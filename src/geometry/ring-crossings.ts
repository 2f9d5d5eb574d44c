import Flatbush from 'flatbush';

import { ringCount, type Rings } from './rings.js';
import { turn } from './turn.js';

/** How two lines of a polygon meet where they should not. */
export type ContactKind = 'CROSS' | 'OVERLAP' | 'TOUCH' | 'SPIKE';

/** A meeting of two lines. */
export interface RingContact {
  readonly kind: ContactKind;
  readonly ring: number;
  /** Vertex of the flat rings at which the line begins. */
  readonly vertex: number;
  readonly otherRing: number;
  readonly otherVertex: number;
  /** Where they meet: exact for a touch or a spike, rounded for a crossing. */
  readonly x: number;
  readonly y: number;
}

/** What {@link findContacts} found; `gaveUp` when the lines lie so densely that the search would take too long. */
export interface ContactSearch {
  readonly contacts: readonly RingContact[];
  readonly gaveUp: boolean;
}

// On a real shore the box of a line meets fewer than 20 others; in a comb drawn to keep the platform busy it meets them all.
const comparisonsPerLine = 50;
const comparisonsAnyway = 500_000;

/**
 * Finds where the lines of closed rings cross, overlap, touch or run back upon themselves, exactly, in n log n for
 * ordinary rings. Neighbours along a ring may share their common vertex. Stops at `limit` contacts.
 */
export function findContacts(rings: Rings, limit: number): ContactSearch {
  const lines = linesOf(rings);
  if (lines.count === 0) return { contacts: [], gaveUp: false };
  const index = indexOf(rings, lines);
  const contacts: RingContact[] = [];
  let comparisons = Math.max(comparisonsAnyway, comparisonsPerLine * lines.count);
  for (let line = 0; line < lines.count && contacts.length < limit; line++) {
    const box = lineBox(rings.coordinates, lines.start[line]!);
    index.search(box[0], box[1], box[2], box[3], (other) => {
      if (other <= line || comparisons-- < 0 || contacts.length >= limit) return false;
      const meets = contactOf(rings, lines, line, other);
      if (meets) contacts.push(contactAt(lines, meets, line, other));
      return false;
    });
    if (comparisons < 0) return { contacts, gaveUp: true };
  }
  return { contacts, gaveUp: false };
}

interface Lines {
  readonly count: number;
  /** The vertex at which a line begins; it ends at the next. */
  readonly start: Uint32Array;
  readonly ring: Uint32Array;
}

function linesOf(rings: Rings): Lines {
  const count = rings.coordinates.length / 2 - ringCount(rings);
  const start = new Uint32Array(count);
  const ring = new Uint32Array(count);
  let line = 0;
  for (let r = 0; r < ringCount(rings); r++) {
    for (let vertex = rings.ringStarts[r]!; vertex + 1 < rings.ringStarts[r + 1]!; vertex++) {
      start[line] = vertex;
      ring[line++] = r;
    }
  }
  return { count, start, ring };
}

function indexOf(rings: Rings, lines: Lines): Flatbush {
  const index = new Flatbush(lines.count);
  for (let line = 0; line < lines.count; line++) index.add(...lineBox(rings.coordinates, lines.start[line]!));
  index.finish();
  return index;
}

function lineBox(c: Float64Array, vertex: number): [number, number, number, number] {
  const [ax, ay, bx, by] = [c[vertex * 2]!, c[vertex * 2 + 1]!, c[vertex * 2 + 2]!, c[vertex * 2 + 3]!];
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

/** A kind of meeting and its place. */
type Meeting = Pick<RingContact, 'kind' | 'x' | 'y'>;

/** The eight numbers of two lines: from a to b, and from p to q. */
interface TwoLines {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly px: number;
  readonly py: number;
  readonly qx: number;
  readonly qy: number;
}

function contactAt(lines: Lines, meets: Meeting, line: number, other: number): RingContact {
  return {
    ...meets,
    ring: lines.ring[line]!,
    vertex: lines.start[line]!,
    otherRing: lines.ring[other]!,
    otherVertex: lines.start[other]!,
  };
}

function contactOf(rings: Rings, lines: Lines, line: number, other: number): Meeting | null {
  const ring = lines.ring[line]!;
  const [first, second] = [lines.start[line]!, lines.start[other]!];
  if (ring === lines.ring[other]) {
    if (second === first + 1) return spikeAt(rings.coordinates, first, second);
    const closes = first === rings.ringStarts[ring] && second + 2 === rings.ringStarts[ring + 1];
    if (closes) return spikeAt(rings.coordinates, second, first);
  }
  return meeting(twoLines(rings.coordinates, first, second));
}

function twoLines(c: Float64Array, first: number, second: number): TwoLines {
  const [i, j] = [first * 2, second * 2];
  return { ax: c[i]!, ay: c[i + 1]!, bx: c[i + 2]!, by: c[i + 3]!, px: c[j]!, py: c[j + 1]!, qx: c[j + 2]!, qy: c[j + 3]! };
}

/** Whether the line that begins at `second` runs back over the one before it. */
function spikeAt(c: Float64Array, first: number, second: number): Meeting | null {
  const { ax, ay, px, py, qx, qy } = twoLines(c, first, second);
  if (turn(ax, ay, px, py, qx, qy) !== 0) return null;
  const foldsBack = ax === px ? ay < py === qy < py : ax < px === qx < px;
  return foldsBack ? { kind: 'SPIKE', x: px, y: py } : null;
}

function meeting(lines: TwoLines): Meeting | null {
  const { ax, ay, bx, by, px, py, qx, qy } = lines;
  const p = turn(ax, ay, bx, by, px, py);
  const q = turn(ax, ay, bx, by, qx, qy);
  if (p === q && p !== 0) return null;
  const a = turn(px, py, qx, qy, ax, ay);
  const b = turn(px, py, qx, qy, bx, by);
  if (a === b && a !== 0) return null;
  if (p === 0 && q === 0) return alongEachOther(lines);
  if (p === 0) return { kind: 'TOUCH', x: px, y: py };
  if (q === 0) return { kind: 'TOUCH', x: qx, y: qy };
  if (a === 0) return { kind: 'TOUCH', x: ax, y: ay };
  if (b === 0) return { kind: 'TOUCH', x: bx, y: by };
  return crossingOf(lines);
}

function crossingOf({ ax, ay, bx, by, px, py, qx, qy }: TwoLines): Meeting {
  const share = ((px - ax) * (qy - py) - (py - ay) * (qx - px)) / ((bx - ax) * (qy - py) - (by - ay) * (qx - px));
  return { kind: 'CROSS', x: ax + share * (bx - ax), y: ay + share * (by - ay) };
}

function alongEachOther({ ax, ay, bx, by, px, py, qx, qy }: TwoLines): Meeting | null {
  // Both lie on one straight line: the order along it tells whether they share a stretch, a point or nothing.
  const before = (x: number, y: number, otherX: number, otherY: number): boolean => x < otherX || (x === otherX && y < otherY);
  const one = before(ax, ay, bx, by) ? ([ax, ay, bx, by] as const) : ([bx, by, ax, ay] as const);
  const other = before(px, py, qx, qy) ? ([px, py, qx, qy] as const) : ([qx, qy, px, py] as const);
  const [fromX, fromY] = before(one[0], one[1], other[0], other[1]) ? other : one;
  const [toX, toY] = before(one[2], one[3], other[2], other[3]) ? [one[2], one[3]] : [other[2], other[3]];
  if (before(toX, toY, fromX, fromY)) return null;
  return { kind: before(fromX, fromY, toX, toY) ? 'OVERLAP' : 'TOUCH', x: fromX, y: fromY };
}
