import { signedRingArea } from './area.js';
import { type Box } from './box.js';
import { type ContactKind, findContacts, type RingContact } from './ring-crossings.js';
import { type DroppedPiece, type RefusalReason, type RingFault, type RingFaultKind, type RingPath } from './ring-faults.js';
import { type ReadRing, readRing, type RingNotes, RingRefusal } from './ring-intake.js';
import { findMisplaced } from './ring-nesting.js';
import { faultyContacts } from './ring-touches.js';
import { ringAt, type Rings, ringsFromNested } from './rings.js';

/** What the gate holds a geometry to. */
export interface GateLimits {
  /** Longitude and latitude that a point may have; the whole globe when left out. A city gives its own bounds. */
  readonly bounds?: Box;
  /** Points of one geometry, the closing ones included; a million when left out. */
  readonly maxVertices?: number;
}

/** The verdict on one geometry. `rings` are EPSG:4326, shells counter-clockwise, holes clockwise. */
export type GateVerdict =
  | { readonly verdict: 'accepted'; readonly rings: Rings; readonly dropped: readonly DroppedPiece[] }
  | {
      readonly verdict: 'needs-repair';
      /** As close to the file as closed rings can be; not fit for an overlay before the repair. */
      readonly rings: Rings;
      /** The first few faults, in the order in which they were found. */
      readonly faults: readonly RingFault[];
      readonly dropped: readonly DroppedPiece[];
    }
  | { readonly verdict: 'refused'; readonly reason: RefusalReason; readonly path: RingPath; readonly received: string };

const globe: Box = { minX: -180, minY: -90, maxX: 180, maxY: 90 };
const faultLimit = 16;
// Parts of real shores touch in hundreds of points, each of them a contact of up to four lines.
const contactLimit = 10_000;
const wholeGeometry: RingPath = { part: null, ring: null, vertex: null };

/**
 * Judges an untrusted GeoJSON geometry before anything is computed from it: finite points within bounds, closed rings with
 * ground in them, no line that meets another, holes in their shells, parts apart. Duplicate points and collapsed rings are
 * left out and told; nothing else is changed. Never throws.
 */
export function gateRings(geometry: unknown, limits: GateLimits = {}): GateVerdict {
  try {
    const notes: RingNotes = { faults: [], dropped: [] };
    const read = readParts(partsOf(geometry, limits.maxVertices ?? 1_000_000), limits.bounds ?? globe, notes);
    if (read.length === 0) throw new RingRefusal('EMPTY', wholeGeometry, 'no ring with ground in it');
    return judge(read, notes);
  } catch (thrown) {
    if (!(thrown instanceof RingRefusal)) throw thrown;
    return { verdict: 'refused', reason: thrown.reason, path: thrown.path, received: thrown.received };
  }
}

function partsOf(geometry: unknown, maxVertices: number): readonly unknown[][] {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const parts: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(parts)) throw new RingRefusal('NOT_A_POLYGON', wholeGeometry, String(type));
  let vertices = 0;
  for (const [part, rings] of parts.entries()) {
    if (!Array.isArray(rings)) throw new RingRefusal('NOT_A_POLYGON', { part, ring: null, vertex: null }, typeof rings);
    for (const ring of rings) vertices += Array.isArray(ring) ? ring.length : 0;
  }
  if (vertices > maxVertices) throw new RingRefusal('TOO_MANY_VERTICES', wholeGeometry, `${vertices} points, at most ${maxVertices}`);
  return parts as unknown[][];
}

function readParts(parts: readonly unknown[][], bounds: Box, notes: RingNotes): readonly (readonly ReadRing[])[] {
  return parts.flatMap((sources, part) => {
    const [shell, ...holes] = sources.map((source, ring) => readRing(source, { part, ring }, bounds, notes));
    if (shell) return [[shell, ...holes.filter((hole) => hole !== null)]];
    for (const hole of holes) {
      if (hole)
        notes.dropped.push({ what: 'HOLE_OF_COLLAPSED_SHELL', path: { part, ring: hole.ring, vertex: null }, points: hole.points.length });
    }
    return [];
  });
}

function judge(read: readonly (readonly ReadRing[])[], notes: RingNotes): GateVerdict {
  const { rings, turned } = oriented(read.map((part) => part.map((ring) => ring.points.map((point) => [point.x, point.y]))));
  const { contacts, gaveUp } = findContacts(rings, contactLimit);
  if (gaveUp) throw new RingRefusal('TOO_TANGLED', wholeGeometry, 'lines too dense to be told apart');
  const flat = read.flat();
  const faulty = contacts.length < contactLimit ? faultyContacts(rings, contacts) : contacts;
  const contactFaults = gravestFirst(faulty)
    .slice(0, faultLimit)
    .map((contact) => {
      const vertex = contact.vertex - rings.ringStarts[contact.ring]!;
      return { ...faultAt(kindOf(contact), flat[contact.ring]!, turned[contact.ring]!, vertex), longitude: contact.x, latitude: contact.y };
    });
  const misplaced = contactFaults.length > 0 ? [] : findMisplaced(rings);
  const nestingFaults = misplaced.map(({ kind, ring }) => faultAt(kind, flat[ring]!, turned[ring]!, 0));
  const faults = [...notes.faults, ...contactFaults, ...nestingFaults].slice(0, faultLimit);
  if (faults.length === 0) return { verdict: 'accepted', rings, dropped: notes.dropped };
  return { verdict: 'needs-repair', rings, faults, dropped: notes.dropped };
}

const gravity: readonly ContactKind[] = ['CROSS', 'OVERLAP', 'SPIKE', 'TOUCH'];

/** One contact a place and kind: where two vertices meet, up to four pairs of lines do. */
function gravestFirst(contacts: readonly RingContact[]): readonly RingContact[] {
  const places = new Map(contacts.map((contact) => [`${kindOf(contact)} ${contact.x} ${contact.y}`, contact]));
  return [...places.values()].sort((a, b) => gravity.indexOf(a.kind) - gravity.indexOf(b.kind));
}

/** Shells counter-clockwise, holes clockwise; `turned` tells which rings had to be reversed. */
function oriented(parts: number[][][][]): { readonly rings: Rings; readonly turned: readonly boolean[] } {
  const asRead = ringsFromNested(parts);
  let at = 0;
  const turned: boolean[] = [];
  const right = parts.map((part) =>
    part.map((ring, index) => {
      const area = signedRingArea(ringAt(asRead, at++));
      const wrong = index === 0 ? area < 0 : area > 0;
      turned.push(wrong);
      return wrong ? ring.toReversed() : ring;
    }),
  );
  return { rings: turned.includes(true) ? ringsFromNested(right) : asRead, turned };
}

function faultAt(kind: RingFaultKind, ring: ReadRing, turned: boolean, vertex: number): RingFault {
  const point = ring.points[turned ? ring.points.length - 1 - vertex : vertex]!;
  return { kind, path: { part: ring.part, ring: ring.ring, vertex: point.vertex }, longitude: point.x, latitude: point.y };
}

const acrossRings: Readonly<Record<ContactKind, RingFaultKind>> = {
  CROSS: 'RINGS_CROSS',
  OVERLAP: 'RINGS_CROSS',
  TOUCH: 'RINGS_TOUCH',
  SPIKE: 'SPIKE',
};

function kindOf(contact: RingContact): RingFaultKind {
  if (contact.ring !== contact.otherRing) return acrossRings[contact.kind];
  return contact.kind === 'SPIKE' ? 'SPIKE' : 'SELF_CROSSING';
}
