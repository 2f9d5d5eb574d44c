import { wordEnum } from '../../../graphql/word-enum.js';
import type { HousingEstateOwn } from '../own-fields.js';

/** Declares the enum `EstateForm`. */
export const EstateFormEnum = wordEnum<NonNullable<HousingEstateOwn['form']>>({
  name: 'EstateForm',
  description: '小区形态。The form of an estate.',
  words: {
    OPEN: '开放小区。Open to the street.',
    CLOSED: '封闭小区。Closed by a gate.',
    OLD: '老旧小区。Old and in need of renewal.',
  },
});
