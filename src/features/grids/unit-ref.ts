import type { DepartmentCode, LayerKey, SourceId } from '../../kernel/ids.js';

/** A unit as people name it: by its keeper's own id. */
export interface UnitRef {
  /** Null for the city's own units. */
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
  /** Null searches all layers of the office. */
  readonly layer: LayerKey | null;
}
