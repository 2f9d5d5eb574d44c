import type { SeededRandom } from '../seeded-random.js';
import type { Rhythm } from './clock.js';
import type { Ways } from './life.js';
import type { Draft, Matter } from './matter.js';

/** How one office's matters are invented. */
export interface OfficePlan {
  readonly office: string;
  readonly total: number;
  readonly rhythm: Rhythm;
  readonly ways: Ways;
  /** The office's own number of the nth matter. */
  localId(serial: number): string;
  /** A matter reported on a day. */
  draft(random: SeededRandom, day: string): Draft;
  /** What the office's own columns say of a matter whose life is known; `random` is a stream of that matter alone. */
  later?(matter: Matter, random: SeededRandom): Readonly<Record<string, string>>;
}
