import type { GridUnit } from '../../grids/index.js';
import type { CrosswalkUnit } from '../compute/crosswalk-input.js';
import { basisOf } from '../compute/pair-kinds.js';
import type { CityModel } from '../model/link-table.js';
import type { PublishedLink } from './ports.js';

/** Two units of one model with everything that was published of them. */
export interface ComparedPair {
  readonly model: CityModel;
  readonly a: GridUnit;
  readonly b: GridUnit;
  readonly published: readonly PublishedLink[];
}

/** A unit as the computing of links sees it on the model's day. */
export function crosswalkUnit({ model, uuid, localId, rings, buildings, divisionCode }: GridUnit): CrosswalkUnit {
  return { uuid, localId, rings, buildings, divisionCode, validFrom: model.at, validTo: null };
}

/** The basis on which the computing compares the two. */
export function comparedBy({ a, b }: ComparedPair): ReturnType<typeof basisOf> {
  return basisOf(crosswalkUnit(a), crosswalkUnit(b));
}

/** What was published on a basis; null where nothing was. */
export function publishedOn({ published }: ComparedPair, basis: PublishedLink['basis']): PublishedLink | null {
  return published.find((link) => link.basis === basis) ?? null;
}
