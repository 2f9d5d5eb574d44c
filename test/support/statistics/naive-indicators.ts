import type { IndicatorKey } from '../../../src/features/statistics/index.js';
import { cityHour, factsOfMatter, type WholeMatter } from './naive-figures.js';

/** A matter with all that belongs to it, its supervisions included. */
export interface SupervisedMatter extends WholeMatter {
  readonly supervisions: readonly Readonly<Record<string, unknown>>[];
}

const dayOf = (instant: unknown): string => cityHour(instant).slice(0, 10);

/** What the definitions of the key figures say of some matters, one after the other. */
export function indicatorsOfMatters(matters: readonly SupervisedMatter[], now: Date): Partial<Record<IndicatorKey, number | null>> {
  const today = dayOf(now);
  const open = matters.filter(({ matter }) => matter['closed_at'] === null);
  const count = (from: readonly SupervisedMatter[], holds: (one: SupervisedMatter) => boolean): number => from.filter(holds).length;
  const isRed = ({ matter }: SupervisedMatter): boolean => matter['due_at'] !== null && (matter['due_at'] as Date) < now;
  const isYellow = (one: SupervisedMatter): boolean =>
    !isRed(one) && one.matter['yellow_at'] !== null && (one.matter['yellow_at'] as Date) <= now;
  const ofMonth = matters.filter(
    ({ matter }) => dayOf(matter['reported_at']) >= `${today.slice(0, 7)}-01` && (matter['reported_at'] as Date) <= now,
  );
  const facts = ofMonth.map((one) => factsOfMatter(one, now));
  const sum = (fact: keyof (typeof facts)[number]): number => facts.reduce((total, one) => total + (one[fact] ?? 0), 0);
  const rate = (over: number, under: number): number | null => (under === 0 ? null : over / under);
  return {
    OPEN: open.length,
    OPEN_RED: count(open, isRed),
    OPEN_YELLOW: count(open, isYellow),
    OPEN_GREEN: count(open, (one) => !isRed(one) && !isYellow(one)),
    UNACCEPTED: count(open, ({ matter }) => matter['state'] === 'DISPATCHED'),
    UNANSWERED: count(open, isWaiting),
    REPORTED_TODAY: count(matters, ({ matter }) => dayOf(matter['reported_at']) === today),
    CLOSED_TODAY: count(matters, ({ matter }) => matter['closed_at'] !== null && dayOf(matter['closed_at']) === today),
    OBJECTIONS_TODAY: matters
      .flatMap(({ steps }) => steps)
      .filter((step) => step['to_state'] === 'OBJECTED' && dayOf(step['occurred_at']) === today).length,
    OVERDUE: sum('overdue'),
    ON_TIME_RATE: rate(sum('handledInTime'), sum('dueForHandling')),
    SATISFACTION_RATE: rate(sum('satisfied'), sum('askedWhetherSatisfied')),
  };
}

function isWaiting({ supervisions, steps }: SupervisedMatter): boolean {
  const called = [...steps].sort((a, b) => Number(b['version']) - Number(a['version'])).find((step) => step['step'] !== 'superviseMatter');
  return supervisions.some((one) => one['answered_at'] === null) || called?.['step'] === 'urgeMatter';
}
