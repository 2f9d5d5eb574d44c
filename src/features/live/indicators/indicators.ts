import type { Indicator } from '../../statistics/index.js';
import type { Heartbeat, StreamGap } from '../delivery.js';

/** Key figures of a division: all of them, or those that have changed since. */
export interface Indicators {
  readonly typeName: 'Indicators';
  readonly cursor: string;
  /** The figures of this moment and this day hold every change up to here; what is read at leisure tells its own instant. */
  readonly position: number;
  readonly serverTime: Date;
  /** Whether these are all figures; else those left out stand as they were told. */
  readonly isComplete: boolean;
  readonly figures: readonly Indicator[];
}

/** What a stream of key figures hands out. */
export type IndicatorsDelivery = Indicators | StreamGap | Heartbeat;
