import type { SourceId } from '../../../kernel/ids.js';
import { isPlainText } from '../../../kernel/text.js';
import type { MatterRecord } from '../records.js';
import { matterRow, type MatterTerms, mayStayHome, mustStayUnseen } from '../row-rules/matter-row.js';
import type { Judgement } from '../rows/judge-rows.js';
import type { Once } from '../rows/once.js';
import type { QuarantinedRow, Refusal } from '../rows/refusal.js';
import type { SourceRow } from '../rows/source-row.js';
import { textOfPart } from './table-part.js';

/**
 * Judges an office's matters. What stays home is not even counted where others can look; of what was refused nothing is shown that may
 * be sealed, and what may stay home is kept for the office alone.
 */
export class MatterJudgement {
  readonly #keptHome = new Set<SourceId>();
  #atHome: QuarantinedRow[] = [];

  constructor(
    private readonly terms: MatterTerms,
    private readonly once: Once,
  ) {}

  /** The local ids of the matters judged so far that stay home, or may: a row that cannot be taken can still say that its matter must not be seen any more. */
  get keptHome(): ReadonlySet<SourceId> {
    return this.#keptHome;
  }

  /** How rows are judged. */
  get rules(): Omit<Judgement<MatterRecord>, 'tally' | 'file'> {
    const { terms } = this;
    const { sealsMatters } = terms.department;
    return {
      rule: (row) => this.#take(row),
      counted: (matter) => !matter.staysHome,
      unseen: (row: SourceRow, refusal: Refusal) => this.#keptHome.has(row.text('local_id')) || mustStayUnseen(row, refusal, terms),
      onRefused: (row) => {
        const localId = row?.text('local_id').trim() ?? '';
        if (row !== null && isPlainText(localId) && mayStayHome(row, terms)) this.#keptHome.add(localId);
      },
      takenHome: (row, refused) => {
        const isTaken = sealsMatters && (row === null || this.#keptHome.has(row.text('local_id').trim()) || mayStayHome(row, terms));
        if (isTaken) this.#atHome.push(refused);
        return isTaken;
      },
      placeless: sealsMatters,
      part: textOfPart({ rows: 'MATTERS' }),
      // The ids of an office that seals its matters are kept nowhere else: only its files clear their rows.
      ...(sealsMatters ? {} : { key: { kind: 'MATTER', fields: ['local_id'] } }),
    };
  }

  /** The refused rows, since the last asking, of which nobody but the office may hear. */
  takeAtHome(): readonly QuarantinedRow[] {
    const rows = this.#atHome;
    this.#atHome = [];
    return rows;
  }

  #take(row: SourceRow): MatterRecord {
    const matter = matterRow(row, this.terms);
    this.once.pass(row, 'local_id', matter.localId);
    if (matter.staysHome) this.#keptHome.add(matter.localId);
    return matter;
  }
}
