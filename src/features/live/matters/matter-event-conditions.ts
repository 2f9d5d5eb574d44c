import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import type { CityModel } from '../../crosswalk/index.js';
import { allElementsLayer, layersAsked } from '../../grids/index.js';
import { type Light, lightOf, type Matter, type MatterSource, type MatterState, type Placement } from '../../matters/index.js';
import { type Area, areaHolds, checkArea } from '../area.js';

/** A unit as its office names it; without a layer, in any of the office's. */
export interface NamedUnit {
  readonly department: DepartmentCode;
  readonly localId: SourceId;
  readonly layer: LayerKey | null;
}

/** Who is responsible, as lead or as supporter: one organisation that all of this holds for. */
export interface ResponsibleConditions {
  /** It represents one of these offices. */
  readonly departments?: readonly DepartmentCode[];
  /** It has one of these codes. */
  readonly organisations?: readonly SourceId[];
}

/** Which changes a reader wants, told by the matter as it is at delivery; all must hold, those left out hold always. */
export interface MatterEventConditions {
  readonly departments?: readonly DepartmentCode[];
  readonly responsible?: ResponsibleConditions;
  /** Exactly this division. */
  readonly division?: DivisionCode;
  readonly withinDivision?: DivisionCode;
  /** Code of the all-elements grid that it was placed in. */
  readonly grid?: SourceId;
  /** Units of offices, of which it lies in one. */
  readonly units?: readonly NamedUnit[];
  /** Its point lies in it; a sealed matter has none. */
  readonly area?: Area;
  readonly category?: { readonly standard: string; readonly kind: string; readonly code: string };
  readonly states?: readonly MatterState[];
  readonly lights?: readonly Light[];
  readonly sources?: readonly MatterSource[];
}

/** Throws `BAD_USER_INPUT` for conditions that no city of this shape could meet: a layer that the office does not keep, an area without ground. */
export function checkConditions({ units = [], area }: MatterEventConditions, model: CityModel): void {
  for (const { department, layer } of units) layersAsked(model, department, layer);
  if (area) checkArea(area);
}

/** An organisation that leads a matter now, or supports it. */
export interface Responsible {
  readonly organisationUuid: string;
  /** The office that it represents; null where it represents none. */
  readonly department: DepartmentCode | null;
}

/** A matter with the units that it lies in and who is responsible; both are asked for only where they are among the conditions. */
export interface PlacedMatter {
  readonly matter: Matter;
  readonly placements: readonly Placement[];
  readonly responsible: readonly Responsible[];
}

/** What conditions name, found by uuid; null where they name none. */
export interface Named {
  readonly units: ReadonlySet<string> | null;
  readonly organisations: ReadonlySet<string> | null;
}

/** The city and the instant at which a matter is looked at, and what the conditions name in it. */
export interface SeenIn {
  readonly model: CityModel;
  readonly now: Date;
  readonly named: Named;
}

/** Whether a matter meets the conditions in the city as `model` has it. */
export function meets(conditions: MatterEventConditions, { matter, placements, responsible }: PlacedMatter, seenIn: SeenIn): boolean {
  const { model, named } = seenIn;
  if (!isOfItself(conditions, matter, seenIn.now)) return false;
  if (named.units !== null && !placements.some(({ unitUuid }) => named.units!.has(unitUuid))) return false;
  return isHandledBy(conditions, responsible, named) && isInDivision(conditions, matter, model) && isInGrid(conditions, matter, model);
}

/** What is told by the matter alone. */
function isOfItself(conditions: MatterEventConditions, matter: Matter, now: Date): boolean {
  const { departments, states, lights, sources, area } = conditions;
  if (departments && (matter.department === null || !departments.includes(matter.department))) return false;
  if (states && !states.includes(matter.state)) return false;
  if (sources && !sources.includes(matter.source)) return false;
  if (lights && !lights.includes(lightOf(matter, now))) return false;
  if (area && (matter.sealed || !areaHolds(area, matter.longitude, matter.latitude))) return false;
  return isOfCategory(conditions, matter);
}

function isOfCategory({ category }: MatterEventConditions, matter: Matter): boolean {
  if (!category) return true;
  return matter.standard === category.standard && matter.categoryKind === category.kind && matter.categoryCode === category.code;
}

function isHandledBy(
  { responsible: asked }: MatterEventConditions,
  responsible: readonly Responsible[],
  { organisations }: Named,
): boolean {
  if (!asked) return true;
  return responsible.some(
    ({ organisationUuid, department }) =>
      (organisations === null || organisations.has(organisationUuid)) &&
      (asked.departments === undefined || (department !== null && asked.departments.includes(department))),
  );
}

function isInDivision({ division, withinDivision }: MatterEventConditions, { divisionCode }: Matter, model: CityModel): boolean {
  if (division !== undefined && divisionCode !== division) return false;
  // The whole city narrows nothing: matters without a division lie in it as well.
  if (withinDivision === undefined || withinDivision === model.city.code) return true;
  return divisionCode !== null && model.divisions.pathOf(divisionCode).some((above) => above.code === withinDivision);
}

function isInGrid({ grid }: MatterEventConditions, { gridUuid }: Matter, model: CityModel): boolean {
  if (grid === undefined) return true;
  return gridUuid !== null && model.unit(allElementsLayer, grid)?.uuid === gridUuid;
}
