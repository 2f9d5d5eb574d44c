import type { PairRows } from './computed-rows.js';
import { basisOf } from './pair-kinds.js';
import { buildingLinks, type BuildingMeasure, type BuildingSide } from './shared-buildings.js';

const byAddress: BuildingMeasure = {
  basis: 'ADDRESS',
  weightOf: () => 1,
  compares: (one, other) => basisOf(one, other) === 'ADDRESS',
  tellsUnlinked: false,
};

/**
 * Links units by the buildings that they share, where at least one of the two is a list of buildings.
 * A weight is the share of a unit's buildings; coverage is given for units that have links, in both directions.
 */
export function addressLinks(a: BuildingSide, b: BuildingSide): PairRows {
  const hasLists = [a, b].some(({ held }) => held.isListed.includes(true));
  return hasLists ? buildingLinks(a, b, byAddress) : { links: [], coverage: [] };
}
