import type { ActsAs } from '../../features/access/index.js';
import type { CityModel } from '../../features/crosswalk/index.js';
import { type Role, roles } from '../../kernel/principal.js';

/** Where a role stands in a city: in a grid, a community, a township, a county, or everywhere. */
type Reach = 'GRID' | 'COMMUNITY' | 'TOWNSHIP' | 'COUNTY' | 'CITY';

/** Where each role of a demonstration acts, and for which office; the first of the offices that the city has, or none for the city itself. */
const samples: Readonly<Record<Role, { readonly reach: Reach; readonly offices?: readonly string[] }>> = {
  GRID_WORKER: { reach: 'GRID', offices: ['POLITICAL_LEGAL'] },
  COMMUNITY_STAFF: { reach: 'COMMUNITY', offices: ['CIVIL_AFFAIRS'] },
  TOWNSHIP_DISPATCHER: { reach: 'TOWNSHIP' },
  GOVERNANCE_CENTRE: { reach: 'COUNTY' },
  HOTLINE: { reach: 'CITY' },
  DEPARTMENT_HANDLER: { reach: 'CITY', offices: ['PETITION'] },
  DEPARTMENT_SYSTEM: { reach: 'CITY', offices: ['URBAN_MANAGEMENT'] },
  GRID_OFFICE: { reach: 'CITY' },
  DATA_STEWARD: { reach: 'CITY', offices: ['POLITICAL_LEGAL'] },
  SUPERVISOR: { reach: 'CITY' },
  ANALYST: { reach: 'CITY' },
  SCREEN: { reach: 'COUNTY' },
  SYSTEM_ADMINISTRATOR: { reach: 'CITY' },
  SECURITY_ADMINISTRATOR: { reach: 'CITY' },
  AUDITOR: { reach: 'CITY' },
};

/** A principal of each role that has something to see or to do in this city at once. */
export function samplePrincipals(model: CityModel, offices: readonly string[]): readonly ActsAs[] {
  return roles.map((role) => {
    const { reach, offices: wanted } = samples[role];
    const department = wanted === undefined ? null : (wanted.find((office) => offices.includes(office)) ?? offices[0] ?? null);
    const name = [role, ...(department === null ? [] : [department])].join('-').toLowerCase().replaceAll('_', '-');
    return { subject: `demo-${name}`, role, department, organisation: null, ...placeOf(reach, model) };
  });
}

/** The first place of a reach that has grids, so that there is something to see; the city where it has no such level. */
function placeOf(reach: Reach, model: CityModel): Pick<ActsAs, 'divisions' | 'grids'> {
  const { city, divisions } = model;
  const [grid] = model.gridsWithin(city.code);
  const path = grid?.divisionCode == null ? [] : divisions.pathOf(grid.divisionCode);
  const level = reach === 'GRID' ? 'COMMUNITY' : reach;
  const division = path.find((one) => one.level === level)?.code ?? city.code;
  return { divisions: [division], grids: reach === 'GRID' && grid ? [grid.localId] : [] };
}
