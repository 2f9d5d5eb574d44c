import type { DepartmentCode } from '../../../kernel/ids.js';
import { isSuppressed, suppressedAmong } from '../figures/suppress.js';
import type { CountedMatters, FactRow, MomentCounts, OpenCount } from '../ports.js';
import type { Indicator } from './indicator.js';
import type { IndicatorKey } from './indicator-definition.js';

interface Told {
  readonly count: number;
  readonly isHidden: boolean;
  readonly department: DepartmentCode | null;
}

/** A number of a group of matters; a group that is not told has none. */
function counted(indicator: IndicatorKey, asOf: Date, { count, isHidden, department }: Told): Indicator {
  return { indicator, department, value: isHidden ? null : count, numerator: null, denominator: null, isSuppressed: isHidden, asOf };
}

/** A number that tells of nobody. */
export function plain(indicator: IndicatorKey, value: number, asOf: Date): Indicator {
  return { indicator, department: null, value, numerator: null, denominator: null, isSuppressed: false, asOf };
}

/** What was counted of some matters, as a figure. */
export function indicatorOf(indicator: IndicatorKey, counts: CountedMatters, asOf: Date): Indicator {
  return counted(indicator, asOf, { count: counts.count, isHidden: isSuppressed(counts), department: null });
}

/** The figures of this moment and this day; `offices` are those that get figures of their own. */
export function indicatorsOfMoment(counts: MomentCounts, offices: readonly DepartmentCode[], asOf: Date): readonly Indicator[] {
  const all = sumOf(counts.open);
  const ofAll = (indicator: IndicatorKey, count: number): Indicator => indicatorOf(indicator, { ...all, count }, asOf);
  const hidden = hiddenOffices(counts.open);
  return [
    ofAll('OPEN', all.matters),
    ofAll('OPEN_GREEN', all.matters - all.yellow - all.red),
    ofAll('OPEN_YELLOW', all.yellow),
    ofAll('OPEN_RED', all.red),
    ofAll('UNACCEPTED', all.unaccepted),
    indicatorOf('REPORTED_TODAY', counts.reportedToday, asOf),
    indicatorOf('CLOSED_TODAY', counts.closedToday, asOf),
    indicatorOf('OBJECTIONS_TODAY', counts.objectedToday, asOf),
    ...offices.flatMap((department) => {
      const { matters, red } = counts.open.find((count) => count.department === department) ?? none;
      const told = { isHidden: hidden.has(department), department };
      return [counted('OPEN', asOf, { ...told, count: matters }), counted('OPEN_RED', asOf, { ...told, count: red })];
    }),
  ];
}

/** The offices whose open matters are too few to be told, and those that would give them away beside the number of all. */
function hiddenOffices(open: readonly OpenCount[]): ReadonlySet<DepartmentCode | null> {
  const groups = open.map(({ department, ...count }) => ({ ...count, keys: [department], facts: {} }));
  return new Set([...suppressedAmong(groups)].map(({ keys }) => keys[0]!));
}

/** The figures of the matters reported in a month, from their facts. */
export function indicatorsOfMonth(row: FactRow, asOf: Date): readonly Indicator[] {
  const isHidden = isSuppressed(row);
  const fact = (name: keyof FactRow['facts']): number => row.facts[name] ?? 0;
  const share = (indicator: IndicatorKey, over: number, under: number): Indicator => ({
    ...{ indicator, department: null, isSuppressed: isHidden, asOf },
    ...(isHidden
      ? { value: null, numerator: null, denominator: null }
      : { value: under === 0 ? null : over / under, numerator: over, denominator: under }),
  });
  return [
    indicatorOf('OVERDUE', { ...row, count: fact('overdue') }, asOf),
    share('ON_TIME_RATE', fact('handledInTime'), fact('dueForHandling')),
    share('SATISFACTION_RATE', fact('satisfied'), fact('askedWhetherSatisfied')),
  ];
}

type Sums = Omit<OpenCount, 'department'>;

const none: Sums = { matters: 0, sealedOfOthers: 0, yellow: 0, red: 0, unaccepted: 0 };

function sumOf(counts: readonly OpenCount[]): Sums {
  return counts.reduce<Sums>(
    (sum, count) => ({
      matters: sum.matters + count.matters,
      sealedOfOthers: sum.sealedOfOthers + count.sealedOfOthers,
      yellow: sum.yellow + count.yellow,
      red: sum.red + count.red,
      unaccepted: sum.unaccepted + count.unaccepted,
    }),
    none,
  );
}
