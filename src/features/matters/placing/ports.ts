import type { Box } from '../../../geometry/box.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { IndexMark } from '../../crosswalk/index.js';
import type { HeldMatter, MovedMatter } from './held-matter.js';

/** A unit whose ground is another than the one that was last placed on. */
export interface ChangedGround {
  readonly unitUuid: string;
  /** The version in force now, as the index names it; null where none is. */
  readonly version: { readonly validFrom: CalendarDate; readonly recordedFrom: string } | null;
}

/** Up to which state of the index everything has been placed. */
export interface PlacedUpTo {
  readonly day: CalendarDate;
  readonly mark: IndexMark;
}

/** Which open matters are looked at. */
export type OpenMatters =
  | 'ALL'
  /** Those without a point, which are placed by links. */
  | 'WITHOUT_POINT'
  /** Those with a point that lie in one of the units as the index holds it, or in one of the boxes (degrees). */
  | { readonly unitUuids: readonly string[]; readonly boxes: readonly Box[] };

/** Keeps in the city index where matters lie and which ground they were placed on. */
export interface PlacingStore {
  /** Does the work if no other process does such work now; answers whether it was done. Falls with the connection. */
  inTurn(work: () => Promise<void>): Promise<boolean>;
  /** Null before the first time. */
  placedUpTo(): Promise<PlacedUpTo | null>;
  changedGround(day: CalendarDate): Promise<readonly ChangedGround[]>;
  /** Whether units or divisions were recorded after the links were last computed. */
  areLinksOwed(): Promise<boolean>;
  /** In sets of at most 1,000, none locked. */
  open(which: OpenMatters): AsyncIterable<readonly HeldMatter[]>;
  /**
   * One transaction: locks the matters, judges those that are still open as they are held then, writes the places of those that moved, keeps
   * the earlier ones as `until` the day, and appends an event for each. Answers how many moved.
   */
  move(
    uuids: readonly string[],
    judge: (matter: HeldMatter) => MovedMatter | null,
    told: { readonly day: CalendarDate; readonly at: Date },
  ): Promise<number>;
  /** Notes that everything has been placed on the ground of now, of which `changed` is what is new. */
  finish(upTo: PlacedUpTo, changed: readonly ChangedGround[], at: Date): Promise<void>;
}
