import { wordEnum } from '../../../graphql/word-enum.js';
import type { IndicatorKey, IndicatorSpan, IndicatorUnit } from '../indicators/indicator-definition.js';
import { indicatorDefinitions } from '../indicators/indicator-definitions.js';

/** The enum `IndicatorKey`, described by the definitions themselves. */
export const IndicatorKeyEnum = wordEnum<IndicatorKey>({
  name: 'IndicatorKey',
  description: '关键数字；口径随数字给出。The live key figures; each comes with its definition.',
  words: Object.fromEntries(
    indicatorDefinitions.map(({ indicator, nameZh, nameEn, formulaZh, formulaEn }) => [
      indicator,
      `${nameZh}：${formulaZh}。${nameEn[0]!.toUpperCase()}${nameEn.slice(1)}: ${formulaEn}.`,
    ]),
  ) as Readonly<Record<IndicatorKey, string>>,
});

/** The enum `IndicatorUnit`. */
export const IndicatorUnitEnum = wordEnum<IndicatorUnit>({
  name: 'IndicatorUnit',
  description: '关键数字的单位。What a key figure is measured in.',
  words: {
    MATTERS: '件。Matters.',
    STEPS: '次。Steps.',
    SHARE: '比率，0 至 1。A share, 0 to 1.',
    OFFICES: '个部门。Offices.',
    ELEMENTS: '个要素。Elements.',
    GRIDS: '个网格。Grids.',
  },
});

/** The enum `IndicatorSpan`. */
export const IndicatorSpanEnum = wordEnum<IndicatorSpan>({
  name: 'IndicatorSpan',
  description: '关键数字所说的时间。What time a key figure speaks of.',
  words: {
    NOW: '此刻。This moment.',
    TODAY: '城市的当日。The city’s day.',
    MONTH: '城市当月上报的事项。The matters reported in the city’s month.',
  },
});
