import { interiorPoint } from '../../geometry/interior-point.js';
import { ringsFromNested } from '../../geometry/rings.js';
import { CityError } from '../../kernel/city-error.js';
import type { DivisionCode } from '../../kernel/ids.js';
import { cityOwner } from '../../kernel/scope.js';
import type { Concern } from '../access/index.js';
import { allElementsLayer, type GridModel, type Layer, type UnitArrival } from '../grids/index.js';
import type { ActingBody } from './ports.js';
import type { RedrawStep } from './redraw-steps.js';

type Placed = Pick<UnitArrival, 'divisionCode' | 'boundary' | 'localId'>;

/**
 * Passes where a body is of the level that a step asks for and all the ground lies in its division; throws `FORBIDDEN` otherwise.
 * A unit without a division of its own lies where a point of it lies; one that nothing places lies in the city as a whole.
 */
export function checkBody(
  body: ActingBody,
  step: RedrawStep,
  ground: { readonly model: GridModel; readonly units: readonly Placed[] },
): void {
  if (body.level !== step.level) throw wrongLevel(body, step);
  const { model, units } = ground;
  const outside = units.find((unit) => body.divisionCode === null || !pathOf(model, divisionOf(model, unit)).includes(body.divisionCode));
  if (outside !== undefined) throw outsideDivision(body, outside.localId);
}

/**
 * What a step of a redraw touches: the office of its layer, and the divisions of its level in which the ground lies. A step of the city's
 * level, and ground that nothing places in a division of the step's level, is the city's as a whole.
 */
export function concernOfStep(
  { department }: Pick<Layer, 'department'>,
  { level }: Pick<RedrawStep, 'level'>,
  { model, units }: { readonly model: GridModel; readonly units: readonly Placed[] },
): Concern {
  const placeOf = (unit: Placed): DivisionCode | null =>
    model.divisions.pathOf(divisionOf(model, unit)).find((division) => division.level === level)?.code ?? null;
  return { owners: [department ?? cityOwner], divisions: level === 'CITY' ? [null] : [...new Set(units.map(placeOf))] };
}

function divisionOf(model: GridModel, { divisionCode, boundary }: Placed): DivisionCode {
  if (divisionCode !== null) return divisionCode;
  const point = boundary === null ? null : interiorPoint(ringsFromNested(boundary));
  const held = point === null ? undefined : model.locate(...point).find(({ layer }) => layer.key === allElementsLayer);
  return held?.divisionCode ?? model.city.code;
}

function pathOf(model: GridModel, code: DivisionCode): readonly DivisionCode[] {
  return [...model.divisions.pathOf(code).map((division) => division.code), model.city.code];
}

function wrongLevel({ name, level }: ActingBody, { deed, level: expected }: RedrawStep): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: `organisation: expected one of the level ${expected} for ${deed}, got ${name} of the level ${level}.`,
    messageZh: `organisation：${deed} 须由 ${expected} 级组织办理，${name} 为 ${level} 级。`,
    hint: 'The township level proposes, the county level reviews, the city files.',
    details: { expected, level },
  });
}

function outsideDivision({ name, divisionCode }: ActingBody, localId: string): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: `organisation: expected one whose division holds all of the ground; ${localId} lies outside ${divisionCode ?? 'any division'} of ${name}.`,
    messageZh: `organisation：${name} 的辖区（${divisionCode ?? '无'}）不含单元 ${localId}。`,
    hint: 'Act on behalf of the body whose division holds the ground.',
    details: { localId, divisionCode },
  });
}
