import { wordEnum } from '../../../graphql/word-enum.js';
import type { MatterGrouping } from '../figures/grouping.js';
import type { Comparison } from '../figures/period.js';
import type { MatterMetric, MetricUnit } from '../metrics/metric-definition.js';
import { metricDefinitions } from '../metrics/metric-definitions.js';

/** The enum `MatterGrouping`. */
export const MatterGroupingEnum = wordEnum<MatterGrouping>({
  name: 'MatterGrouping',
  description:
    '事项可按什么分组；没有该项的单成一组，不丢弃。What matters may be grouped by; those that have none are a group of their own, never dropped.',
  words: {
    COUNTY: '县区。The county.',
    TOWNSHIP: '乡镇街道。The township-level division.',
    COMMUNITY: '村社区。The community.',
    GRID: '全要素网格。The all-elements grid.',
    UNIT: '某图层的单元（须给 layer），取权重最大的一个。The unit of a layer (layer must be given), the surest one.',
    ORGANISATION: '主办单位；评价类指标为被评价单位。The organisation that leads; of evaluations, the one that is judged.',
    CATEGORY: '类别，键为“标准|种类|代码”。The category; the key is standard|kind|code.',
    STATE: '此刻的公共状态。The common state of now.',
    OFFICE: '登记部门。The office of the register.',
    SOURCE: '来源。The way it came in.',
    HOUR: '上报的那一小时，城市时区，如 2026-11-22 14。The hour of the report in the city’s time zone, such as 2026-11-22 14.',
    DAY: '上报的那一天，城市时区。The day of the report in the city’s time zone.',
    MONTH: '上报的月份，城市时区，如 2026-11。The month of the report in the city’s time zone, such as 2026-11.',
  },
});

/** The enum `MatterMetric`, described by the definitions themselves. */
export const MatterMetricEnum = wordEnum<MatterMetric>({
  name: 'MatterMetric',
  description: '事项的指标；口径见 metricDefinitions。The figures about matters; metricDefinitions tells what each means.',
  words: Object.fromEntries(
    metricDefinitions.map(({ metric, nameZh, nameEn, formulaZh, formulaEn }) => [
      metric,
      `${nameZh}：${formulaZh}。${nameEn[0]!.toUpperCase()}${nameEn.slice(1)}: ${formulaEn}.`,
    ]),
  ) as Readonly<Record<MatterMetric, string>>,
});

/** The enum `MetricUnit`. */
export const MetricUnitEnum = wordEnum<MetricUnit>({
  name: 'MetricUnit',
  description: '指标的单位。What a figure is measured in.',
  words: {
    MATTERS: '件。Matters.',
    SHARE: '比率，0 至 1。A share, 0 to 1.',
    SCORE: '分，0 至 100。A score, 0 to 100.',
    HOURS: '小时。Hours.',
  },
});

/** The enum `Comparison`. */
export const ComparisonEnum = wordEnum<Comparison>({
  name: 'Comparison',
  description:
    '与何时比较；比较期按当时所见（同样早）统计。What to compare with; the compared period is seen as it stood the same time ago.',
  words: {
    YEAR_OVER_YEAR: '同比：一年前。The same period a year earlier.',
    MONTH_OVER_MONTH: '环比：一个月前。The same period a month earlier.',
  },
});
