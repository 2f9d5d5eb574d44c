import type { GridModel, Layer, UnitArrival } from '../grids/index.js';
import type { RedrawPlan } from './plan-redraw.js';
import type { RetiredUnit } from './ports.js';
import type { Redraw } from './redraw.js';

/** Old units end on the day, new ones begin; one that goes on under its own id is told anew from the day on. */
export function arrivalsOf({ uuid, layerKey, effectiveFrom }: Redraw, plan: RedrawPlan, model: GridModel): readonly UnitArrival[] {
  const order = { runId: null, redrawUuid: uuid };
  const ended = plan.ends.map((unit) => ({ ...unit, ...order, validTo: effectiveFrom, contentHash: `redraw/${uuid}/${unit.contentHash}` }));
  const begun = plan.begins.map(({ unit, generation, before }) => ({
    layerKey,
    localId: unit.localId,
    generation,
    name: unit.name.trim(),
    divisionCode: unit.divisionCode,
    households: unit.households,
    validFrom: effectiveFrom,
    validTo: null,
    boundary: unit.boundary,
    areaM2: unit.areaM2,
    members: before?.members ?? [],
    buildings: before?.buildings ?? [],
    asOf: model.at,
    contentHash: `redraw/${uuid}`,
    ...order,
  }));
  return [...ended, ...begun];
}

/** The units that a redraw ends, each with the units that took its ground, the largest share first. */
export function retiredOf(plan: RedrawPlan, { department }: Layer): readonly RetiredUnit[] {
  const idOf = new Map(plan.begins.map(({ unit, uuid }) => [uuid, unit.localId]));
  return plan.ends.map((unit) => {
    const weights = new Map(plan.steps.filter(({ fromUuid }) => fromUuid === unit.uuid).map(({ toUuid, weight }) => [toUuid, weight]));
    const successors = [...weights].map(([uuid, weight]) => ({ uuid, weight, localId: idOf.get(uuid)! }));
    return { unit, department, successors: successors.sort((a, b) => b.weight - a.weight) };
  });
}
