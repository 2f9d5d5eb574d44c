import type { Estate } from '../elements/estate.js';
import { seededRandom } from '../seeded-random.js';
import type { LayerUnit } from './layer-unit.js';

/** What an estate's buildings add up to. */
export interface LivedIn {
  readonly buildings: number;
  readonly dwellings: number;
  readonly households: number;
}

/** An estate as a unit of housing's layer; dwellings and households are those of its buildings. */
export function estateUnit(estate: Estate, lived: LivedIn, firmCode: string): LayerUnit {
  const random = seededRandom(`estate-care/${estate.localId}`);
  return {
    localId: estate.localId,
    name: estate.name,
    division: estate.community.division.code,
    households: lived.households,
    validFrom: `${estate.builtYear}-07-01`,
    shape: [[estate.ring]],
    own: {
      form: estate.form,
      owners_committee: String(estate.ownersCommittee),
      management_committee: String(estate.managementCommittee),
      property_firm: estate.propertyFirm,
      built_year: String(estate.builtYear),
      dwellings: String(lived.dwellings),
      property_firm_code: firmCode,
      committee_term_ends_on: estate.ownersCommittee ? `202${random.whole(6, 9)}-0${random.whole(1, 9)}-15` : '',
      maintenance_fund:
        estate.form === 'OLD' ? random.pick(['NONE', 'NONE', 'COLLECTED', 'TO_BE_RENEWED']) : random.pick(['COLLECTED', 'IN_USE']),
      building_count: String(lived.buildings),
      renovation_stage: estate.form === 'OLD' ? random.pick(['NOT_PLANNED', 'PLANNED', 'UNDER_WAY', 'DONE', 'DONE']) : '',
    },
  };
}
