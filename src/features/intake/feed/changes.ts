import type { Changes } from '../ports.js';

/** Nothing changed. */
export const noChanges: Changes = { records: 0, units: [], buildings: 0, divisions: 0 };

/** Records of a kind that nothing else follows from. */
export function changedRecords(records: number): Changes {
  return { ...noChanges, records };
}

/** What two steps changed together. */
export function bothChanges(one: Changes, other: Changes): Changes {
  return {
    records: one.records + other.records,
    units: [...one.units, ...other.units],
    buildings: one.buildings + other.buildings,
    divisions: one.divisions + other.divisions,
  };
}

/** Units that changed, and nothing else. */
export function changedUnits(units: Changes['units']): Changes {
  return { ...changedRecords(units.length), units };
}
