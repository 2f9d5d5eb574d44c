import { boxOf } from '../../../geometry/box.js';
import { type Rings, ringsFromNested } from '../../../geometry/rings.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import type { CityModel, DecidedUnit, LinkDecision } from '../../crosswalk/index.js';
import type { UnitRef } from '../../grids/index.js';
import type { LineageUnit, Redraw } from '../../lineage/index.js';
import { areaMeets } from '../area.js';
import { namesLayer } from '../unit-names.js';
import type { DivisionEvent, GridEvent } from './grid-event.js';
import type { GridEventConditions } from './grid-event-conditions.js';

/** A unit that a change is about, or that it replaced, or that replaced it. */
export interface ConcernedUnit {
  readonly layerKey: LayerKey;
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
  readonly divisionCode: DivisionCode | null;
  /** Every outline known of it; none where it has no polygon. */
  readonly outlines: readonly Rings[];
}

/** The city in which a change is looked at. */
export interface GroundSeen {
  readonly model: CityModel;
  /** Outlines as they are after the change, by the uuid of the unit; asked for only where an area is wanted. */
  readonly outlines: ReadonlyMap<string, Rings>;
}

/** Whether a change concerns what the conditions ask for, in the city as `seen` has it. */
export function concerns(event: GridEvent, conditions: GridEventConditions, seen: GroundSeen): boolean {
  if (event.typeName === 'LinksEvent' && event.unit === null) return event.ofEveryUnit || !asksForGround(conditions);
  if (event.typeName === 'DivisionEvent') return divisionMeets(event, conditions, seen.model);
  if (!asksForGround(conditions)) return true;
  return unitsOf(event, seen).some((unit) => unitMeets(unit, conditions, seen.model));
}

function asksForGround({ departments, layers, division, withinDivision, units, area }: GridEventConditions): boolean {
  return [departments, layers, division, withinDivision, units, area].some((condition) => condition !== undefined);
}

function unitsOf(event: Exclude<GridEvent, DivisionEvent>, seen: GroundSeen): readonly ConcernedUnit[] {
  switch (event.typeName) {
    case 'UnitEvent':
      return [event.unit, ...[...event.successors, ...event.predecessors].map(({ unit }) => unit)].map((unit) => recorded(unit, seen));
    case 'LinksEvent':
      return event.unit === null ? [] : [recorded(event.unit, seen)];
    case 'RedrawEvent':
      return redrawn(event.redraw, seen.model);
    case 'DecisionEvent':
      return [event.decision, ...(event.ended ? [event.ended] : [])].flatMap((decision) => decided(decision, seen));
  }
}

function recorded(unit: LineageUnit, seen: GroundSeen): ConcernedUnit {
  return { ...unit, outlines: outlinesOf(unit.uuid, seen) };
}

function redrawn({ layerKey, ends, begins }: Redraw, model: CityModel): readonly ConcernedUnit[] {
  const department = model.layer(layerKey)?.department ?? null;
  return [...ends, ...begins].map(({ localId, divisionCode, boundary }) => {
    return { layerKey, department, localId, divisionCode, outlines: boundary === null ? [] : [ringsFromNested(boundary)] };
  });
}

function decided({ unit, other, weights }: LinkDecision, seen: GroundSeen): readonly ConcernedUnit[] {
  const named: readonly (DecidedUnit | null)[] = [unit, other, ...weights.map((share) => share.unit)];
  return named.flatMap((one) => {
    if (one === null) return [];
    return [{ ...one, divisionCode: seen.model.unitByUuid(one.uuid)?.divisionCode ?? null, outlines: outlinesOf(one.uuid, seen) }];
  });
}

// As it was, where the city does not hold the change yet, and as it will be: a map draws over both.
function outlinesOf(uuid: string, { model, outlines }: GroundSeen): readonly Rings[] {
  return [model.unitByUuid(uuid)?.rings, outlines.get(uuid)].flatMap((rings) => rings ?? []);
}

function unitMeets(unit: ConcernedUnit, conditions: GridEventConditions, model: CityModel): boolean {
  const { departments, layers, units, area } = conditions;
  if (departments && (unit.department === null || !departments.includes(unit.department))) return false;
  if (layers && !layers.includes(unit.layerKey)) return false;
  if (units && !units.some((name) => isNamed(unit, name))) return false;
  if (area && !unit.outlines.some((rings) => areaMeets(area, boxOf(rings)))) return false;
  return liesIn(unit.divisionCode, conditions, model);
}

function isNamed({ localId, layerKey, department }: ConcernedUnit, name: UnitRef): boolean {
  return localId === name.localId && namesLayer(name, { key: layerKey, department });
}

function divisionMeets(event: DivisionEvent, conditions: GridEventConditions, model: CityModel): boolean {
  const { departments, layers, units, area } = conditions;
  if (departments || layers || units) return false;
  if (!liesIn(event.code, conditions, model) && !(event.parentCode !== null && isWithin(event.parentCode, conditions, model))) return false;
  return !area || model.gridsWithin(event.code).some(({ rings }) => rings !== null && areaMeets(area, boxOf(rings)));
}

function liesIn(code: DivisionCode | null, { division, withinDivision }: GridEventConditions, model: CityModel): boolean {
  if (division !== undefined && code !== division) return false;
  return withinDivision === undefined || withinDivision === model.city.code || (code !== null && isUnder(code, withinDivision, model));
}

// The tree does not know a division that has ended or is yet to come; what it stood under may be there.
function isWithin(parentCode: DivisionCode, { division, withinDivision }: GridEventConditions, model: CityModel): boolean {
  return division === undefined && withinDivision !== undefined && isUnder(parentCode, withinDivision, model);
}

function isUnder(code: DivisionCode, above: DivisionCode, model: CityModel): boolean {
  return code === above || model.divisions.pathOf(code).some((division) => division.code === above);
}
