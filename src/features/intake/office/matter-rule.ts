import type { SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { RunStamp } from '../ports.js';
import type { MatterRecord } from '../records.js';
import { OddTimes } from '../row-rules/odd-times.js';
import type { Layout } from '../rows/layouts.js';
import { Once } from '../rows/once.js';
import type { RunFinding } from '../runs/run-finding.js';
import { MatterJudgement } from './matter-judgement.js';
import { type PartRule, type RuleTerms, sifted, type Written } from './part-rules.js';
import { layoutOf } from './table-part.js';

/** The rule of an office's matters; {@link settle} keeps what refused rows say all the same: that their matter must not be seen any more. */
export class MatterRule implements PartRule<MatterRecord> {
  readonly layout: Layout;
  readonly judgement: PartRule<MatterRecord>['judgement'];
  readonly #judging: MatterJudgement;
  readonly #odd: OddTimes;

  constructor(
    private readonly terms: RuleTerms,
    now: Date,
  ) {
    this.#judging = new MatterJudgement(terms, new Once());
    this.#odd = new OddTimes(now);
    this.layout = layoutOf({ rows: 'MATTERS' }, terms.department);
    const { rules } = this.#judging;
    this.judgement = {
      ...rules,
      rule: (row) => {
        const matter = rules.rule(row);
        if (!matter.staysHome) this.#odd.look(matter.reportedAt, row);
        return matter;
      },
    };
  }

  /** The local ids of the matters read so far that stay home, or may. */
  get keptHome(): ReadonlySet<SourceId> {
    return this.#judging.keptHome;
  }

  /** What was odd about the rows read so far. */
  get finding(): RunFinding | null {
    return this.#odd.finding(this.terms.department.sealsMatters);
  }

  async write(sql: Sql, batch: readonly MatterRecord[], stamp: RunStamp): Promise<Written> {
    const { writer } = this.terms;
    const { fresh, older } = await sifted(writer, sql, { kind: 'MATTER', records: batch });
    const changed = await writer.writeMatters(sql, fresh, stamp);
    return { changed, older: [...older].filter(({ staysHome }) => !staysHome).length };
  }

  /** Keeps the rows of a file that were taken home, and lets the matters stay there of which a row says so. */
  async settle(sql: Sql, file: string, stamp: RunStamp): Promise<void> {
    const { writer, department } = this.terms;
    if (department.sealsMatters) await writer.quarantineAtHome(sql, { file, rows: this.#judging.takeAtHome() }, stamp);
    await writer.keepHome(sql, [...this.keptHome], stamp);
  }
}
