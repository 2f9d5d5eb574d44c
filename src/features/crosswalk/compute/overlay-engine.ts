import type { Rings } from '../../../geometry/rings.js';

/** The common ground of two units, by their positions in the lists that were given. */
export interface OverlapArea {
  readonly a: number;
  readonly b: number;
  /** Square metres, more than 0. */
  readonly areaM2: number;
}

/**
 * Computes what units have in common. All rings are on one equal-area plane in metres and have been through the ring gate;
 * {@link repair} alone takes rings that have not. Works synchronously and may take long: run it off the server's own thread.
 * Lists are recognised by identity, so that a layer that takes part in many questions is prepared once.
 */
export interface OverlayEngine {
  /** Every pair of a unit of `a` and a unit of `b` with common ground, in order of `a`, then `b`. */
  intersections(a: readonly Rings[], b: readonly Rings[]): readonly OverlapArea[];
  /** Every pair of units of one layer that lie upon each other, `a < b`. Empty for a true partition. */
  selfOverlaps(units: readonly Rings[]): readonly OverlapArea[];
  /** The ground that two units of one layer have in common, as a polygon; empty where they only touch. */
  commonGround(units: readonly Rings[], a: number, b: number): Rings;
  /** Square metres of a unit that `by` cover together, each spot counted once. */
  coveredAreaM2(unit: Rings, by: readonly Rings[]): number;
  /** The ground of all `list` together, without inner borders. */
  union(list: readonly Rings[]): Rings;
  /** The nearest valid polygon of the same lines, in any frame; the very same object where nothing is wrong. May be empty. */
  repair(rings: Rings): Rings;
  /** Frees everything that the engine holds outside the garbage collector's reach; nothing may be asked afterwards. */
  dispose(): void;
}
