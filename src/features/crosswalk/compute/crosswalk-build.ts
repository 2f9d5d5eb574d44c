import { randomUUID } from 'node:crypto';

import type { Clock } from '../../../kernel/clock.js';
import { dateIn } from '../../../kernel/dates.js';
import type { ChangedUnit, GridModel, UnitGround, UnitGroundReader } from '../../grids/index.js';
import { overlayEngineName } from '../geos/open-overlay-engine.js';
import type { CrosswalkChange, CrosswalkRows, CrosswalkStore, PublicationScope, ReadDecisions } from '../ports.js';
import type { ComputeCrosswalk, CrosswalkOptions } from '../worker/compute-crosswalk.js';
import { type AffectedRows, affectedRows } from './affected-rows.js';
import { buildingRows } from './building-rows.js';
import { cityOf } from './city-of.js';
import type { CrosswalkResult, Effort } from './computed-rows.js';
import type { BuildingPoint, CrosswalkInput } from './crosswalk-input.js';
import { crosswalkRecords } from './crosswalk-records.js';

/** What a build needs. */
export interface CrosswalkBuildParts {
  readonly compute: ComputeCrosswalk;
  readonly store: Pick<CrosswalkStore, 'publish' | 'changedSinceLastRun'>;
  readonly ground: UnitGroundReader;
  readonly buildings: () => Promise<readonly BuildingPoint[]>;
  /** What people have decided, read in the transaction that publishes. */
  readonly decisions: ReadDecisions;
  readonly clock: Clock;
}

/** More changed units than one in this many are computed together with all the others. */
const largeShare = 10;

/** Computes the crosswalk between all layers of a city, of every day that its units speak of, and publishes it in one step. */
export class CrosswalkBuild {
  readonly #parts: CrosswalkBuildParts;

  constructor(parts: CrosswalkBuildParts) {
    this.#parts = parts;
  }

  /** Computes everything; throws, having published nothing, where a unit's cover does not add up to 1. */
  async run(model: GridModel, options: UpdateOptions = {}): Promise<void> {
    const owed = await this.#parts.store.changedSinceLastRun();
    const changed = owed?.units.map(({ uuid }) => uuid) ?? [];
    await this.#everything(await this.#read(model, changed), { options, buildingsFrom: owed && this.#buildingsFrom(model, owed.units) });
  }

  /**
   * Computes what a change touches, and what an earlier one touched whose computation was cut off; everything where that cannot be told
   * apart. Answers whether anything was to be done. `model` is of now and holds the change. Throws like {@link run}. What ground and
   * buildings tell is published before what codes tell: the share of one unit in a wide area changes with every other one in it.
   */
  async update(model: GridModel, change: CrosswalkChange, options: UpdateOptions = {}): Promise<boolean> {
    const owed = await this.#parts.store.changedSinceLastRun();
    if (owed === null) {
      await this.#everything(await this.#read(model, []), { options, buildingsFrom: null });
      return true;
    }
    const units = [...change.units, ...owed.units];
    const divisions = change.divisions || owed.divisions;
    if (units.length === 0 && !change.buildings && !divisions) return false;
    const changed = [...new Set(units.map(({ uuid }) => uuid))];
    const reading = await this.#read(model, changed);
    const terms = { options, buildingsFrom: this.#buildingsFrom(model, units), lastRunAt: owed.lastRunAt };
    // What divisions contain reaches everywhere, and buildings reach where no unit changed.
    if (divisions || (change.buildings && changed.length > 0)) await this.#everything(reading, terms);
    else if (change.buildings) await this.#buildings(reading, terms);
    else await this.#units(reading, changed, terms);
    return true;
  }

  async #units(reading: Reading, changed: readonly string[], terms: BuildTerms & { readonly lastRunAt: Date }): Promise<void> {
    const total = reading.city.layers.reduce((sum, { units }) => sum + units.length, 0);
    if (changed.length * largeShare > total) return this.#everything(reading, terms);
    const former = await this.#parts.ground.everBelieved(changed);
    const affected = affectedRows(reading.city, former);
    // A unit that is believed of no day any more still has rows to be ended.
    const layerOf = layersOf([...former, ...reading.ground]);
    await (affected ? this.#part({ ...reading, layerOf }, affected, terms) : this.#everything(reading, terms));
  }

  async #part(reading: Reading, { neighbourhood, codes }: AffectedRows, terms: BuildTerms & { readonly lastRunAt: Date }): Promise<void> {
    const { compute } = this.#parts;
    const near = await compute(neighbourhood.input, terms.options);
    const rows = neighbourhood.scope.kept(crosswalkRecords(neighbourhood.input, near), reading.layerOf);
    const units = neighbourhood.scope.units;
    // Until codes are published too, the change is still owed.
    const begun = { ...reading, computedAt: terms.lastRunAt };
    await this.#publish({ ...begun, scope: neighbourhood.scope, rows, result: near, units }, terms);
    const coded = await compute(codes.input);
    const all = joined(rows, crosswalkRecords(codes.input, coded));
    await this.#publish({ ...reading, scope: codes.scope, rows: all, result: coded, units }, terms);
  }

  async #buildings(reading: Reading, terms: BuildTerms): Promise<void> {
    const { scope, input } = buildingRows(reading.city);
    const result = await this.#parts.compute(input, terms.options);
    await this.#publish({ ...reading, scope, rows: crosswalkRecords(input, result), result, units: unitsIn(input) }, terms);
  }

  async #everything(reading: Reading, terms: BuildTerms): Promise<void> {
    const { city } = reading;
    const result = await this.#parts.compute(city, terms.options);
    await this.#publish({ ...reading, scope: null, rows: crosswalkRecords(city, result), result, units: unitsIn(city) }, terms);
  }

  async #publish(
    { layerOf, computedAt, startedAt, scope, rows, result, units }: Computed,
    { options, buildingsFrom }: BuildTerms,
  ): Promise<void> {
    const { store, decisions, clock } = this.#parts;
    const milliseconds = Math.round(performance.now() - startedAt);
    const run = { id: randomUUID(), computedAt, engine: overlayEngineName, milliseconds, units, ...result.effort };
    const { selfOverlaps } = result;
    const publication = { run, recordedAt: clock.now(), scope, buildingsFrom, layerOf, selfOverlaps, ...rows };
    await store.publish(publication, decisions);
    await options.onPublished?.();
  }

  /** Reads the city; the outlines of `changed` units come from the index itself, those of the others from the model where it has them. */
  async #read(model: GridModel, changed: readonly string[]): Promise<Reading> {
    const { ground, buildings, clock } = this.#parts;
    // Told before the reading: what changes meanwhile is newer than this run, and a run is owed again.
    const computedAt = clock.now();
    const startedAt = performance.now();
    const units = await ground.believed(model, changed);
    const city = cityOf(model, { units, buildings: await buildings(), today: this.#today(model) });
    return { computedAt, startedAt, city, ground: units, layerOf: layersOf(units) };
  }

  /** Buildings tell of the city's day and later, but of units that changed from the first day of which something else is believed. */
  #buildingsFrom(model: GridModel, changed: readonly ChangedUnit[]): string {
    return changed.reduce((first, { from }) => (from < first ? from : first), this.#today(model));
  }

  #today(model: GridModel): string {
    return dateIn(model.city.timeZone, this.#parts.clock.now());
  }
}

/** A city as it was read for one run. */
interface Reading {
  readonly city: CrosswalkInput;
  readonly ground: readonly UnitGround[];
  readonly layerOf: (unitUuid: string) => string;
  readonly computedAt: Date;
  readonly startedAt: number;
}

/** What a caller may add to {@link CrosswalkBuild.update}. */
export interface UpdateOptions extends CrosswalkOptions {
  /** Called after each publication. */
  readonly onPublished?: () => Promise<void>;
}

interface BuildTerms {
  readonly options: UpdateOptions;
  readonly buildingsFrom: string | null;
}

interface Computed extends Reading {
  readonly scope: PublicationScope | null;
  readonly rows: CrosswalkRows;
  readonly result: Pick<CrosswalkResult, 'selfOverlaps'> & { readonly effort: Effort };
  readonly units: number;
}

function joined(one: CrosswalkRows, other: CrosswalkRows): CrosswalkRows {
  return { links: [...one.links, ...other.links], coverage: [...one.coverage, ...other.coverage] };
}

function layersOf(units: readonly Pick<UnitGround, 'uuid' | 'layerKey'>[]): (unitUuid: string) => string {
  const keys = new Map(units.map(({ uuid, layerKey }) => [uuid, layerKey]));
  return (unitUuid) => keys.get(unitUuid)!;
}

function unitsIn({ layers }: CrosswalkInput): number {
  return new Set(layers.flatMap(({ units }) => units.map(({ uuid }) => uuid))).size;
}
