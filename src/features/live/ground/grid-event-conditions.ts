import { CityError } from '../../../kernel/city-error.js';
import type { DepartmentCode, DivisionCode, LayerKey } from '../../../kernel/ids.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { UnitRef } from '../../grids/index.js';
import { type Area, checkArea } from '../area.js';
import { checkUnitName } from '../unit-names.js';
import type { GridEventKind } from './grid-event.js';

/** Which changes of the ground a reader wants; all must hold of one and the same unit, those left out hold always. */
export interface GridEventConditions {
  /** Whose units; the city's own have none. */
  readonly departments?: readonly DepartmentCode[];
  readonly layers?: readonly LayerKey[];
  /** Exactly this division. */
  readonly division?: DivisionCode;
  readonly withinDivision?: DivisionCode;
  readonly units?: readonly UnitRef[];
  readonly kinds?: readonly GridEventKind[];
  readonly area?: Area;
}

/**
 * Throws `BAD_USER_INPUT` for conditions that no city of this shape could meet: a layer that it does not have or that none of the offices
 * keeps, an area without ground, kinds that concern no unit together with conditions on units, a list without members.
 */
export function checkGridConditions(conditions: GridEventConditions, model: CityModel): void {
  const { departments, layers, units, kinds, area } = conditions;
  for (const [name, list] of Object.entries({ department: departments, layer: layers, kind: kinds, unit: units }))
    if (list?.length === 0) throw impossible(`${name}: expected at least one, got none.`, `${name}：至少一项，收到零项。`);
  for (const key of layers ?? []) checkLayer(key, conditions, model);
  for (const unit of units ?? []) checkUnitName(unit, model);
  if (area) checkArea(area);
  const asksForUnits = departments !== undefined || layers !== undefined || units !== undefined;
  if (asksForUnits && kinds?.every((kind) => kind.startsWith('DIVISION_')))
    throw impossible(
      'kind: divisions have no office, layer or unit, so nothing could meet these conditions together.',
      'kind：区划没有部门、图层或网格，这些条件不可能同时满足。',
    );
}

function checkLayer(key: LayerKey, { departments }: GridEventConditions, model: CityModel): void {
  const layer = model.layer(key);
  const known = model.layers.map((one) => one.key);
  const [expected, expectedZh] = [`a layer of this city (${known.join(', ')})`, `本市图层（${known.join('、')}）`];
  if (!layer) throw impossible(`layer: expected ${expected}, got ${JSON.stringify(key)}.`, `layer：应为${expectedZh}，收到 ${key}。`);
  if (departments && (layer.department === null || !departments.includes(layer.department)))
    throw impossible(
      `layer: ${key} is kept by none of the offices asked for (${departments.join(', ')}).`,
      `layer：${key} 不属于所列部门（${departments.join('、')}）。`,
    );
}

function impossible(message: string, messageZh: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `where.${message}`,
    messageZh: `where.${messageZh}`,
    hint: 'Leave out a condition to have it hold always; the query layers lists the layers with their offices.',
  });
}
