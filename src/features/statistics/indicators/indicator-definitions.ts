import type { MatterMetric } from '../metrics/metric-definition.js';
import { definitionOf } from '../metrics/metric-definitions.js';
import {
  type IndicatorDefinition,
  type IndicatorKey,
  indicatorKeys,
  type IndicatorSpan,
  type IndicatorUnit,
} from './indicator-definition.js';

const house = '本平台 / this platform';

type Parts = Omit<IndicatorDefinition, 'indicator'>;
type Pair = readonly [zh: string, en: string];

interface Own {
  readonly name: Pair;
  readonly formula: Pair;
  readonly span?: IndicatorSpan;
  readonly unit?: IndicatorUnit;
}

const own = ({ name, formula, span = 'NOW', unit = 'MATTERS' }: Own): Parts => ({
  ...{ nameZh: name[0], nameEn: name[1], formulaZh: formula[0], formulaEn: formula[1] },
  ...{ unit, span, isConfirmedLocally: false, source: house },
});

/** A metric as it stands in the dictionary, asked of the matters reported in the city's month. */
const ofMonth = (metric: MatterMetric, unit: IndicatorUnit): Parts => {
  const { nameZh, nameEn, formulaZh, formulaEn, isConfirmedLocally, source } = definitionOf(metric);
  return { nameZh, nameEn, formulaZh, formulaEn, unit, span: 'MONTH', isConfirmedLocally, source };
};

const offices = (state: string, zh: string, en: string): Parts =>
  own({ name: [`${zh}部门数`, `offices ${state.toLowerCase()}`], formula: [`状态为 ${state} 的部门数`, en], unit: 'OFFICES' });

const definitions: Readonly<Record<IndicatorKey, Parts>> = {
  OPEN: own({ name: ['在办数', 'open'], formula: ['尚未办结的事项数', 'matters that are not closed yet'] }),
  OPEN_GREEN: own({
    name: ['绿灯数', 'green lights'],
    formula: [
      '在办且既未超期也未临期的事项数，含无期限的',
      'open matters that are neither overdue nor nearly due, those without a deadline included',
    ],
  }),
  OPEN_YELLOW: own({
    name: ['黄灯数', 'yellow lights'],
    formula: ['在办且临期的事项数', 'open matters whose running deadline is near'],
  }),
  OPEN_RED: own({
    name: ['红灯数', 'red lights'],
    formula: ['在办且运行中的期限已过的事项数', 'open matters whose running deadline has passed'],
  }),
  UNACCEPTED: own({
    name: ['待受理数', 'dispatched, not accepted'],
    formula: ['在办且已派单、尚未受理的事项数', 'open matters dispatched and not accepted yet'],
  }),
  UNANSWERED: own({
    name: ['催办督办未回应数', 'urged or supervised, unanswered'],
    formula: [
      '在办且有督办未答复、或催办之后再无其他步骤的事项数',
      'open matters with a supervision that nobody answered, or with no other step since they were urged',
    ],
  }),
  REPORTED_TODAY: own({
    name: ['今日上报数', 'reported today'],
    formula: ['城市当日上报的事项数', 'matters reported on the city’s day'],
    span: 'TODAY',
  }),
  CLOSED_TODAY: own({
    name: ['今日办结数', 'closed today'],
    formula: ['城市当日办结的事项数，不论何日上报', 'matters closed on the city’s day, whenever they were reported'],
    span: 'TODAY',
  }),
  OBJECTIONS_TODAY: own({
    name: ['今日异议数', 'objections today'],
    formula: ['城市当日提出异议的次数', 'objections raised on the city’s day'],
    span: 'TODAY',
    unit: 'STEPS',
  }),
  OVERDUE: ofMonth('OVERDUE', 'MATTERS'),
  ON_TIME_RATE: ofMonth('ON_TIME_RATE', 'SHARE'),
  SATISFACTION_RATE: ofMonth('SATISFACTION_RATE', 'SHARE'),
  OFFICES_LIVE: offices('LIVE', '在线', 'offices of the city whose data is at most a minute behind'),
  OFFICES_STALE: offices('STALE', '滞后', 'offices of the city whose data is more than a minute behind'),
  OFFICES_DOWN: offices('DOWN', '中断', 'offices of the city that cannot be read'),
  ELEMENTS: own({ name: ['要素数', 'elements'], formula: ['可见的全要素数', 'elements that the reader may see'], unit: 'ELEMENTS' }),
  GRIDS: own({ name: ['网格数', 'grids'], formula: ['今日有效的全要素网格数', 'all-elements grids of today'], unit: 'GRIDS' }),
};

/** Every indicator's definition, in order. */
export const indicatorDefinitions: readonly IndicatorDefinition[] = indicatorKeys.map((indicator) => ({
  indicator,
  ...definitions[indicator],
}));

const byKey = new Map(indicatorDefinitions.map((definition) => [definition.indicator, definition]));

/** The definition of an indicator. */
export function indicatorDefinitionOf(indicator: IndicatorKey): IndicatorDefinition {
  return byKey.get(indicator)!;
}
