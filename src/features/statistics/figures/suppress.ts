import type { FactRow } from '../ports.js';

/** The smallest group in which sealed matters of other offices are counted for somebody who is not of those offices. */
export const leastWithSealed = 3;

/**
 * Whether a group is too small to be told: fewer than three matters, one of them sealed by another office. Bigger groups are told, as lists
 * of matters count them too (`totalCount`), one sealed matter after the other under its made title.
 */
export function isSuppressed({ matters, sealedOfOthers }: Pick<FactRow, 'matters' | 'sealedOfOthers'>): boolean {
  return sealedOfOthers > 0 && matters < leastWithSealed;
}
