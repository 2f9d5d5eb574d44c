import type { AnswerError, Refusal } from './carrier.js';
import type { Heartbeat, LiveEvent, Snapshot, StreamGap } from './delivery.js';

/**
 * What is followed, and who is told. A handler may answer a promise: the next delivery waits for it, and the cursor moves on only then, so that
 * a handler which stores what it is told, cursor included, misses nothing and doubles nothing. One that throws ends the following.
 */
export interface FollowWish<Event extends LiveEvent> {
  /**
   * One subscription; it takes `after` from the variable `$after`, and asks for `__typename`, for `cursor` and `eventId` of events, and for the
   * marks of the stream (`streamMarks`). Empty where `extensions.documentId` names a kept document that does so.
   */
  readonly query: string;
  readonly operationName?: string;
  /** `after`: the cursor to go on after; from now on where it is left out. */
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Each event once and in order; `errors` are those of single fields. */
  readonly onEvent: (event: Event, errors: readonly AnswerError[]) => unknown;
  /** Changes may be missing; where `resync` says so, load the present state anew. Told again to whoever is cut off right behind it. */
  readonly onGap: (gap: StreamGap) => unknown;
  readonly onHeartbeat?: (heartbeat: Heartbeat) => unknown;
  /**
   * A part of the state, where the subscription begins with one; it must be given then. The cursor moves on with the heartbeat behind the last
   * part, so that whoever is cut off before gets the state again, from its first part.
   */
  readonly onSnapshot?: (snapshot: Snapshot) => unknown;
  /** It has ended for good: the platform will not serve it, and coming back would not help. */
  readonly onRefused: (refusal: Refusal) => unknown;
  readonly onState?: (state: FollowState) => unknown;
  readonly signal?: AbortSignal;
}

/** CONNECTING: cut off, and coming back. BEHIND: what was missed is still coming, or waits for its handlers. LIVE: up to date. */
export type FollowPhase = 'CONNECTING' | 'BEHIND' | 'LIVE' | 'REFUSED' | 'STOPPED';

/** Where a stream stands. */
export interface FollowState {
  readonly phase: FollowPhase;
  /** Everything up to here has been handled; null before anything was. */
  readonly cursor: string | null;
  /** How long ago the last heartbeat came, milliseconds; null before the first. */
  readonly heartbeatAgeMs: number | null;
  /** Why it was cut off last, or refused; null while it is served. */
  readonly problem: Refusal | null;
}

/** A stream that is followed. */
export interface Following {
  readonly state: FollowState;
  /** Fulfilled when it was stopped or refused; rejected with what a handler threw. */
  readonly ended: Promise<void>;
  stop(): void;
}
