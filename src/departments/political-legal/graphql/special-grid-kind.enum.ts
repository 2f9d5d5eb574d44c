import { wordEnum } from '../../../graphql/word-enum.js';
import type { PoliticalLegalGridOwn } from '../own-fields.js';

/** Declares the enum `SpecialGridKind`. */
export const SpecialGridKindEnum = wordEnum<NonNullable<PoliticalLegalGridOwn['specialKind']>>({
  name: 'SpecialGridKind',
  description: '专属网格的类别。What kind of institution a special grid is.',
  words: {
    CAMPUS: '校园。A school or college.',
    MEDICAL: '医疗机构。A hospital or health centre.',
    MARKET: '商场市场。A mall or market.',
    PARK: '园区景区。An industrial, creative or public park.',
    OTHER: '其他单位。Another institution.',
  },
});
