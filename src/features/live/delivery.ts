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
