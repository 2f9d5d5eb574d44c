import { wordEnum } from '../../../graphql/word-enum.js';
import type { DivisionLevel } from '../division.js';

/** Declares the enum `DivisionLevel`. */
export const DivisionLevelEnum = wordEnum<DivisionLevel>({
  name: 'DivisionLevel',
  description: '行政区划的层级。The level of a division.',
  words: {
    CITY: '市级，即整个城市。The city as a whole.',
    COUNTY: '县级：市辖区、县、县级市。County level: a district, a county or a county-level city.',
    TOWNSHIP: '乡级：街道、镇、乡。Township level: a subdistrict, a town or a township.',
    COMMUNITY: '村级：社区、村。Community level: a community or a village.',
  },
});
