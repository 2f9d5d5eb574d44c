import { groupBy } from '../../../kernel/group-by.js';
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

/**
 * The groups of an answer that are not told: those too small ({@link isSuppressed}), and the smallest beside them, until no line of the
 * answer gives one away to whoever knows the line's total. Lines are what a question with fewer groupings would add up: all groups, and with
 * two groupings those that share a key. Where a line has no other group left its total is no secret of the answer's.
 */
export function suppressedAmong(groups: readonly FactRow[]): ReadonlySet<FactRow> {
  const hidden = new Set(groups.filter(isSuppressed));
  if (hidden.size === 0) return hidden;
  const lines = linesOf(groups);
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const line of lines) hideBeside(line, hidden);
  }
  return hidden;
}

function linesOf(groups: readonly FactRow[]): readonly (readonly FactRow[])[] {
  const places = (groups[0]?.keys.length ?? 0) < 2 ? [] : groups[0]!.keys.keys();
  const shared = [...places].flatMap((place) => [...groupBy(groups, ({ keys }) => keys[place] ?? null).values()]);
  return [groups, ...shared].map((line) => line.toSorted((one, other) => one.matters - other.matters));
}

/** Every hidden group has one matter at least: what is hidden must be more than that, and of several groups, or their sum tells each. */
function hideBeside(line: readonly FactRow[], hidden: Set<FactRow>): void {
  const unseen = line.filter((group) => hidden.has(group));
  if (unseen.length === 0) return;
  let sum = unseen.reduce((matters, group) => matters + group.matters, 0);
  let count = unseen.length;
  for (const group of line) {
    if (count > 1 && sum > count) return;
    if (hidden.has(group)) continue;
    hidden.add(group);
    sum += group.matters;
    count += 1;
  }
}
