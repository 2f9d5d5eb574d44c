import { seededRandom } from '../seeded-random.js';
import type { LayerUnit } from './layer-unit.js';

/** A number that an office tells of a unit; null where it is below five and therefore suppressed. */
export interface Count {
  readonly layer: string;
  readonly localId: string;
  readonly measure: string;
  readonly value: number | null;
}

/** Measures and the share of households that each comes to. */
export type Measures = Readonly<Record<string, number>>;

/** What civil affairs counts. */
export const civilMeasures: Measures = {
  elderly_aided: 0.02,
  minimum_living_households: 0.028,
};
/** What the political-legal office counts. */
export const safetyMeasures: Measures = { rented_dwellings: 0.11, floating_residents: 0.16, shops: 0.05 };
/** What party building counts in a branch; shares are of 400 households. */
export const partyMeasures: Measures = { party_members: 0.07, members_reported_to_community: 0.05 };

/** Counts of units; people appear as numbers only, and numbers below five not at all. */
export function countsOf(layer: string, units: readonly LayerUnit[], measures: Measures): readonly Count[] {
  return units.flatMap(({ localId, households }) => {
    const random = seededRandom(`counts/${layer}/${localId}`);
    return Object.entries(measures).map(([measure, share]) => {
      const value = Math.round((households ?? 400) * share * random.between(0.4, 1.6));
      return { layer, localId, measure, value: value < 5 ? null : value };
    });
  });
}

/** The households of units as a count of their own; a unit with fewer than five is not told. */
export function householdCounts(layer: string, units: readonly LayerUnit[]): readonly Count[] {
  return units.map(({ localId, households }) => ({
    layer,
    localId,
    measure: 'households',
    value: households === null || households < 5 ? null : households,
  }));
}
