import { wordEnum } from '../../../graphql/word-enum.js';
import type { PetitionMatterOwn } from '../own-fields.js';

/** Declares the enum `PetitionForm`. */
export const PetitionFormEnum = wordEnum<NonNullable<PetitionMatterOwn['petitionForm']>>({
  name: 'PetitionForm',
  description: '信访形式。The way in which a petition came.',
  words: {
    LETTER: '书信。By letter.',
    VISIT: '走访。In person.',
    CALL: '电话。By telephone.',
    FAX: '传真。By telefax.',
    ONLINE: '网上信访。Over the network.',
  },
});
