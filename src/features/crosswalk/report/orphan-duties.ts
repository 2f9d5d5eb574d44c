import { groupBy } from '../../../kernel/group-by.js';
import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { CityModel } from '../model/link-table.js';
import { type Finding, finding } from './finding.js';
import type { DutyGround } from './ports.js';

/**
 * The divisions where no organisation of an office has a duty in force, the largest of them for each office that keeps a layer.
 * A duty of a division holds for all divisions within it.
 */
export function orphanDuties(model: CityModel, duties: readonly DutyGround[]): readonly Finding[] {
  const offices = new Set(model.layers.flatMap(({ department }) => department ?? []));
  const ground = groupBy(duties, ({ department }) => department);
  return [...offices].sort().flatMap((office) => {
    const held = new Set((ground.get(office) ?? []).map(({ divisionCode }) => divisionCode));
    return orphansOf(office, held, model);
  });
}

function orphansOf(department: DepartmentCode, held: ReadonlySet<DivisionCode>, model: CityModel): readonly Finding[] {
  const above = new Set([...held].flatMap((code) => model.divisions.pathOf(code).map((division) => division.code)));
  const orphansWithin = (code: DivisionCode): readonly DivisionCode[] => {
    if (held.has(code)) return [];
    return above.has(code) ? model.divisions.childrenOf(code).flatMap((child) => orphansWithin(child.code)) : [code];
  };
  return orphansWithin(model.city.code).map((divisionCode) => orphan(model, department, divisionCode));
}

function orphan(model: CityModel, department: DepartmentCode, divisionCode: DivisionCode): Finding {
  const areas = model.gridsWithin(divisionCode).flatMap(({ areaM2 }) => areaM2 ?? []);
  const areaM2 = areas.length === 0 ? null : areas.reduce((total, area) => total + area, 0);
  return finding('ORPHAN_DUTY', [], { department, divisionCode, areaM2 });
}
