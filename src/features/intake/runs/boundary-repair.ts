import type { DroppedPiece, RingFault } from '../../../geometry/ring-faults.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';

/** A boundary that was accepted after one repair, or after rings without ground were left out. */
export interface BoundaryRepair {
  readonly layerKey: LayerKey;
  readonly localId: SourceId;
  /** Path inside the pack. */
  readonly file: string;
  readonly rowNumber: number;
  /** What was wrong and where; empty where rings were only left out. */
  readonly faults: readonly RingFault[];
  /** Points and rings that cover no ground and were left out. */
  readonly dropped: readonly DroppedPiece[];
  /** Square metres of the boundary as it was accepted. */
  readonly areaM2: number;
  /** By how many square metres the repair changed the area; 0 where rings were only left out. */
  readonly areaChangeM2: number;
}
