import type { RowDoubt, RowFault, RowRules, UnitRowFacts } from '../contract.js';

/** Second character of a committee's credit code by its kind; said by one source alone, so that nothing is refused by it. */
const secondCharacter = new Map<unknown, string>([
  ['RESIDENTS', '4'],
  ['VILLAGERS', '5'],
]);

function doubtUnit({ idScheme, localId, own }: UnitRowFacts): RowDoubt | null {
  if (idScheme !== 'cn-credit-code') return null;
  if (!localId.startsWith('5')) {
    return {
      message: 'Credit codes of committees usually begin with 5, as the civil-affairs bureau gives them; these do not',
      messageZh: '居（村）委会的统一社会信用代码由民政部门赋予，通常以 5 开头，以下不是',
    };
  }
  const usual = secondCharacter.get(own['committeeKind']);
  if (usual === undefined || localId[1] === usual) return null;
  return {
    message: 'The second character of a committee’s credit code is usually 4 of residents’ and 5 of villagers’ committees; here it is not',
    messageZh: '统一社会信用代码第二位通常居委会为 4、村委会为 5，以下不是',
  };
}

function checkUnit(row: UnitRowFacts): RowFault | null {
  const { own } = row;
  const [from, to] = [own['termStartedOn'], own['termEndsOn']];
  if (typeof from === 'string' && typeof to === 'string' && to <= from) {
    return {
      field: 'term_ends_on',
      code: 'DATE_INVALID',
      expected: 'a day after the term began',
      remedy: 'Correct the dates of the term.',
    };
  }
  return communityFault(row);
}

function communityFault({ own, divisionCode, ended, division }: UnitRowFacts): RowFault | null {
  const code = own['communityCode'];
  const community = typeof code === 'string' ? division(code) : null;
  if (community === null || community.level !== 'COMMUNITY') {
    return {
      field: 'community_code',
      expected: 'the 12 digits of a community or village of this city',
      remedy: 'Correct the code, or add the community to the city’s divisions file.',
    };
  }
  if (divisionCode !== null && divisionCode !== code) {
    return { field: 'community_code', expected: 'the code that the row gives as its division', remedy: 'Make the two codes agree.' };
  }
  if (community.stands || ended) return null;
  return {
    field: 'community_code',
    expected: 'a community that still stands',
    remedy: `${community.gone}: give the code of the community that took its place, or end the unit.`,
  };
}

/** What holds between the cells of this office's rows. */
export const rowRules: RowRules = { checkUnit, doubtUnit };
