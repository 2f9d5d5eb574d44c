import type { DepartmentCode } from '../../kernel/ids.js';
import type { ReportedFacts } from '../catalogue/index.js';
import type { Category } from '../categories/index.js';
import type { CityModel } from '../crosswalk/index.js';
import type { Matter } from './matter.js';
import { officeUnitOf } from './placing/office-unit.js';

/** What a matter's report tells an office's form, once; the grid is that of the office's own primary layer. A sealed matter tells no point. */
export function factsOf(
  matter: Matter,
  category: Category | null,
  { model, department }: { readonly model: CityModel; readonly department: DepartmentCode },
): ReportedFacts {
  const { longitude, latitude } = matter.sealed ? { longitude: null, latitude: null } : matter;
  return {
    NUMBER: matter.localId,
    TITLE: matter.title,
    CATEGORY: category?.nameZh ?? null,
    CATEGORY_CODE: matter.categoryCode,
    SOURCE: matter.source,
    STATE: matter.state,
    REPORTED_AT: matter.reportedAt.toISOString(),
    DUE_AT: matter.dueAt?.toISOString() ?? null,
    DIVISION: matter.divisionCode === null ? null : (model.divisions.find(matter.divisionCode)?.name ?? null),
    LONGITUDE: longitude?.toString() ?? null,
    LATITUDE: latitude?.toString() ?? null,
    ALL_ELEMENTS_GRID: matter.gridUuid === null ? null : (model.unitByUuid(matter.gridUuid)?.localId ?? null),
    OFFICE_GRID: officeUnitOf(matter, department, model)?.localId ?? null,
  };
}
