import { areaM2 } from '../../../geometry/area.js';
import { type AreaLayer, areaLayer } from './area-layer.js';
import type { AreaSide } from './area-links.js';
import { type BuildingHolders, buildingHolders } from './building-holders.js';
import type { CodeSide } from './code-links.js';
import type { CrosswalkInput, CrosswalkLayer } from './crosswalk-input.js';
import type { BuildingSide } from './shared-buildings.js';
import type { Overlaying, TimedOverlap } from './shared-ground.js';

/** What a layer is prepared from. */
export interface LayerPreparation {
  readonly layer: CrosswalkLayer;
  readonly position: number;
  readonly input: CrosswalkInput;
  readonly overlaying: Overlaying;
}

/** A layer with everything that pairs ask of it, each made when it is first asked for and then kept. */
export class PreparedLayer implements AreaSide, BuildingSide, CodeSide {
  readonly layer: CrosswalkLayer;
  readonly position: number;
  readonly #preparation: LayerPreparation;
  #area: AreaLayer | null = null;
  #held: BuildingHolders | null = null;
  readonly #areasM2 = new Map<number, number | null>();

  constructor(preparation: LayerPreparation) {
    this.layer = preparation.layer;
    this.position = preparation.position;
    this.#preparation = preparation;
  }

  get isDrawn(): boolean {
    return this.layer.isDrawn;
  }

  get area(): AreaLayer {
    const { input, overlaying } = this.#preparation;
    return (this.#area ??= areaLayer(this.layer.units, input.plane, overlaying));
  }

  /** Where the layer lies upon itself, as far as that was asked for. */
  get knownDoubles(): readonly TimedOverlap[] {
    return this.#area?.doubles.pairs ?? [];
  }

  get held(): BuildingHolders {
    return (this.#held ??= buildingHolders(this.layer, this.#preparation.input.buildings));
  }

  areaM2(unit: number): number | null {
    const known = this.#areasM2.get(unit);
    if (known !== undefined) return known;
    const { rings } = this.layer.units[unit]!;
    const found = rings && areaM2(rings, this.#preparation.input.plane);
    this.#areasM2.set(unit, found);
    return found;
  }
}
