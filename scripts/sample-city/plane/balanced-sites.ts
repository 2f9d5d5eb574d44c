import type { Place } from './plane.js';
import type { Site } from './power-cells.js';

/** A spot that counts towards the cell it falls in. */
export interface Sample {
  readonly place: Place;
  readonly mass: number;
}

/** What {@link balancedSites} works on: `shares` are the wanted masses in any unit, `areaM2` the ground of all samples together. */
export interface Balance {
  readonly starts: readonly Place[];
  readonly shares: readonly number[];
  readonly samples: readonly Sample[];
  readonly areaM2: number;
  readonly rounds: number;
}

interface Tally {
  mass: number;
  x: number;
  y: number;
}

/** Which site's cell holds a place. */
export function nearestSite(sites: readonly Site[], [x, y]: Place): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < sites.length; i++) {
    const { place, weight } = sites[i]!;
    const power = (x - place[0]) ** 2 + (y - place[1]) ** 2 - weight;
    if (power < least) [least, best] = [power, i];
  }
  return best;
}

/**
 * Moves and weighs sites until each cell holds its share of the samples' mass and is compact; the best round is kept.
 * After "Blue noise through optimal transport" (de Goes 2012), with plain relaxation instead of Newton steps.
 */
export function balancedSites({ starts, shares, samples, areaM2, rounds }: Balance): readonly Site[] {
  const allShares = shares.reduce((sum, one) => sum + one, 0);
  const allMass = samples.reduce((sum, one) => sum + one.mass, 0);
  let sites: readonly Site[] = starts.map((place) => ({ place, weight: 0 }));
  let best = { sites, error: Infinity };
  for (let round = 0; round < rounds; round++) {
    const tallies = tally(sites, samples);
    const lacks = shares.map((share, i) => share / allShares - tallies[i]!.mass / allMass);
    const error = lacks.reduce((sum, lack, i) => sum + (tallies[i]!.mass === 0 ? 1 : Math.abs(lack)), 0);
    if (error < best.error) best = { sites, error };
    const isEarly = round < rounds * 0.5;
    const step = isEarly ? 0.25 : 0.25 * (1 - round / rounds);
    sites = sites.map(({ place: [x, y], weight }, i) => {
      const { mass, x: sumX, y: sumY } = tallies[i]!;
      if (mass === 0) return revived(sites, samples[(i * 7_919 + round * 104_729) % samples.length]!, (shares[i]! / allShares) * areaM2);
      const pull = isEarly ? 0.6 : 0.04;
      return { place: [x + pull * (sumX / mass - x), y + pull * (sumY / mass - y)], weight: weight + step * lacks[i]! * areaM2 };
    });
  }
  return best.sites;
}

/** A site that lost all its ground starts again on a sample, just heavy enough to take a part of its wanted area there. */
function revived(sites: readonly Site[], { place }: Sample, wantedM2: number): Site {
  const owner = sites[nearestSite(sites, place)]!;
  const squared = (place[0] - owner.place[0]) ** 2 + (place[1] - owner.place[1]) ** 2;
  return { place, weight: owner.weight - squared + wantedM2 * 0.3 };
}

function tally(sites: readonly Site[], samples: readonly Sample[]): readonly Tally[] {
  const tallies = sites.map((): Tally => ({ mass: 0, x: 0, y: 0 }));
  for (const { place, mass } of samples) {
    const own = tallies[nearestSite(sites, place)]!;
    own.mass += mass;
    own.x += mass * place[0];
    own.y += mass * place[1];
  }
  return tallies;
}
