import type { LayerKey } from '../../../kernel/ids.js';
import type { Matter, Placement } from '../../matters/index.js';
import type { Heartbeat, StreamGap } from '../delivery.js';
import type { MatterSnapshot } from './matter-snapshot.js';
import type { Rebase } from './rebase.js';

/** A change of a matter, with the matter as it is when the change is delivered. */
export interface MatterEvent {
  readonly typeName: 'MatterEvent';
  /** Whoever resumes from it gets everything after this event. */
  readonly cursor: string;
  /** UUID by which a repeated event is known. */
  readonly eventId: string;
  /** Place in the log; rises without holes over the whole log, so one stream skips those it does not want. */
  readonly position: number;
  readonly matter: Matter;
  /** What happened, in the log's words: `MATTER_RECORDED`, `MATTER_CHANGED`, `MATTER_YELLOW`, …; of an alarm the version is that of before. */
  readonly kind: string;
  /** The matter's version that this change led to; `matter` may be further on already. */
  readonly version: number;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** Where the matter lies in the layer that the stream was asked for; null where it was asked for none. */
  readonly places: PlacesInLayer | null;
}

/** The units that a matter lies in, those of one layer meant. */
export interface PlacesInLayer {
  readonly layer: LayerKey;
  /** Of every layer: which layer a unit is of only a city model tells. */
  readonly placements: readonly Placement[];
}

/** What a stream of matters' changes tells. */
export type MatterTold = MatterEvent | Rebase | MatterSnapshot;

/** What a stream of matters' changes hands out. */
export type MatterDelivery = MatterTold | StreamGap | Heartbeat;
