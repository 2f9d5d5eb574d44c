import type { Heartbeat, StreamGap } from './delivery.js';

/** A point between two events of the log: everything up to and including `position`, in that life of the log, lies behind it. */
export interface LogPoint {
  /** UUID of the life of the log. */
  readonly epoch: string;
  readonly position: number;
}

/** One delivery of a stream and where it stands in the log. */
export interface Placed<Told> {
  readonly delivery: Told | StreamGap | Heartbeat;
  /** Everything wanted up to here has been handed out, this delivery included. */
  readonly at: LogPoint;
  /** The same as its reader is told it; whoever resumes from it gets everything after this delivery. Null within a state that is not told to its end: nobody can go on from there. */
  readonly cursor: string | null;
  /** `STATE`: a part of the state that opens a stream. `EVENT` and `GAP` concern every reader before that point; a `BEAT` tells only where the stream stands; `REACHED`: a beat, and the stream has come to the end of the log. */
  readonly kind: 'STATE' | 'EVENT' | 'GAP' | 'BEAT' | 'REACHED';
}

/** Deliveries in order. It ends by `return()`, or by throwing an error that carries the cursor to go on from (`details.resume`). */
export interface DeliveryStream<Told> {
  next(): Promise<IteratorResult<Placed<Told>, undefined>>;
  return(): Promise<unknown>;
  /** Has the next coming to the end of the log told as well; it is told once by itself. */
  tellReached(): void;
}

/** Where a reader begins. */
export interface SourceStart {
  readonly point: LogPoint;
  /** Whether the reader wants what comes from now on: it may as well begin at any later point that is now. */
  readonly isNow: boolean;
}

/**
 * What a subscription hands out, before anybody reads: where its reader begins, and the deliveries from any point on. Readers whose sources
 * hand out the same may follow one stream.
 *
 * Iterated by itself it is one reader's stream, its opening first.
 */
export interface LiveSource<Told = unknown> extends AsyncIterable<Told | StreamGap | Heartbeat, undefined, undefined> {
  readonly start: SourceStart;
  /** What a reader who begins at a point is told at once: of the gap before it, of the state at it, and a beat. */
  opening(point: LogPoint): AsyncIterable<Placed<Told>>;
  /** The deliveries after a point, of a stream of their own. */
  from(point: LogPoint): DeliveryStream<Told>;
  [Symbol.asyncIterator](): AsyncIterableIterator<Told | StreamGap | Heartbeat, undefined, undefined>;
}

/** Whether one point lies behind another or at it; points of different lives cannot be compared. */
export function isUpTo(point: LogPoint, other: LogPoint): boolean {
  return point.epoch === other.epoch && point.position <= other.position;
}
