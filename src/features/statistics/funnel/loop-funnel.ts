import { CityError } from '../../../kernel/city-error.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { DivisionTree } from '../../divisions/index.js';
import type { MatterQuery } from '../../matters/index.js';
import { checkedPeriod, type Period } from '../figures/period.js';
import { isSuppressed, leastWithSealed } from '../figures/suppress.js';
import type { FlowCell, FlowReader } from '../ports.js';
import { medianSeconds } from './histogram.js';
import { type KeptQuestion, keptQuestion } from './kept-question.js';
import { splitPeriod } from './split-period.js';
import { type LoopStage, loopStages, restingStages } from './stages.js';

/** What the funnel is asked by. */
export interface FunnelWish {
  readonly query: MatterQuery;
  /** Of the matters' reports. */
  readonly period: Period;
  readonly divisions: DivisionTree;
  readonly askedBy: DepartmentCode | null;
}

/** What went through one stage. */
export interface FunnelStage {
  readonly stage: LoopStage;
  /** Visits: a matter that comes back counts again. */
  readonly entered: number;
  readonly left: number;
  /** In it at this moment. */
  readonly present: number;
  /** Median of the hours of the visits that have ended, within the error that the funnel states; null of none. */
  readonly medianHours: number | null;
}

/** How the matters reported in a period went through the loop. */
export interface LoopFunnel {
  readonly period: Period;
  readonly isSuppressed: boolean;
  /** Empty where it is suppressed. */
  readonly stages: readonly FunnelStage[];
  /** The stage, of those in which something has to happen, that most matters are in; null where none is in any. */
  readonly stuckAt: LoopStage | null;
}

/** Most matters whose histories are read where the kept sums do not answer. */
export const mostScanned = 200_000;

/** Answers the funnel of the loop: from kept sums where offices and whole townships are asked, else from histories, up to a bound. */
export class FunnelBook {
  constructor(private readonly flow: FlowReader) {}

  /** Throws `LIMIT` where more than 200,000 histories would have to be read. */
  async funnel(scope: Scope, wish: FunnelWish): Promise<LoopFunnel> {
    const period = checkedPeriod(wish.period);
    const kept = keptQuestion(scope, wish.query, wish.divisions);
    const cells = kept === null ? await this.#scanned(scope, wish, period) : await this.#kept(scope, wish, kept);
    const stages = stagesOf(cells);
    if (await this.#isSuppressed(scope, wish, stages)) return { period, isSuppressed: true, stages: [], stuckAt: null };
    return { period, isSuppressed: false, stages, stuckAt: stuckAt(stages) };
  }

  async #kept(scope: Scope, { query, period }: FunnelWish, question: KeptQuestion): Promise<readonly FlowCell[]> {
    if (this.flow.keepsDays(scope, question)) return this.flow.ofDays(scope, period);
    const { months, edges } = splitPeriod(period);
    const whole = months === null ? [] : [this.flow.ofMonths(scope, question, months)];
    return (await Promise.all([...whole, ...edges.map((edge) => this.#scanned(scope, { query }, edge))])).flat();
  }

  async #scanned(scope: Scope, { query }: Pick<FunnelWish, 'query'>, period: Period): Promise<readonly FlowCell[]> {
    const cells = await this.flow.ofHistories(scope, { query, period, limit: mostScanned });
    if (cells === null) throw tooMany();
    return cells;
  }

  async #isSuppressed(scope: Scope, { query, period, askedBy }: FunnelWish, stages: readonly FunnelStage[]): Promise<boolean> {
    const reports = stages[0]!.entered;
    // A matter may be reported again, so that a few visits more than the least may still be of too few matters.
    if (reports === 0 || reports > leastWithSealed * 4) return false;
    return isSuppressed(await this.flow.fewMatters(scope, { query, period, askedBy, limit: leastWithSealed }));
  }
}

function stagesOf(cells: readonly FlowCell[]): readonly FunnelStage[] {
  const byStage = groupBy(cells, ({ stage }) => stage);
  return loopStages.map((stage) => {
    const of = byStage.get(stage) ?? [];
    const count = (some: readonly FlowCell[]): number => some.reduce((sum, cell) => sum + cell.count, 0);
    const ended = of.filter(({ bucket }) => bucket >= 0);
    const [entered, left] = [count(of.filter(({ bucket }) => bucket < 0)), count(ended)];
    const seconds = medianSeconds(ended.map(({ bucket, count: times }) => ({ bucket, count: times })));
    return { stage, entered, left, present: entered - left, medianHours: seconds === null ? null : seconds / 3_600 };
  });
}

function stuckAt(stages: readonly FunnelStage[]): LoopStage | null {
  const waiting = stages.filter(({ stage, present }) => present > 0 && !restingStages.has(stage));
  return waiting.sort((a, b) => b.present - a.present)[0]?.stage ?? null;
}

function tooMany(): CityError {
  return new CityError({
    code: 'LIMIT',
    message: `loopFunnel: expected at most ${mostScanned} matters beyond offices, townships and whole months, got more.`,
    messageZh: `loopFunnel：除部门、整个乡镇街道与整月之外，至多逐件统计 ${mostScanned} 件，实际更多。`,
    hint: 'Ask for whole months, or narrow where. 请按整月统计，或缩小条件。',
    details: { limit: mostScanned },
  });
}
