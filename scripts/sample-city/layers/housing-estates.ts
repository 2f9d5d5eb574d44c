import type { Estate } from '../elements/estate.js';
import type { LayerUnit } from './layer-unit.js';

/** An estate as a unit of housing's layer; dwellings and households are those of its buildings. */
export function estateUnit(estate: Estate, lived: { readonly dwellings: number; readonly households: number }): LayerUnit {
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
    },
  };
}
