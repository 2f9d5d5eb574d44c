/** The pairs of two layers' units that have ground in common, row `i` of each column being one. */
export interface PairAreas {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Square metres. */
  readonly areas: Float64Array;
}

/** What an agreement was found to be: the pairs compared and the largest differences among them. */
export interface Agreement {
  readonly pairs: number;
  readonly largestDifferenceM2: number;
  readonly largestShare: number;
}

/** Smaller pairs are noise of the last digits and may be missing on either side. */
const smallestThatCountsM2 = 1;

/**
 * Compares the pairs that two sides found. Throws, naming the first that differ, where a pair of more than 1 m² is missing or extra or
 * an area differs by more than 1e-6 of itself and 1e-3 m².
 */
export function insistOnSamePairs(name: string, own: PairAreas, peers: PairAreas): Agreement {
  const found = byPair(own);
  const wrong: string[] = [];
  let [largestDifferenceM2, largestShare] = [0, 0];
  peers.areas.forEach((area, row) => {
    const key = keyOf(peers, row);
    const ours = found.get(key) ?? 0;
    found.delete(key);
    const difference = Math.abs(ours - area);
    if (isWrong(ours, area)) wrong.push(`${peers.a[row]}/${peers.b[row]}: ${ours} for ${area}`);
    largestDifferenceM2 = Math.max(largestDifferenceM2, difference);
    if (area > smallestThatCountsM2) largestShare = Math.max(largestShare, difference / area);
  });
  for (const [key, area] of found)
    if (area > smallestThatCountsM2) wrong.push(`${Math.floor(key / keyRoom)}/${key % keyRoom}: ${area} for none`);
  if (wrong.length === 0) return { pairs: peers.areas.length, largestDifferenceM2, largestShare };
  throw new Error(`${name}: ${wrong.length} pairs differ from PostGIS, e.g. ${wrong.slice(0, 5).join('; ')} (ours for theirs, m²).`);
}

const keyRoom = 2 ** 24;
const keyOf = ({ a, b }: PairAreas, row: number): number => a[row]! * keyRoom + b[row]!;

function byPair(pairs: PairAreas): Map<number, number> {
  return new Map(Array.from(pairs.areas, (area, row) => [keyOf(pairs, row), area]));
}

function isWrong(ours: number, theirs: number): boolean {
  if (Math.max(ours, theirs) > smallestThatCountsM2 && Math.min(ours, theirs) === 0) return true;
  return Math.abs(ours - theirs) > 1e-6 * theirs + 1e-3;
}
