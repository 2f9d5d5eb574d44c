import type { DepartmentCode } from '../../../kernel/ids.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { GridUnit } from '../../grids/index.js';
import type { Matter } from '../matter.js';

/** The unit of an office's primary layer that a matter lies in: by its point, else by the unit it was named in, else by the heaviest link. */
export function officeUnitOf(matter: Matter, department: DepartmentCode, model: CityModel): GridUnit | null {
  const primary = model.layersOf(department).find((layer) => layer.primary);
  if (!primary) return null;
  if (matter.longitude !== null && matter.latitude !== null) {
    return model.locate(matter.longitude, matter.latitude).find((unit) => unit.layer === primary) ?? null;
  }
  const named = matter.unitUuid ?? matter.gridUuid;
  const unit = named === null ? null : model.unitByUuid(named);
  if (unit === null || unit.layer === primary) return unit;
  return model.links.of(unit, { layerKeys: new Set([primary.key]) })[0]?.grid ?? null;
}
