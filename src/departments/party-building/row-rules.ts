import type { RowDoubt, RowFault, RowRules, UnitRowFacts, WholeMatterRow } from '../contract.js';

const longestCode = 12;
const longestPath = 50;

/** What the register of one province is known to keep to; no national rule was found, so nothing is refused by it. */
function doubtUnit({ localId, own }: UnitRowFacts): RowDoubt | null {
  if ([...localId].length > longestCode) {
    return {
      message: `Party organisations usually have a code of at most ${longestCode} characters; these have more`,
      messageZh: `党组织识别码通常不超过 ${longestCode} 位，以下更长`,
    };
  }
  const path = own['levelPath'];
  if (typeof path !== 'string' || [...path].length <= longestPath) return null;
  return {
    message: `Paths in the party tree usually have at most ${longestPath} characters; these have more`,
    messageZh: `党组织层级码通常不超过 ${longestPath} 位，以下更长`,
  };
}

function checkUnit({ own }: UnitRowFacts): RowFault | null {
  const [alliance, lead, members] = [own['alliance'] ?? null, own['allianceLead'] ?? null, own['allianceMembers'] ?? null];
  if (alliance === null && (lead !== null || members !== null)) {
    return {
      field: 'alliance',
      expected: 'the name of the alliance whose lead or members are given',
      remedy: 'Name the alliance, or leave its lead and its members empty.',
    };
  }
  if (typeof members !== 'number' || members >= 1) return null;
  return { field: 'alliance_members', expected: 'at least one organisation', remedy: 'Correct the number at the source.' };
}

function checkMatter({ own, reportedOn }: WholeMatterRow): RowFault | null {
  const claimedOn = own['claimedOn'];
  if (typeof claimedOn !== 'string' || claimedOn >= reportedOn) return null;
  return {
    field: 'claimed_on',
    code: 'DATE_INVALID',
    expected: 'a day not before the matter was reported',
    remedy: 'Correct the dates at the source.',
  };
}

/** What holds between the cells of this office's rows. */
export const rowRules: RowRules = { checkUnit, doubtUnit, checkMatter };
