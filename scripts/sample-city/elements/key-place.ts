import type { Community } from '../ground/community.js';
import type { Place } from '../plane/plane.js';

/** An institution with ground and buildings of its own: school, hospital, market, park, station. */
export interface KeyPlace {
  readonly name: string;
  readonly use: string;
  readonly community: Community;
  readonly middle: Place;
  readonly buildings: number;
}
