import type { SourceId } from '../../../kernel/ids.js';
import type { QuarantinedRow } from '../rows/refusal.js';

/** What may become of a row that an office's system brings. */
export const outcomeWords = ['ACCEPTED_CHANGED', 'ACCEPTED_UNCHANGED', 'OLDER', 'QUARANTINED'] as const;

/** One of {@link outcomeWords}. */
export type OutcomeWord = (typeof outcomeWords)[number];

/** Why a row was refused, for the office that brought it: never its values. */
export type ToldRefusal = Pick<QuarantinedRow, 'field' | 'rule' | 'remedy'>;

/** What became of one row. */
export interface RowOutcome {
  /** The office's own id of the record; null where it could not be read. */
  readonly localId: SourceId | null;
  readonly word: OutcomeWord;
  /** Null where it was accepted. */
  readonly refusal: ToldRefusal | null;
}

/** Gathers what becomes of the rows of one batch, each by its number from 1. */
export class Outcomes {
  readonly #refusals = new Map<number, ToldRefusal>();
  readonly #accepted = new Map<number, OutcomeWord>();

  /** A row that is refused twice keeps its first reason. */
  refuse(number: number, { field, rule, remedy }: ToldRefusal): void {
    if (!this.#refusals.has(number)) this.#refusals.set(number, { field, rule, remedy });
  }

  /** What became of an accepted row; one of which nothing is noted changed nothing. */
  note(number: number, word: Exclude<OutcomeWord, 'QUARANTINED'>): void {
    this.#accepted.set(number, word);
  }

  /** One outcome for each id, in order. */
  of(localIds: readonly (SourceId | null)[]): readonly RowOutcome[] {
    return localIds.map((localId, index) => {
      const refusal = this.#refusals.get(index + 1) ?? null;
      const accepted = this.#accepted.get(index + 1) ?? 'ACCEPTED_UNCHANGED';
      return { localId, word: refusal === null ? accepted : 'QUARANTINED', refusal };
    });
  }
}
