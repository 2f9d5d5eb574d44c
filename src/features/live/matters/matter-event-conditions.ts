import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import type { CityModel } from '../../crosswalk/index.js';
import { allElementsLayer, layersAsked } from '../../grids/index.js';
import { type Light, lightOf, type Matter, type MatterState } from '../../matters/index.js';

/** Which changes a reader wants, told by the matter as it is at delivery; all must hold, those left out hold always. */
export interface MatterEventConditions {
  readonly departments?: readonly DepartmentCode[];
  /** Exactly this division. */
  readonly division?: DivisionCode;
  readonly withinDivision?: DivisionCode;
  /** Code of the all-elements grid that it was placed in. */
  readonly grid?: SourceId;
  /** A unit of an office that it lies in; without a layer, in any of the office's. */
  readonly unit?: { readonly department: DepartmentCode; readonly localId: SourceId; readonly layer: LayerKey | null };
  readonly category?: { readonly standard: string; readonly kind: string; readonly code: string };
  readonly states?: readonly MatterState[];
  readonly lights?: readonly Light[];
}

/** Throws `BAD_USER_INPUT` for conditions that no city of this shape could meet: a layer that the office does not keep. */
export function checkConditions({ unit }: MatterEventConditions, model: CityModel): void {
  if (unit) layersAsked(model, unit.department, unit.layer);
}

/** A matter with the units that it lies in; they are asked for only where a unit is among the conditions. */
export interface PlacedMatter {
  readonly matter: Matter;
  readonly placedIn: ReadonlySet<string>;
}

/** The city and the instant at which a matter is looked at. */
export interface SeenIn {
  readonly model: CityModel;
  readonly now: Date;
}

/** Whether a matter meets the conditions in the city as `model` has it. */
export function meets(conditions: MatterEventConditions, { matter, placedIn }: PlacedMatter, { model, now }: SeenIn): boolean {
  const { departments, states, lights } = conditions;
  if (departments && (matter.department === null || !departments.includes(matter.department))) return false;
  if (states && !states.includes(matter.state)) return false;
  if (lights && !lights.includes(lightOf(matter, now))) return false;
  return (
    isOfCategory(conditions, matter) &&
    isInDivision(conditions, matter, model) &&
    isInGrid(conditions, matter, model) &&
    isInUnit(conditions, placedIn, model)
  );
}

function isOfCategory({ category }: MatterEventConditions, matter: Matter): boolean {
  if (!category) return true;
  return matter.standard === category.standard && matter.categoryKind === category.kind && matter.categoryCode === category.code;
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

function isInUnit({ unit }: MatterEventConditions, placedIn: ReadonlySet<string>, model: CityModel): boolean {
  if (!unit) return true;
  // A layer that was there on subscribing may have gone since: then nothing lies in its units.
  const layers = model.layersOf(unit.department).filter((layer) => unit.layer === null || layer.key === unit.layer);
  const asked = layers.flatMap((layer) => model.unit(layer.key, unit.localId) ?? []);
  return asked.some(({ uuid }) => placedIn.has(uuid));
}
