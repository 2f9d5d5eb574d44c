import { wordEnum } from '../../../graphql/word-enum.js';
import type { CivilMatterOwn } from '../own-fields.js';

/** Declares the enum `CivilApplication`. */
export const CivilApplicationEnum = wordEnum<NonNullable<CivilMatterOwn['application']>>({
  name: 'CivilApplication',
  description: '申请的类型。What is applied for.',
  words: {
    NEW: '新申请。For the first time.',
    REVIEW: '复核。A review of what is received.',
    CHANGE: '变更。A change of it.',
    QUESTION: '咨询。A question.',
  },
});
