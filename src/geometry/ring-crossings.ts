import Flatbush from 'flatbush';

import { type Rings, ringCount } from './rings.js';
import { turn } from './turn.js';

/** How two lines of a polygon meet where they should not. */
export type ContactKind = 'CROSS' | 'OVERLAP' | 'TOUCH' | 'SPIKE';

/** A meeting of two lines: the vertices at which they begin, and the rings that they belong to. */
export interface RingContact {
  readonly kind: ContactKind;
  readonly ring: number;
  readonly vertex: number;
  readonly otherRing: number;
  readonly otherVertex: number;
}

/** What {@link findContacts} found; `gaveUp` when the lines lie so densely that the search would take too long. */
export interface ContactSearch {
  readonly contacts: readonly RingContact[];
  readonly gaveUp: boolean;
}

// A real shore has fewer than 20 neighbours in the box of a line; a comb made to stop the platform has all of them.
const comparisonsPerLine = 400;

/**
 * Finds where the lines of closed rings cross, overlap, touch or run back upon themselves, exactly, in n log n for
 * ordinary rings. Neighbours along a ring may share their common vertex. Stops at `limit` contacts.
 */
export function findContacts(rings: Rings, limit: number): ContactSearch {
  const lines = linesOf(rings);
  if (lines.count === 0) return { contacts: [], gaveUp: false };
  const index = indexOf(rings, lines);
  const contacts: RingContact[] = [];
  let comparisons = comparisonsPerLine * lines.count;
  for (let line = 0; line < lines.count && contacts.length < limit; line++) {
    const box = lineBox(rings.coordinates, lines.start[line]!);
    index.search(box[0], box[1], box[2], box[3], (other) => {
      if (other <= line || comparisons-- < 0 || contacts.length >= limit) return false;
      const kind = contactOf(rings, lines, line, other);
      if (kind) contacts.push(contactAt(lines, kind, line, other));
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

function contactAt(lines: Lines, kind: ContactKind, line: number, other: number): RingContact {
  return {
    kind,
    ring: lines.ring[line]!,
    vertex: lines.start[line]!,
    otherRing: lines.ring[other]!,
    otherVertex: lines.start[other]!,
  };
}

function contactOf(rings: Rings, lines: Lines, line: number, other: number): ContactKind | null {
  const ring = lines.ring[line]!;
  const [first, second] = [lines.start[line]!, lines.start[other]!];
  if (ring === lines.ring[other]) {
    if (second === first + 1) return foldsBack(rings.coordinates, first, second, second + 1) ? 'SPIKE' : null;
    const closes = first === rings.ringStarts[ring] && second + 2 === rings.ringStarts[ring + 1];
    if (closes) return foldsBack(rings.coordinates, second, first, first + 1) ? 'SPIKE' : null;
  }
  return meeting(rings.coordinates, first, second);
}

function foldsBack(c: Float64Array, a: number, b: number, next: number): boolean {
  const [ax, ay, bx, by] = [c[a * 2]!, c[a * 2 + 1]!, c[b * 2]!, c[b * 2 + 1]!];
  const [nx, ny] = [c[next * 2]!, c[next * 2 + 1]!];
  if (turn(ax, ay, bx, by, nx, ny) !== 0) return false;
  return ax === bx ? ay < by === ny < by : ax < bx === nx < bx;
}

function meeting(c: Float64Array, first: number, second: number): ContactKind | null {
  const [ax, ay, bx, by] = [c[first * 2]!, c[first * 2 + 1]!, c[first * 2 + 2]!, c[first * 2 + 3]!];
  const [px, py, qx, qy] = [c[second * 2]!, c[second * 2 + 1]!, c[second * 2 + 2]!, c[second * 2 + 3]!];
  const p = turn(ax, ay, bx, by, px, py);
  const q = turn(ax, ay, bx, by, qx, qy);
  if (p === q && p !== 0) return null;
  const a = turn(px, py, qx, qy, ax, ay);
  const b = turn(px, py, qx, qy, bx, by);
  if (a === b && a !== 0) return null;
  if (p === 0 && q === 0) return alongEachOther(ax === bx ? [ay, by, py, qy] : [ax, bx, px, qx]);
  return p !== 0 && q !== 0 && a !== 0 && b !== 0 ? 'CROSS' : 'TOUCH';
}

function alongEachOther([a, b, p, q]: [number, number, number, number]): ContactKind | null {
  const from = Math.max(Math.min(a, b), Math.min(p, q));
  const to = Math.min(Math.max(a, b), Math.max(p, q));
  if (from > to) return null;
  return from < to ? 'OVERLAP' : 'TOUCH';
}
