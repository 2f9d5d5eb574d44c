import { type UnitRefInput, unitRefOf } from '../../grids/graphql/index.js';
import type { UnitRef } from '../../grids/index.js';

/** The units that a filter names, each once and in one order, so that filters that want the same are spelt alike. */
export function unitsAsked(units: readonly UnitRefInput[]): readonly UnitRef[] {
  const bySpelling = new Map(units.map(unitRefOf).map((ref) => [JSON.stringify([ref.department, ref.layer, ref.localId]), ref]));
  return [...bySpelling.keys()].sort().map((spelling) => bySpelling.get(spelling)!);
}
