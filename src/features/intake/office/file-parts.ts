import type { IdRule } from '../../../departments/contract.js';
import type { Clock } from '../../../kernel/clock.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { HeldLayer } from '../../grids/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { SisterLayers } from '../layer-checks/sister-layers.js';
import type { FrontWriter, OfficeFront, ProgressBook, RunRegister } from '../ports.js';
import type { BoundaryRule } from '../row-rules/boundary.js';
import type { Report } from '../runs/progress.js';
import type { RunDesk } from '../runs/run-desk.js';

/** What the rows of one office's files are checked against, and how they are to be taken. */
export interface OfficeSetting {
  readonly register: CityRegister;
  /** The office's own layers. */
  readonly layers: readonly HeldLayer[];
  readonly idRules: Readonly<Record<string, IdRule>>;
  readonly boundaries: BoundaryRule;
  readonly sisters: SisterLayers;
  readonly allElements: () => Promise<ReadonlySet<SourceId>>;
  /** Whether a file of a layer lists all of its units that stand. */
  readonly isWholeLayer: boolean;
  readonly report: Report;
  /** Aborted where the import is to stop after what is under way. */
  readonly stop: AbortSignal;
}

/** Where one office's files are taken to. */
export interface FilePlaces {
  readonly front: OfficeFront;
  readonly writer: FrontWriter;
  readonly progress: ProgressBook;
  readonly runs: RunRegister;
  readonly desk: RunDesk;
  readonly clock: Clock;
  /** Rows of one transaction: what a broken-off import has to do again at most. */
  readonly rowsAtOnce: number;
}

/** Whether a unit is known that the office may speak of. */
export async function knownUnits(
  { front, writer }: FilePlaces,
  { allElements }: OfficeSetting,
  allElementsKey: LayerKey,
): Promise<(layerKey: LayerKey, localId: SourceId) => boolean> {
  const [own, all] = [await writer.unitIds(front.sql), await allElements()];
  return (layerKey, localId) => (layerKey === allElementsKey ? all.has(localId) : (own.get(layerKey)?.has(localId) ?? false));
}
