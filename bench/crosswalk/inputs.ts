import type { Rings } from '../../src/geometry/rings.js';
import { newYork, newYorkFault } from './new-york.js';
import { tessellation } from './tessellation.js';

/** One question that both sides are asked: the common ground of every pair of units of every pair of layers. */
export interface CrosswalkInput {
  readonly name: string;
  /** How often each side is timed. */
  readonly runs: number;
  /** Product / PostGIS: what must be reached, and what is aimed at. */
  readonly target: { readonly must: number; readonly goal: number } | null;
  /** Why it cannot be asked here; null where it can. */
  readonly fault: () => string | null;
  readonly layers: () => Promise<readonly (readonly Rings[])[]>;
}

const always = (): null => null;

function cells(cellCount: number, layerCount: number): Pick<CrosswalkInput, 'fault' | 'layers'> {
  const seeds = Array.from({ length: layerCount }, (_, layer) => 1 + layer * 100);
  return { fault: always, layers: () => Promise.all(seeds.map((seed) => tessellation({ cells: cellCount, segments: 8, seed }))) };
}

/** Smallest first; the three of two layers show how the time grows. */
export const crosswalkInputs: readonly CrosswalkInput[] = [
  { name: 'n1k r8 × 2', runs: 5, target: null, ...cells(1_000, 2) },
  { name: 'New York × 6', runs: 5, target: { must: 0.5, goal: 0.25 }, fault: newYorkFault, layers: newYork },
  { name: 'n10k r8 × 2', runs: 5, target: null, ...cells(10_000, 2) },
  { name: 'n10k r8 × 3', runs: 5, target: { must: 0.5, goal: 0.25 }, ...cells(10_000, 3) },
  { name: 'n100k r8 × 2', runs: 2, target: { must: 0.5, goal: 0.35 }, ...cells(100_000, 2) },
];

/** The inputs of two layers of 1,000, 10,000 and 100,000 cells. */
export const growingInputs: readonly string[] = ['n1k r8 × 2', 'n10k r8 × 2', 'n100k r8 × 2'];

/** Every two of `count` layers, by position. */
export function layerPairs(count: number): readonly (readonly [number, number])[] {
  const places = Array.from({ length: count }, (_, place) => place);
  return places.flatMap((a) => places.filter((b) => b > a).map((b) => [a, b] as const));
}
