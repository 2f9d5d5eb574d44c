import { wordEnum } from '../../../graphql/word-enum.js';
import type { PoliticalLegalGridOwn } from '../own-fields.js';

/** Declares the enum `PoliticalLegalGridKind`. */
export const PoliticalLegalGridKindEnum = wordEnum<NonNullable<PoliticalLegalGridOwn['gridKind']>>({
  name: 'PoliticalLegalGridKind',
  description: '综治网格的种类。The kind of a political-legal grid.',
  words: {
    BASIC: '基础网格。A basic grid, by households.',
    SPECIAL: '专属网格，如校园、商场、医院。A special grid of one institution, such as a school, a mall or a hospital.',
  },
});
