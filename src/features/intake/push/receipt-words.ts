import type { SourceId } from '../../../kernel/ids.js';
import type { PushReceipt } from './push-receipts.js';
import type { OutcomeWord, RowOutcome } from './row-outcome.js';

const letterOf: Readonly<Record<OutcomeWord, string>> = { ACCEPTED_CHANGED: 'c', ACCEPTED_UNCHANGED: 'u', OLDER: 'o', QUARANTINED: 'q' };
const wordOf = new Map(Object.entries(letterOf).map(([word, letter]) => [letter, word as OutcomeWord]));

/** A receipt of these outcomes: a letter a row, and the refusals, so that a thousand rows weigh a kilobyte. */
export function receiptOf(outcomes: readonly RowOutcome[], push: Omit<PushReceipt, 'words' | 'refusals'>): PushReceipt {
  return {
    ...push,
    words: outcomes.map(({ word }) => letterOf[word]).join(''),
    refusals: outcomes.flatMap(({ refusal }) => refusal ?? []),
  };
}

/** The outcomes that a receipt tells of, of the same rows in the same order. */
export function outcomesOf({ words, refusals }: PushReceipt, localIds: readonly (SourceId | null)[]): readonly RowOutcome[] {
  const told = refusals.values();
  return localIds.map((localId, index) => {
    const word = wordOf.get(words[index]!)!;
    return { localId, word, refusal: word === 'QUARANTINED' ? told.next().value! : null };
  });
}
