import type { RowFault, RowRules, UnitRowFacts, WholeMatterRow } from '../contract.js';
import { groupAffairFault } from './group-affairs.js';

const communityDigits = 12;

/** A grid belongs to one community, whose code its own begins with (DB6101/T 3185-2024). */
function communityFault({ idScheme, localId, ended, division }: UnitRowFacts): RowFault | null {
  if (idScheme !== 'cn-12-plus-3') return null;
  const community = division(localId.slice(0, communityDigits));
  if (community === null || community.level !== 'COMMUNITY') {
    return {
      field: 'local_id',
      expected: 'an id that begins with the code of a community of this city',
      remedy: 'Correct the id, or add the community to the city’s divisions file.',
    };
  }
  if (community.stands || ended) return null;
  return {
    field: 'local_id',
    expected: 'an id that begins with the code of a community that still stands',
    remedy: `${community.gone}: number the grid in the community that took its place, or end it.`,
  };
}

function checkUnit(row: UnitRowFacts): RowFault | null {
  if (row.own['gridKind'] !== 'SPECIAL' && (row.own['specialKind'] ?? null) !== null) {
    return {
      field: 'special_kind',
      expected: 'no kind of institution of a basic grid',
      remedy: 'Leave the cell empty, or say that the grid is a special one.',
    };
  }
  return communityFault(row);
}

function checkMatter(row: WholeMatterRow): RowFault | null {
  const { own } = row;
  if ((own['affairClass'] ?? null) === null) {
    return {
      field: 'affair_class',
      expected: 'one of the nine classes of GB/T 31000-2015, or LOCAL',
      remedy: 'Say which class the matter is of.',
    };
  }
  return groupAffairFault(row) ?? agreementFault(own);
}

function agreementFault(own: WholeMatterRow['own']): RowFault | null {
  const outcome = own['outcome'] ?? null;
  if (own['agreementSigned'] === true && outcome !== 'AGREED') {
    return {
      field: 'agreement_signed',
      expected: 'an agreement only where mediation ended with one',
      remedy: 'Correct outcome or agreement.',
    };
  }
  if (own['judicialConfirmation'] === true && own['agreementSigned'] !== true) {
    return {
      field: 'judicial_confirmation',
      expected: 'an application to the court only where an agreement was signed',
      remedy: 'Say that the agreement was signed, or correct the application.',
    };
  }
  return null;
}

/** What holds between the cells of this office's rows. */
export const rowRules: RowRules = { checkUnit, checkMatter };
