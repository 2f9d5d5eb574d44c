import type { DivisionCode } from '../../../kernel/ids.js';
import type { Division } from '../division.js';
import type { DivisionTree } from '../division-tree.js';

/** A division that knows the tree it stands in, so that what is above and below it follows the same date. */
export interface DivisionOfDay extends Division {
  readonly tree: DivisionTree;
}

/** Looks a division up in the tree of one day, for the schema to answer; null where there is none of that code. */
export function divisionOfDay(tree: DivisionTree, code: DivisionCode): DivisionOfDay | null {
  const division = tree.find(code);
  return division && { ...division, tree };
}
