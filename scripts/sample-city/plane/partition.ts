import type { SeededRandom } from '../seeded-random.js';
import { unfit } from '../unfit.js';
import { balancedSites, type Sample } from './balanced-sites.js';
import { boxOf, shapeArea } from './measure.js';
import type { Place, Shape } from './plane.js';
import { powerCells } from './power-cells.js';
import { scatter } from './scatter.js';
import type { ShapeAlgebra } from './shape-algebra.js';

/** What {@link partition} cuts: `starts` and `shares` have one entry a piece; `samples` default to even ground. */
export interface Cut {
  readonly ground: Shape;
  readonly starts: readonly Place[];
  readonly shares: readonly number[];
  readonly samples?: readonly Sample[];
  /** The ground that the samples stand for, in square metres; the whole ground where it is left out. */
  readonly areaM2?: number;
  readonly random: SeededRandom;
  readonly rounds?: number;
}

/** Cuts ground into compact pieces of the wanted shares, in the order of `starts`; together they cover it. */
export function partition(algebra: ShapeAlgebra, cut: Cut): readonly Shape[] {
  if (cut.starts.length === 1) return [cut.ground];
  const sites = balancedSites({
    starts: cut.starts,
    shares: cut.shares,
    samples: cut.samples ?? evenSamples(cut),
    areaM2: cut.areaM2 ?? shapeArea(cut.ground),
    rounds: cut.rounds ?? 60,
  });
  return powerCells(sites, grown(boxOf(cut.ground))).map((cell, i) => {
    const piece = cell.length < 3 ? [] : algebra.intersection([[cell]], cut.ground);
    if (piece.length === 0) throw unfit(`Piece ${i} of ${cut.starts.length} came out empty; give its start more room.`);
    return piece;
  });
}

function evenSamples({ ground, shares, random }: Cut): readonly Sample[] {
  const smallest = Math.min(...shares) / shares.reduce((sum, one) => sum + one, 0);
  const count = Math.min(9_000, Math.max(400, 40 / smallest));
  return scatter(ground, count, random).map((place) => ({ place, mass: 1 }));
}

const grown = ([west, south, east, north]: readonly [number, number, number, number]): readonly [number, number, number, number] => [
  west - 100,
  south - 100,
  east + 100,
  north + 100,
];
