import { meridianRadiusM, normalRadiusM } from '../../../geometry/ellipsoid.js';
import { groupBy } from '../../../kernel/group-by.js';

/** Within what two reports may be of one thing. */
export interface DuplicateWindow {
  /** Between their points, at most. */
  readonly metres: number;
  /** Between their reports, at most. */
  readonly hours: number;
  /** How many others are proposed for one new matter, the nearest first. */
  readonly most: number;
}

/** The window that proposals are made by; no national rule gives one, so the numbers are the platform's own. */
export const duplicateWindow: DuplicateWindow = { metres: 50, hours: 72, most: 5 };

/** A matter as far as being the same as another goes. */
export interface ReportedAtPlace {
  readonly uuid: string;
  /** Degrees, EPSG:4326; null for both or neither. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly reportedAt: Date;
}

/** A new matter and one that may be the same. */
export interface Candidate {
  readonly fresh: ReportedAtPlace;
  readonly other: ReportedAtPlace;
}

/** Two matters that may be the same, the later one first. */
export interface Proposal {
  readonly fromUuid: string;
  readonly toUuid: string;
  /** Null where one of them has no point. */
  readonly metres: number | null;
  readonly hours: number;
}

/** What is proposed of candidates: for each new matter the nearest ones within the window, each pair once. */
export function proposalsOf(candidates: readonly Candidate[], window: DuplicateWindow): readonly Proposal[] {
  const pairs = new Map<string, Proposal>();
  for (const ofOne of groupBy(candidates, ({ fresh }) => fresh.uuid).values()) {
    const within = ofOne.map(proposalOf).filter(({ metres, hours }) => (metres ?? 0) <= window.metres && hours <= window.hours);
    for (const proposal of within.toSorted(nearestFirst).slice(0, window.most)) {
      pairs.set(`${proposal.fromUuid} ${proposal.toUuid}`, proposal);
    }
  }
  return [...pairs.values()];
}

function proposalOf({ fresh, other }: Candidate): Proposal {
  const [from, to] = isLater(fresh, other) ? [fresh, other] : [other, fresh];
  const hours = (from.reportedAt.getTime() - to.reportedAt.getTime()) / 3_600_000;
  return { fromUuid: from.uuid, toUuid: to.uuid, metres: metresBetween(from, to), hours };
}

/** Of two reported at once, the same one whichever is looked at. */
function isLater(one: ReportedAtPlace, other: ReportedAtPlace): boolean {
  const apart = one.reportedAt.getTime() - other.reportedAt.getTime();
  return apart === 0 ? one.uuid > other.uuid : apart > 0;
}

function nearestFirst(one: Proposal, other: Proposal): number {
  return (one.metres ?? Infinity) - (other.metres ?? Infinity) || one.hours - other.hours;
}

/** By Gauss's mid-latitude formula, which differs from the geodesic by less than a millimetre within 5 km. */
function metresBetween(one: ReportedAtPlace, other: ReportedAtPlace): number | null {
  if (one.longitude === null || other.longitude === null) return null;
  const middle = (one.latitude! + other.latitude!) / 2;
  const north = meridianRadiusM(middle) * radians(one.latitude! - other.latitude!);
  const east = normalRadiusM(middle) * Math.cos(radians(middle)) * radians(one.longitude - other.longitude);
  return Math.hypot(north, east);
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
