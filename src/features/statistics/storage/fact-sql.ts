import type { Fact, FactSource } from '../metrics/fact.js';

/** Ended one way or another, without having been handled here: neither due for handling nor for closing. */
const handedOff = `matter.state in ('MERGED', 'REFUSED', 'WITHDRAWN', 'OTHER_PROCEDURE')`;
const closed = `coalesce(matter.closed_at <= now_.as_of, false)`;

/**
 * Whether the matter's handling went beyond its deadline, by its handling clocks; without any by the matter's own deadline. A clock that is
 * paused stands still, one that runs on is held against now.
 */
const late = `case when handling.rounds > 0 then handling.late
  else coalesce(least(coalesce(matter.closed_at, now_.as_of), now_.as_of) > matter.due_at, false) end`;
const exempt = `(handling.rounds > 0 and handling.late and not handling.late_still)`;
const isDue = `(not ${handedOff} and not ${exempt} and case when handling.rounds > 0 then handling.done or handling.late
  else coalesce(matter.due_at < now_.as_of or (${closed} and matter.due_at is not null), false) end)`;

const when = (condition: string): string => `count(*) filter (where ${condition})`;
const sum = (count: string): string => `coalesce(sum(${count}), 0)`;

/** How each fact is added up over the rows of its source. */
export const factSql: Readonly<Record<Fact, string>> = {
  reported: 'count(*)',
  open: when(`not ${closed}`),
  closed: when(closed),
  overdue: when(late),
  overdueExempt: when(exempt),
  redLight: when(`not ${closed} and ${late}`),
  dueForHandling: when(isDue),
  handledInTime: when(`${isDue} and not ${late}`),
  dueForClosing: when(`not ${handedOff}`),
  closedProperly: when(`not ${handedOff} and ${closed}`),
  extended: when(`${isDue} and handling.extended`),
  medianHours: `percentile_cont(0.5) within group (order by extract(epoch from matter.closed_at - matter.reported_at)::float8 / 3600)
    filter (where ${closed})`,
  dispatchesWithLimit: sum('dispatch.rounds'),
  answeredInTime: sum('dispatch.answered'),
  dispatched: when('step.dispatched'),
  dispatchedUnopposed: when('step.dispatched and not step.objected'),
  objected: when('step.dispatched and step.objected'),
  reworked: when(`step.reworked and not ${handedOff}`),
  ...evaluated('RESIDENT', { askedWhetherResponded: 'responded is not null', responded: 'responded' }),
  ...evaluated('RESIDENT', { askedWhetherSolved: 'solved is not null', solved: 'solved' }),
  ...evaluated('RESIDENT', { askedWhetherSatisfied: 'satisfied is not null', satisfied: 'satisfied' }),
  ...evaluated('TOWNSHIP', { townshipScores: 'score is not null' }),
  ...evaluated('DEPARTMENT', { departmentScores: 'score is not null' }),
  townshipScoreSum: `coalesce(sum(evaluation.score) filter (where evaluation.side = 'TOWNSHIP'), 0)`,
  departmentScoreSum: `coalesce(sum(evaluation.score) filter (where evaluation.side = 'DEPARTMENT'), 0)`,
};

function evaluated<Name extends Fact>(side: string, facts: Readonly<Record<Name, string>>): Readonly<Record<Name, string>> {
  return Object.fromEntries(
    Object.entries<string>(facts).map(([fact, condition]) => [fact, when(`evaluation.side = '${side}' and evaluation.${condition}`)]),
  ) as Readonly<Record<Name, string>>;
}

/** What of a handling clock stood at the instant that is asked about. */
const handled = `least(coalesce(clock.stopped_at, clock.paused_at, now_.as_of), now_.as_of)`;

/** What each source joins to the table `matter`; `now_.as_of` is the instant that is asked about. */
export const sourceJoin: Readonly<Record<FactSource, string>> = {
  MATTER: `cross join lateral (
      select count(*) as rounds, bool_or(${handled} > clock.due_at) as late, bool_and(coalesce(clock.stopped_at <= now_.as_of, false)) as done,
             bool_or(${handled} > clock.due_at and coalesce(clock.exempt_at > now_.as_of, true)) as late_still, bool_or(clock.extended > 0) as extended
        from matter_clock clock where clock.matter_id = matter.id and clock.clock = 'HANDLING' and clock.started_at <= now_.as_of) handling`,
  DISPATCH: `cross join lateral (
      select count(*) as rounds, count(*) filter (where clock.stopped_at <= least(clock.due_at, now_.as_of)) as answered
        from matter_clock clock where clock.matter_id = matter.id and clock.clock = 'ACCEPTANCE' and clock.started_at <= now_.as_of) dispatch`,
  STEP: `cross join lateral (
      select coalesce(bool_or(taken.to_state = 'DISPATCHED'), false) as dispatched, coalesce(bool_or(taken.to_state = 'OBJECTED'), false) as objected,
             coalesce(bool_or(taken.from_state in ('VERIFYING', 'VERIFIED') and taken.to_state in ('HANDLING', 'ACCEPTED', 'DISPATCHED')), false) as reworked
        from matter_transition taken where taken.matter_id = matter.id and taken.occurred_at <= now_.as_of) step`,
  EVALUATION: `join matter_evaluation evaluation on evaluation.matter_id = matter.id and evaluation.evaluated_at <= now_.as_of`,
};
