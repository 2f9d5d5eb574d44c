import type { Community } from '../ground/community.js';
import type { Place } from '../plane/plane.js';

/** A building as housing keeps it: a point with counts, and an address code that says nothing. */
export interface Building {
  readonly addressCode: string;
  readonly name: string;
  readonly place: Place;
  readonly use: string;
  readonly dwellings: number;
  readonly households: number;
  /** The estate it stands in; empty where it stands in none. */
  readonly estate: string;
  /** The campus, hospital or market it belongs to; empty where it belongs to none. */
  readonly keyPlace: string;
  /** The community that the generator built it for; near its line, the point may lie in the next. */
  readonly community: Community;
}
