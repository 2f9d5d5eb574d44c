import type { Matter } from '../matters/index.js';

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
}

/** Why a stream cannot go on from where its reader was: the log began another life, forgot that part, or ends before it. */
export type GapReason = 'EPOCH_CHANGED' | 'EXPIRED' | 'AHEAD';

/** Tells a reader that changes may be missing between two cursors; the stream goes on after `to`. */
export interface StreamGap {
  readonly typeName: 'StreamGap';
  /** Everything up to here had been delivered. */
  readonly from: string;
  readonly to: string;
  readonly reason: GapReason;
  /** Whether the reader must load the present state anew; what it reads after this delivery holds everything up to `to`. */
  readonly resync: boolean;
}

/** Tells a quiet reader that it misses nothing: every change up to `cursor` that it wants has been delivered. */
export interface Heartbeat {
  readonly typeName: 'Heartbeat';
  readonly cursor: string;
  readonly serverTime: Date;
}

/** What a stream of matters' changes hands out. */
export type MatterDelivery = MatterEvent | StreamGap | Heartbeat;
