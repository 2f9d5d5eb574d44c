import { CityError } from '../../../kernel/city-error.js';
import type { DepartmentCode, DivisionCode, SourceId } from '../../../kernel/ids.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { Element, ElementKind } from '../../elements/index.js';
import type { GridUnit, UnitRef } from '../../grids/index.js';
import { type Area, areaHolds, checkArea } from '../area.js';
import { checkUnitName } from '../unit-names.js';
import type { ElementEventKind } from './element-event.js';

/** Which changes a reader wants, told by the element as it is at delivery; all must hold, those left out hold always. */
export interface ElementEventConditions {
  /** Who keeps it. */
  readonly departments?: readonly DepartmentCode[];
  readonly elementKinds?: readonly ElementKind[];
  readonly kinds?: readonly ElementEventKind[];
  /** Exactly this division. */
  readonly division?: DivisionCode;
  readonly withinDivision?: DivisionCode;
  /** Units, of offices or of the city, of which it stands in one. */
  readonly units?: readonly UnitRef[];
  readonly sourceIds?: readonly SourceId[];
  /** Its point lies in it. */
  readonly area?: Area;
}

/** An element without a point stands in a unit where at least half of its all-elements grid does. */
const leastWeight = 0.5;

/** Throws `BAD_USER_INPUT` for conditions that no city of this shape could meet: a layer that the office does not keep, an area without ground, a list without members. */
export function checkElementConditions(conditions: ElementEventConditions, model: CityModel): void {
  const { departments, elementKinds, kinds, sourceIds, units, area } = conditions;
  if (area) checkArea(area);
  const lists = { department: departments, elementKind: elementKinds, kind: kinds, sourceId: sourceIds, unit: units };
  for (const [name, list] of Object.entries(lists)) if (list?.length === 0) throw withoutMembers(name);
  for (const unit of units ?? []) checkUnitName(unit, model);
}

/** The city in which an element is looked at, and the uuids of the units that the conditions name in it; null where they name none. */
export interface ElementSeenIn {
  readonly model: CityModel;
  readonly named: ReadonlySet<string> | null;
}

/** Whether an element meets the conditions in the city as `model` has it. */
export function elementMeets(conditions: ElementEventConditions, element: Element, { model, named }: ElementSeenIn): boolean {
  const { departments, elementKinds, sourceIds, area } = conditions;
  if (departments && (element.department === null || !departments.includes(element.department))) return false;
  if (elementKinds && !elementKinds.includes(element.kind)) return false;
  if (sourceIds && !sourceIds.includes(element.sourceId)) return false;
  if (area && !areaHolds(area, element.longitude, element.latitude)) return false;
  return liesInDivision(conditions, element, model) && (named === null || unitsOf(element, model).some(({ uuid }) => named.has(uuid)));
}

function liesInDivision({ division, withinDivision }: ElementEventConditions, { divisionCode }: Element, model: CityModel): boolean {
  if (division !== undefined && divisionCode !== division) return false;
  if (withinDivision === undefined || withinDivision === model.city.code) return true;
  return divisionCode !== null && model.divisions.pathOf(divisionCode).some(({ code }) => code === withinDivision);
}

function unitsOf({ longitude, latitude, gridUuid }: Element, model: CityModel): readonly GridUnit[] {
  if (longitude !== null && latitude !== null) return model.locate(longitude, latitude);
  const grid = gridUuid === null ? null : model.unitByUuid(gridUuid);
  if (!grid) return [];
  return [grid, ...model.links.of(grid, { minWeight: leastWeight }).map((link) => link.grid)];
}

function withoutMembers(name: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `where.${name}: expected at least one, got none.`,
    messageZh: `where.${name}：至少一项，收到零项。`,
    hint: 'Leave out a condition to have it hold always.',
  });
}
