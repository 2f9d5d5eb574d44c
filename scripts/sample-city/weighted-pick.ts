import type { SeededRandom } from './seeded-random.js';

/** Builds a drawer of items, each drawn in proportion to its weight. */
export function weightedPick<T>(items: readonly T[], weightOf: (item: T) => number): (random: SeededRandom) => T {
  const sums: number[] = [];
  let total = 0;
  for (const item of items) sums.push((total += weightOf(item)));
  return (random) => items[firstAbove(sums, random.next() * total)]!;
}

function firstAbove(sums: readonly number[], value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
