/** A stream of numbers that is the same on every run: equal names give equal streams. */
export interface SeededRandom {
  /** The next number, 0 ≤ n < 1. */
  next(): number;
  /** A number from `low` (inclusive) to `high` (exclusive). */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number;
  /** One of `items`, each as likely. */
  pick<T>(items: readonly T[]): T;
  /** Whether an event of the given probability happens. */
  chance(probability: number): boolean;
  /** A number around 0 with spread 1, roughly normal. */
  bell(): number;
}

const citySeed = 'jingdezhen-2026';

/** The stream of the given name; streams of different names do not disturb each other when one of them is used more. */
export function seededRandom(name: string): SeededRandom {
  const next = smallFastCounter(fnvSeeds(`${citySeed}/${name}`));
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!,
    chance: (probability) => next() < probability,
    bell: () => (next() + next() + next() + next() - 2) * 1.732,
  };
}

/** FNV-1a with four different starts: four 32-bit words that depend on every character. */
function fnvSeeds(text: string): readonly [number, number, number, number] {
  const word = (start: number): number => {
    let hash = start;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
    return hash;
  };
  return [word(2166136261), word(2654435769), word(3266489917), word(668265263)];
}

/** Chris Doty-Humphrey's sfc32; public domain. */
function smallFastCounter(seeds: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = seeds;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
