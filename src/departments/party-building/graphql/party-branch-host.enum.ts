import { wordEnum } from '../../../graphql/word-enum.js';
import type { PartyBranchOwn } from '../own-fields.js';

/** Declares the enum `PartyBranchHost`. */
export const PartyBranchHostEnum = wordEnum<NonNullable<PartyBranchOwn['host']>>({
  name: 'PartyBranchHost',
  description: '党组织依托的单元。What a party organisation is set up on.',
  words: {
    GRID: '依托全要素网格。An all-elements grid.',
    ESTATE: '依托小区。A housing estate.',
  },
});
