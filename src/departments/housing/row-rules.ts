import type { RowFault, RowRules, UnitRowFacts } from '../contract.js';

function checkUnit({ own }: UnitRowFacts): RowFault | null {
  if (own['ownersCommittee'] === false && (own['committeeTermEndsOn'] ?? null) !== null) {
    return {
      field: 'committee_term_ends_on',
      expected: 'no end of a term where there is no owners’ committee',
      remedy: 'Leave the cell empty, or say that there is a committee.',
    };
  }
  const short = ['dwellings', 'buildingCount'].find((property) => typeof own[property] === 'number' && own[property] < 0);
  if (short === undefined) return null;
  return {
    field: short === 'dwellings' ? 'dwellings' : 'building_count',
    expected: 'a number from 0',
    remedy: 'Correct the number at the source.',
  };
}

/** What holds between the cells of this office's rows. */
export const rowRules: RowRules = { checkUnit };
