import type { CalendarDate } from '../../kernel/dates.js';
import { groupBy } from '../../kernel/group-by.js';
import type { GridModel, GridUnit, UnitRef } from '../grids/index.js';
import { composeLineage, type Share } from './compose-lineage.js';
import type { LineageBasis, LineageUnit } from './lineage-step.js';
import { type MeasuredShare, measureShares } from './measure-shares.js';
import type { GroundComparison, LineageReader } from './ports.js';

/** A unit in force that took the place of a retired one, or of a part of it. */
export interface Successor {
  readonly grid: GridUnit;
  /** Share of the retired unit that lies in `grid`. */
  readonly weight: number;
  /** Share of `grid` that comes from the retired unit. */
  readonly inverseWeight: number;
  /** How large `grid` is, the retired unit being 1; null where statements disagree about it. */
  readonly size: number | null;
  /** Between which the true share lies; null where the weight was measured on outlines. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  /** Common ground in square metres; null unless measured. */
  readonly areaM2: number | null;
  readonly basis: LineageBasis;
  /** The day of the last step to it. */
  readonly since: CalendarDate;
}

/** What became of a unit that is not in force. */
export interface Succession {
  readonly unit: LineageUnit;
  /** In force on the model's day, heaviest first; empty where nothing took its place, or nothing yet. */
  readonly successors: readonly Successor[];
}

/** Tells what took the place of units that a model does not know. */
export class Successions {
  readonly #reader: LineageReader;
  readonly #ground: GroundComparison;

  constructor(reader: LineageReader, ground: GroundComparison) {
    this.#reader = reader;
    this.#ground = ground;
  }

  /**
   * What became of each id at the model's two instants, in order: null where it was never a unit's, `AMBIGUOUS` where it was one in
   * several layers. One statement where none of them had been in force by then, a few otherwise, however many ids there are.
   */
  async ofNames(model: GridModel, names: readonly UnitRef[]): Promise<readonly (Succession | 'AMBIGUOUS' | null)[]> {
    const named = groupBy(await this.#reader.unitsNamed(names, model.knownAt), ({ place }) => place);
    const meant = names.map((_, place) => unitMeant(named.get(place) ?? [], model.at));
    const told = await this.ofUnits(
      model,
      meant.flatMap((unit) => (unit === null || unit === 'AMBIGUOUS' ? [] : [unit])),
    );
    return meant.map((unit) => (unit === null || unit === 'AMBIGUOUS' ? unit : { unit, successors: told.get(unit.uuid)! }));
  }

  /** The successors of each unit by its uuid; none of a unit that begins later. */
  async ofUnits(model: GridModel, units: readonly LineageUnit[]): Promise<ReadonlyMap<string, readonly Successor[]>> {
    const ended = units.filter(({ validFrom }) => validFrom <= model.at);
    const shares = ended.length === 0 ? new Map<string, readonly Share[]>() : await this.#composed(model, ended);
    const measured = await this.#measured(model, units, shares);
    return new Map(units.map((unit) => [unit.uuid, successorsOf(model, shares.get(unit.uuid) ?? [], measured.get(unit.uuid) ?? null)]));
  }

  async #composed(model: GridModel, units: readonly LineageUnit[]): Promise<ReadonlyMap<string, readonly Share[]>> {
    const graph = await this.#reader.graph(
      units.map(({ uuid }) => uuid),
      'FORWARD',
      model.knownAt,
    );
    const endOf = (uuid: string): CalendarDate | null => graph.units.get(uuid)?.validTo ?? null;
    return new Map(
      units.map(({ uuid }) => {
        const all = composeLineage({ from: uuid, at: model.at, steps: graph.steps, endOf });
        return [uuid, all.filter((share) => share.since !== null && model.unitByUuid(share.uuid) !== null)];
      }),
    );
  }

  /** Lays the outlines upon each other where composing leaves a share open and all of them are drawn. */
  async #measured(
    model: GridModel,
    units: readonly LineageUnit[],
    shares: ReadonlyMap<string, readonly Share[]>,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, MeasuredShare>>> {
    const open = units.filter(
      ({ uuid, areaM2 }) => areaM2 !== null && (shares.get(uuid) ?? []).some(({ low, high }) => high - low > exact),
    );
    if (open.length === 0) return new Map();
    const outlines = await this.#reader.boundaries(
      open.map(({ uuid }) => uuid),
      model.knownAt,
    );
    const asked = open.flatMap(({ uuid }, index) => {
      const targets = shares.get(uuid)!.map((share) => model.unitByUuid(share.uuid)!);
      const rings = outlines[index] ?? null;
      return rings === null || targets.some((target) => target.rings === null) ? [] : [{ uuid, rings, targets }];
    });
    return asked.length === 0 ? new Map() : this.#ground((engine) => measureShares(engine, asked, model.city.bounds));
  }
}

/** A bound this narrow is rounding. */
const exact = 1e-9;

/** The unit that a name means on a day: of one layer the newest that had begun by then, else the first that will. */
function unitMeant(named: readonly LineageUnit[], at: CalendarDate): LineageUnit | 'AMBIGUOUS' | null {
  if (new Set(named.map(({ layerKey }) => layerKey)).size > 1) return 'AMBIGUOUS';
  const sorted = [...named].sort((a, b) => a.generation - b.generation);
  return sorted.findLast(({ validFrom }) => validFrom <= at) ?? sorted[0] ?? null;
}

function successorsOf(
  model: GridModel,
  shares: readonly Share[],
  measured: ReadonlyMap<string, MeasuredShare> | null,
): readonly Successor[] {
  const successors = shares.flatMap((share) => {
    const grid = model.unitByUuid(share.uuid)!;
    if (measured === null) return [composedSuccessor(grid, share)];
    const found = measured.get(share.uuid);
    if (!found) return [];
    return [{ grid, ...found, size: found.weight / found.inverseWeight, bounds: null, basis: 'AREA' as const, since: share.since! }];
  });
  return successors.sort((a, b) => b.weight - a.weight || a.grid.index - b.grid.index);
}

function composedSuccessor(grid: GridUnit, share: Share): Successor {
  const { weight, inverseWeight, size, low, high, since, steps, isMeasured } = share;
  return {
    grid,
    weight,
    inverseWeight,
    size,
    bounds: isMeasured && steps === 1 ? null : { low, high },
    areaM2: null,
    basis: isMeasured ? 'AREA' : 'DECLARED',
    since: since!,
  };
}
