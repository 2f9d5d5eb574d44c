import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, LayerKey } from '../../kernel/ids.js';
import type { Scope } from '../../kernel/scope.js';
import type { MatterQuery } from '../matters/index.js';
import type { DueRow, DueWish } from './board/due-matter.js';
import type { MatterGrouping } from './figures/grouping.js';
import type { Period } from './figures/period.js';
import type { KeptQuestion } from './funnel/kept-question.js';
import type { LoopStage } from './funnel/stages.js';
import type { Fact } from './metrics/fact.js';

/** Groups of matters and what is counted in each. */
export interface FactWish {
  readonly query: MatterQuery;
  /** By when they were reported. */
  readonly period: Period;
  readonly groupBy: readonly MatterGrouping[];
  /** The layer whose units UNIT means; null where it is not asked for. */
  readonly layer: LayerKey | null;
  readonly facts: readonly Fact[];
  /** What happened later is not counted. */
  readonly asOf: Date;
  /** The office that asks; null for the city. Sealed matters of others are counted apart. */
  readonly askedBy: DepartmentCode | null;
  /** Most groups that are read. */
  readonly limit: number;
}

/** One group and its figures. */
export interface FactRow {
  /** In the order of the groupings; null for what has none. */
  readonly keys: readonly (string | null)[];
  /** Null in a group that is only known from the evaluations of an organisation. */
  readonly matters: number;
  /** Those of them that other offices than the asking one keep sealed. */
  readonly sealedOfOthers: number;
  readonly facts: Partial<Readonly<Record<Fact, number | null>>>;
}

/** Counts facts of the matters that a scope shows. */
export interface FactReader {
  /** At most `limit + 1` groups, in order of their keys; more groups than `limit` mean that there were too many. */
  groups(scope: Scope, wish: FactWish): Promise<readonly FactRow[]>;
}

/** Visits of one stage: entries (bucket −1), or ends that took as long as a bucket says. */
export interface FlowCell {
  readonly stage: LoopStage;
  readonly bucket: number;
  readonly count: number;
}

/** Matters whose flow is asked for. */
export interface FlowWish {
  readonly query: MatterQuery;
  readonly period: Period;
  readonly limit: number;
}

/** A few matters, of which the sealed ones of other offices than the asking one are told apart. */
export interface FewWish extends FlowWish {
  readonly askedBy: DepartmentCode | null;
}

/** Reads how matters went through the stages: what is kept, with every change that was committed, and histories. */
export interface FlowReader {
  /** Whether the question is for the whole city by any days, which are kept without offices and places. */
  keepsDays(scope: Scope, question: KeptQuestion): boolean;
  ofDays(scope: Scope, period: Period): Promise<readonly FlowCell[]>;
  /** `period` begins and ends with the first of a month. */
  ofMonths(scope: Scope, question: KeptQuestion, period: Period): Promise<readonly FlowCell[]>;
  /** Null where there are more than `limit` matters. */
  ofHistories(scope: Scope, wish: FlowWish): Promise<readonly FlowCell[] | null>;
  /** How many matters there are, up to `limit`, and how many of those another office than the asking one keeps sealed. */
  fewMatters(scope: Scope, wish: FewWish): Promise<{ readonly matters: number; readonly sealedOfOthers: number }>;
}

/** Adds changes of the flow to what is kept. */
export interface FlowFold {
  /** Folds at most `size` changes; answers how many, 0 where another process is at it. */
  fold(size: number): Promise<number>;
}

/** Due matters to be counted, up to `cap`. */
export interface DueCount extends Pick<DueWish, 'query' | 'now'> {
  readonly cap: number;
}

/** Reads which open matters are due. */
export interface DueReader {
  /** At most `first + 1` rows, by deadline and id. */
  page(scope: Scope, wish: DueWish): Promise<readonly DueRow[]>;
  /** Counts up to `cap` and then stops; the answer is `cap + 1` when there are more. */
  count(scope: Scope, wish: DueCount): Promise<number>;
}

/** The open matters of one office that some key figures are about. */
export interface OpenCount {
  /** Null for what belongs to no office. */
  readonly department: DepartmentCode | null;
  readonly matters: number;
  /** Those of them that other offices than the asking one keep sealed. */
  readonly sealedOfOthers: number;
  readonly yellow: number;
  readonly red: number;
  readonly unaccepted: number;
}

/** What is counted, and of which matters. */
export interface CountedMatters {
  readonly count: number;
  readonly matters: number;
  readonly sealedOfOthers: number;
}

/** What stands at one moment. */
export interface MomentCounts {
  readonly open: readonly OpenCount[];
  readonly reportedToday: CountedMatters;
  readonly closedToday: CountedMatters;
  readonly objectedToday: CountedMatters;
  /** When the next light of those matters turns; null where none does. */
  readonly lightTurnsAt: Date | null;
  /** When `tomorrow` begins in the city. */
  readonly dayEndsAt: Date;
}

/** Matters, and the moment at which they are counted. */
export interface MomentWish {
  readonly query: MatterQuery;
  readonly now: Date;
  /** The city's day, and the next. */
  readonly today: CalendarDate;
  readonly tomorrow: CalendarDate;
  /** The office that asks; null for the city. */
  readonly askedBy: DepartmentCode | null;
}

/** Counts what key figures are made of, under a scope. */
export interface IndicatorReader {
  moment(scope: Scope, wish: MomentWish): Promise<MomentCounts>;
  /** Open matters that were urged or supervised without an answer. */
  unanswered(scope: Scope, wish: Pick<MomentWish, 'query' | 'askedBy'>): Promise<CountedMatters>;
  /** Elements that lie in the divisions of a query. */
  elements(scope: Scope, query: Pick<MatterQuery, 'divisionCodes'>): Promise<number>;
}
