import type { UnitArrival } from '../grids/index.js';
import type { DeclaredPredecessor } from './redraw.js';

/** A unit that ends, as the index holds it. */
export interface EndingUnit extends UnitArrival {
  readonly uuid: string;
}

/** A unit that begins, checked. */
export type BeginningUnit = Pick<UnitArrival, 'localId' | 'name' | 'divisionCode' | 'households' | 'boundary' | 'areaM2'> & {
  readonly predecessors: readonly DeclaredPredecessor[];
};
