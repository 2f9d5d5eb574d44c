import type { CalendarDate } from '../../../kernel/dates.js';
import type { DivisionCode } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { CategoryKey } from '../../categories/index.js';
import type { TimeLimit } from './time-limit.js';

/** The procedure whose limits hold for every matter that its own procedure says nothing of. */
export const commonProcedure = 'common';

/** The condition of a limit that holds where no other was chosen. */
export const usualCondition = '';

/** What is asked of the limits of one clock of one matter. */
export interface LimitQuestion {
  /** `common`, or the key of the office whose procedure the matter follows: its own rows come before the common ones. */
  readonly procedure: string;
  /** The clock, such as REVIEW, ACCEPTANCE, HANDLING, FEEDBACK, VERIFICATION or EVALUATION. */
  readonly clock: string;
  /** Null where the matter has none yet: then only rows for all categories count. */
  readonly category: CategoryKey | null;
  /** The matter's division and those above it, lowest first. */
  readonly divisionCodes: readonly DivisionCode[];
  /** The day on which the clock begins. */
  readonly at: CalendarDate;
}

/** A limit that applies to a matter. */
export interface FoundLimit {
  readonly limit: TimeLimit;
  readonly limitId: string;
  /** The document that sets it; null where the row names none. */
  readonly source: string | null;
  /** The condition under which it holds (立案条件); {@link usualCondition} where none is named. */
  readonly condition: string;
  readonly conditionZh: string | null;
}

/** Answers how long clocks run. */
export interface TimeLimits {
  /**
   * The limit of a clock under a condition; null where nobody has set one. Of several rows that apply, the one counts that names the
   * condition, before the usual one; then the own procedure's before the common; then the category itself, its nearest parent, the
   * whole standard, all; then the lowest division; then the latest. It does not judge whether the condition is one of {@link conditionsOf}.
   */
  find(sql: Sql, question: LimitQuestion & { readonly condition: string }): Promise<FoundLimit | null>;
  /** The same for many questions, in order, in one statement. */
  findAll(sql: Sql, questions: readonly (LimitQuestion & { readonly condition: string })[]): Promise<readonly (FoundLimit | null)[]>;
  /** The conditions among which a dispatcher may choose, each with the limit that {@link find} answers for it; the usual one first. */
  conditionsOf(sql: Sql, question: LimitQuestion): Promise<readonly FoundLimit[]>;
}
