import type { GridModel, UnitRef } from '../grids/index.js';
import type { LineageStep, LineageUnit } from './lineage-step.js';
import type { LineageReader } from './ports.js';
import type { Successions, Successor } from './successions.js';

/** A step with both its units. */
export interface ToldStep extends LineageStep {
  readonly from: LineageUnit;
  readonly to: LineageUnit;
}

/** Everything that is known of where a unit came from and where it went. */
export interface ToldLineage {
  readonly unit: LineageUnit;
  /** The steps that led to it, however far back, oldest first. */
  readonly predecessors: readonly ToldStep[];
  /** The steps that led on from it, however far, oldest first; those after the model's day included. */
  readonly successors: readonly ToldStep[];
  /** What is in force in its place on the model's day; empty while it is in force itself. */
  readonly inItsPlace: readonly Successor[];
}

/** What telling a lineage takes. */
export interface LineageSources {
  readonly lineage: LineageReader;
  readonly successions: Successions;
}

/** The lineage of a local id as known at the model's instant: one answer a generation, by layer and oldest first; empty where it is unknown. */
export async function tellLineage(
  { lineage, successions }: LineageSources,
  model: GridModel,
  ref: UnitRef,
): Promise<readonly ToldLineage[]> {
  const units = await lineage.unitsNamed([ref], model.knownAt);
  if (units.length === 0) return [];
  const uuids = units.map(({ uuid }) => uuid);
  const back = await lineage.graph(uuids, 'BACK', model.knownAt);
  const forward = await lineage.graph(uuids, 'FORWARD', model.knownAt);
  const retired = units.filter(({ uuid }) => model.unitByUuid(uuid) === null);
  const inPlaces = await successions.ofUnits(model, retired);
  const known = new Map([...back.units, ...forward.units]);
  return units.map((unit) => ({
    unit,
    predecessors: reached(unit.uuid, back.steps, 'BACK').flatMap((step) => told(step, known)),
    successors: reached(unit.uuid, forward.steps, 'FORWARD').flatMap((step) => told(step, known)),
    inItsPlace: inPlaces.get(unit.uuid) ?? [],
  }));
}

/** A step whose unit was not known of at that instant, or is believed in no longer, says nothing. */
function told(step: LineageStep, units: ReadonlyMap<string, LineageUnit>): readonly ToldStep[] {
  const [from, to] = [units.get(step.fromUuid), units.get(step.toUuid)];
  return from && to ? [{ ...step, from, to }] : [];
}

/** Of the steps of several units those that one of them reaches, in the order given. */
function reached(uuid: string, steps: readonly LineageStep[], way: 'BACK' | 'FORWARD'): readonly LineageStep[] {
  const near = (step: LineageStep): string => (way === 'BACK' ? step.toUuid : step.fromUuid);
  const far = (step: LineageStep): string => (way === 'BACK' ? step.fromUuid : step.toUuid);
  const found = new Set([uuid]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const step of steps) if (found.has(near(step))) found.add(far(step));
  }
  return steps.filter((step) => found.has(near(step)));
}
