import { setImmediate } from 'node:timers/promises';

import { type Box, boxOf } from '../../../geometry/box.js';
import { unprojectRings } from '../../../geometry/equal-area.js';
import { interiorPoint } from '../../../geometry/interior-point.js';
import { partCount, type Rings } from '../../../geometry/rings.js';
import { type UnitIndex, unitIndex } from '../../../geometry/unit-index.js';
import type { GridLayer, GridUnit } from '../../grids/index.js';
import { onPlane, planeOf } from '../compared-ground.js';
import type { CityModel } from '../model/link-table.js';
import type { Finding } from './finding.js';
import type { GroundPieces } from './ports.js';

/** Draws the places of findings, each on demand. */
export class FindingGround {
  readonly #open: () => Promise<GroundPieces>;
  #pieces: Promise<GroundPieces> | null = null;
  readonly #near = new WeakMap<CityModel, Map<GridLayer, UnitIndex>>();

  /** `open` is called at the first finding that is drawn. */
  constructor(open: () => Promise<GroundPieces>) {
    this.#open = open;
  }

  /** The ground that a finding is about, EPSG:4326; null where nothing of it is drawn. Lets others go on first. */
  async of(finding: Finding, model: CityModel): Promise<Rings | null> {
    const pieces = await (this.#pieces ??= this.#open());
    await setImmediate();
    const ground = this.#draw(finding, model, pieces);
    return ground && partCount(ground) > 0 ? unprojectRings(planeOf(model), ground) : null;
  }

  /** A point of that ground, else of the first unit that is drawn; null where none is. */
  async pointOf(finding: Finding, model: CityModel): Promise<readonly [longitude: number, latitude: number] | null> {
    const ground = await this.of(finding, model);
    const places = [ground, ...finding.units.map(({ rings }) => rings)];
    for (const rings of places) {
      const point = rings && interiorPoint(rings);
      if (point) return point;
    }
    return null;
  }

  #draw({ kind, units, otherLayer, divisionCode }: Finding, model: CityModel, pieces: GroundPieces): Rings | null {
    const drawn = units.flatMap(({ rings }) => (rings ? [onPlane(model, rings)] : []));
    const [first, second] = drawn;
    if (kind === 'ORPHAN_DUTY') return union(pieces, model, divisionCode === null ? [] : model.gridsWithin(divisionCode));
    if (!first) return null;
    const around = (): readonly Rings[] => this.#around(model, otherLayer!, units[0]!);
    if (kind === 'NO_MANS_LAND') return pieces.remainder(first, around());
    if (kind === 'DOUBLE_COVER') return coveredTwice(first, around(), pieces);
    if (kind === 'SELF_OVERLAP' || kind === 'SLIVER') return second ? pieces.common(first, second) : null;
    return pieces.union(drawn);
  }

  /** The units of a layer whose boxes meet a unit's, on the plane. */
  #around(model: CityModel, layer: GridLayer, unit: GridUnit): readonly Rings[] {
    const { minX, minY, maxX, maxY }: Box = boxOf(unit.rings!);
    const units = model.unitsOf(layer.key);
    return this.#indexOf(model, layer)
      .near(minX, minY, maxX, maxY)
      .map((place) => onPlane(model, units[place]!.rings!));
  }

  #indexOf(model: CityModel, layer: GridLayer): UnitIndex {
    const ofModel = this.#near.get(model) ?? new Map<GridLayer, UnitIndex>();
    this.#near.set(model, ofModel);
    const known = ofModel.get(layer) ?? unitIndex(model.unitsOf(layer.key).map(({ rings }) => rings));
    ofModel.set(layer, known);
    return known;
  }
}

function union(pieces: GroundPieces, model: CityModel, units: readonly GridUnit[]): Rings | null {
  const drawn = units.flatMap(({ rings }) => (rings ? [onPlane(model, rings)] : []));
  return drawn.length === 0 ? null : pieces.union(drawn);
}

function coveredTwice(unit: Rings, cover: readonly Rings[], pieces: GroundPieces): Rings | null {
  const within = cover.map((one) => pieces.common(unit, one)).filter((piece) => partCount(piece) > 0);
  const twice = within.flatMap((one, place) => within.slice(place + 1).map((other) => pieces.common(one, other)));
  const drawn = twice.filter((piece) => partCount(piece) > 0);
  return drawn.length === 0 ? null : pieces.union(drawn);
}
