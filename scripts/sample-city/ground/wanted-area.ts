import { seededRandom } from '../seeded-random.js';
import { type Division, isResidentsCommittee } from './division.js';

// Residents' committees stand close together in the cities and have more room in the towns.
const urbanKm2: Readonly<Record<string, readonly [number, number]>> = {
  SUBDISTRICT: [0.28, 0.55],
  TOWN: [0.55, 1.5],
  TOWNSHIP: [0.5, 1.1],
  ZONE: [1, 2],
};

/** How much ground a community should get, in square kilometres; null for villages, which share what is left. */
export function urbanArea(community: Division, township: Division): number | null {
  if (!isResidentsCommittee(community.name)) return null;
  const [low, high] = urbanKm2[township.kind]!;
  return seededRandom(`area/${community.code}`).between(low, high);
}

/** How large a village is against other villages. */
export function villageShare(community: Division): number {
  return seededRandom(`area/${community.code}`).between(0.6, 1.5);
}

/** Square metres in a square kilometre. */
export const km2 = 1e6;

/** The sum of numbers. */
export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
