import type { Rings } from '../../geometry/rings.js';

/** What intake needs of an overlay engine; the crosswalk's engines are such. Frames are the caller's. */
export interface RingRepair {
  /** The nearest valid polygon of the same lines; may be empty. */
  repair(rings: Rings): Rings;
  /** The ground of all `list` together, without inner borders. */
  union(list: readonly Rings[]): Rings;
}
