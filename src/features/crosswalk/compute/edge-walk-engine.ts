import { overlayAreas, type PairAreas, selfOverlapAreas } from '../../../geometry/overlay/overlay-areas.js';
import { type OverlayLayer, overlayLayer } from '../../../geometry/overlay/overlay-layer.js';
import type { Rings } from '../../../geometry/rings.js';
import type { OverlapArea, OverlayEngine } from './overlay-engine.js';

/** Name of the algorithm that measures, and its version: a new one wherever it may answer otherwise. */
export const edgeWalkName = 'edge-walk 1';

/** The questions whose answers are polygons, which are asked of few units. */
export type PieceEngine = Pick<OverlayEngine, 'commonGround' | 'coveredAreaM2' | 'union' | 'repair' | 'dispose'>;

/** Measures common ground by walking the edges of layers through each other; leaves all drawing to `pieces`. */
export class EdgeWalkEngine implements OverlayEngine {
  readonly #pieces: PieceEngine;
  /** Kept as long as the list of units that each was made of. */
  readonly #layers = new WeakMap<readonly Rings[], OverlayLayer>();

  constructor(pieces: PieceEngine) {
    this.#pieces = pieces;
  }

  intersections(a: readonly Rings[], b: readonly Rings[]): readonly OverlapArea[] {
    if (a.length === 0 || b.length === 0) return [];
    return overlapsOf(overlayAreas(this.#layer(a), this.#layer(b)));
  }

  selfOverlaps(units: readonly Rings[]): readonly OverlapArea[] {
    if (units.length < 2) return [];
    return overlapsOf(selfOverlapAreas(this.#layer(units)));
  }

  commonGround(units: readonly Rings[], a: number, b: number): Rings {
    return this.#pieces.commonGround(units, a, b);
  }

  coveredAreaM2(unit: Rings, by: readonly Rings[]): number {
    return this.#pieces.coveredAreaM2(unit, by);
  }

  union(list: readonly Rings[]): Rings {
    return this.#pieces.union(list);
  }

  repair(rings: Rings): Rings {
    return this.#pieces.repair(rings);
  }

  dispose(): void {
    this.#pieces.dispose();
  }

  #layer(units: readonly Rings[]): OverlayLayer {
    const known = this.#layers.get(units);
    if (known) return known;
    const layer = overlayLayer(units);
    this.#layers.set(units, layer);
    return layer;
  }
}

function overlapsOf({ size, a, b, areas }: PairAreas): readonly OverlapArea[] {
  return Array.from({ length: size }, (_, pair) => ({ a: a[pair]!, b: b[pair]!, areaM2: areas[pair]! }));
}
