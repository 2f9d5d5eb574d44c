import { wordEnum } from '../../../graphql/word-enum.js';
import type { PoliticalLegalGridOwn } from '../own-fields.js';

/** Declares the enum `CentreLevel`. */
export const CentreLevelEnum = wordEnum<NonNullable<PoliticalLegalGridOwn['centreLevel']>>({
  name: 'CentreLevel',
  description: '综治中心的层级。The level of a centre of public security and order.',
  words: {
    CITY: '市级。Of the city.',
    COUNTY: '县（市、区）级。Of a county.',
    TOWNSHIP: '乡镇（街道）级。Of a township-level unit.',
    COMMUNITY: '村（社区）级。Of a village or community.',
  },
});
