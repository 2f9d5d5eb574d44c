import { wordEnum } from '../../../graphql/word-enum.js';
import type { PartyBranchOwn } from '../own-fields.js';

/** Declares the enum `PartyBranchForm`. */
export const PartyBranchFormEnum = wordEnum<NonNullable<PartyBranchOwn['branchForm']>>({
  name: 'PartyBranchForm',
  description: '党组织形式。The form of a party organisation.',
  words: {
    BRANCH: '党支部。A branch.',
    GROUP: '党小组。A group below a branch.',
  },
});
