// Longer than other files, since it is one list: every metric with its formula.
import type { Fact } from './fact.js';
import { type MatterMetric, matterMetrics, type MetricDefinition, type MetricUnit } from './metric-definition.js';

const dictionary = '数字城管指标口径（公开库所载） / city-management metric dictionary of a public repository';
const law = '《北京市接诉即办工作条例》 / Beijing Regulation on Immediate Response to Public Complaints';
const house = '本平台 / this platform';

interface Named {
  readonly name: readonly [zh: string, en: string];
  readonly formula: readonly [zh: string, en: string];
  readonly source: string;
  readonly unit?: MetricUnit;
}

type Parts = Omit<MetricDefinition, 'metric'>;

const count = (numerator: Fact, { name, formula, source }: Named): Parts => ({
  ...{ nameZh: name[0], nameEn: name[1], formulaZh: formula[0], formulaEn: formula[1] },
  ...{ unit: 'MATTERS', numerator, denominator: null, isConfirmedLocally: false, source },
});

const share = (numerator: Fact, denominator: Fact, named: Named): Parts => ({
  ...count(numerator, named),
  ...{ unit: named.unit ?? 'SHARE', denominator },
});

const toConfirm = (parts: Parts): Parts => ({ ...parts, isConfirmedLocally: true });

const definitions: Readonly<Record<MatterMetric, Parts>> = {
  REPORTED: count('reported', {
    name: ['上报数', 'reported'],
    formula: ['期间内上报的事项数', 'matters reported in the period'],
    source: dictionary,
  }),
  OPEN: count('open', {
    name: ['在办数', 'open'],
    formula: ['期间内上报、尚未办结的事项数', 'matters reported in the period that are not closed yet'],
    source: dictionary,
  }),
  CLOSED: count('closed', {
    name: ['已结数', 'closed'],
    formula: ['期间内上报、已经办结的事项数', 'matters reported in the period that are closed'],
    source: dictionary,
  }),
  OVERDUE: count('overdue', {
    name: ['超期数', 'overdue'],
    formula: [
      '处置时限已过而未处置完、或过后才处置完的事项数；没有处置时钟的按事项期限与办结时刻；免责的仍计入',
      'matters whose handling went, or goes, beyond its deadline; without a handling clock by the deadline and the closing; exempted ones stay in',
    ],
    source: dictionary,
  }),
  OVERDUE_EXEMPT: count('overdueExempt', {
    name: ['免责超期数', 'overdue, exempted'],
    formula: ['超期数中经申诉全部免责的事项数', 'overdue matters of which every overdue handling was exempted on appeal'],
    source: house,
  }),
  RED_LIGHTS: count('redLight', {
    name: ['红灯数', 'red lights'],
    formula: ['超期且未办结的事项数', 'overdue matters that are not closed'],
    source: dictionary,
  }),
  ON_TIME_RATE: share('handledInTime', 'dueForHandling', {
    name: ['按期处置率', 'on-time rate'],
    formula: [
      '按期处置数 ÷ 应处置数（有期限、已处置完或期限已过者；不含免责超期、并案、不予受理、撤回与转其他程序）',
      'handled in time ÷ due for handling (with a deadline, handled or past it; without exempted, merged, refused, withdrawn and handed-over ones)',
    ],
    source: dictionary,
  }),
  CLOSING_RATE: share('closedProperly', 'dueForClosing', {
    name: ['结案率', 'closing rate'],
    formula: [
      '结案数 ÷ 应结案数（上报数减并案、不予受理、撤回与转其他程序）',
      'closed ÷ due for closing (reported, less merged, refused, withdrawn and handed over)',
    ],
    source: dictionary,
  }),
  VALID_REPORT_RATE: share('dueForClosing', 'reported', {
    name: ['有效上报率', 'valid-report rate'],
    formula: ['有效上报数 ÷ 上报数', 'reports that were neither merged, refused, withdrawn nor handed over ÷ reported'],
    source: dictionary,
  }),
  RESPONSE_RATE: toConfirm(
    share('answeredInTime', 'dispatchesWithLimit', {
      name: ['响应率', 'response rate'],
      formula: [
        '受理时限内受理或提出异议的派单数 ÷ 有受理时限的派单数',
        'dispatches accepted or objected to within the acceptance limit ÷ dispatches with such a limit',
      ],
      source: house,
    }),
  ),
  ACCURATE_DISPATCH_RATE: share('dispatchedUnopposed', 'dispatched', {
    name: ['准确派遣率', 'accurate-dispatch rate'],
    formula: ['派单后从未被提出异议的事项数 ÷ 派过单的事项数', 'matters dispatched and never objected to ÷ matters dispatched'],
    source: dictionary,
  }),
  OBJECTION_RATE: share('objected', 'dispatched', {
    name: ['异议率', 'objection rate'],
    formula: ['被提出异议的事项数 ÷ 派过单的事项数', 'matters objected to ÷ matters dispatched'],
    source: house,
  }),
  REWORK_RATE: share('reworked', 'dueForClosing', {
    name: ['返工率', 'rework rate'],
    formula: ['核查后退回重办的事项数 ÷ 应结案数', 'matters sent back to handling from verification ÷ due for closing'],
    source: dictionary,
  }),
  EXTENSION_RATE: share('extended', 'dueForHandling', {
    name: ['延期率', 'extension rate'],
    formula: ['延期数 ÷ 应处置数', 'matters whose handling was extended ÷ due for handling'],
    source: dictionary,
  }),
  CALLBACK_RESPONSE_RATE: toConfirm(
    share('responded', 'askedWhetherResponded', {
      name: ['回访响应率', 'response rate of call-backs'],
      formula: ['答“已响应”的评价数 ÷ 问过是否响应的居民评价数', 'residents who say that they were responded to ÷ residents asked'],
      source: law,
    }),
  ),
  RESOLUTION_RATE: toConfirm(
    share('solved', 'askedWhetherSolved', {
      name: ['解决率', 'resolution rate'],
      formula: ['答“已解决”的评价数 ÷ 问过是否解决的居民评价数', 'residents who say that it was solved ÷ residents asked'],
      source: law,
    }),
  ),
  SATISFACTION_RATE: toConfirm(
    share('satisfied', 'askedWhetherSatisfied', {
      name: ['满意率', 'satisfaction rate'],
      formula: ['答“满意”的评价数 ÷ 问过是否满意的居民评价数', 'residents who are satisfied ÷ residents asked'],
      source: law,
    }),
  ),
  TOWNSHIP_SCORE: share('townshipScoreSum', 'townshipScores', {
    name: ['街道评部门分', 'score given by townships'],
    formula: ['街道给部门的评分之和 ÷ 评分数（0–100）', 'sum of the scores that townships give ÷ their number (0 to 100)'],
    unit: 'SCORE',
    source: law,
  }),
  DEPARTMENT_SCORE: share('departmentScoreSum', 'departmentScores', {
    name: ['部门评街道分', 'score given by departments'],
    formula: [
      '部门给吹哨街道的评分之和 ÷ 评分数（0–100）',
      'sum of the scores that departments give to who whistled ÷ their number (0 to 100)',
    ],
    unit: 'SCORE',
    source: law,
  }),
  MEDIAN_HOURS: {
    ...count('medianHours', {
      name: ['办结时长中位数', 'median hours to closing'],
      formula: ['已结事项自上报至办结的小时数的中位数', 'median of the hours from report to closing, of closed matters'],
      source: house,
    }),
    unit: 'HOURS',
  },
};

/** Every metric's definition, in order. */
export const metricDefinitions: readonly MetricDefinition[] = matterMetrics.map((metric) => ({ metric, ...definitions[metric] }));

const byMetric = new Map(metricDefinitions.map((definition) => [definition.metric, definition]));

/** The definition of a metric. */
export function definitionOf(metric: MatterMetric): MetricDefinition {
  return byMetric.get(metric)!;
}
