import type { EventTopic, LogEvent, NewEvent } from './event.js';
import type { EventFilter } from './event-filter.js';

/** A point between two events: everything up to and including `position` lies behind it. */
export interface StreamPoint {
  /** UUID of the life of the log; another one after a restore, when positions may have been given twice. */
  readonly epoch: string;
  /** 0 before the first event. */
  readonly position: number;
}

/** The end of the log at one instant. */
export interface StreamHead extends StreamPoint {
  /** The first position still kept; `position + 1` when nothing is. */
  readonly oldest: number;
}

/** A stretch of the log, read at one instant. */
export interface EventPage {
  readonly epoch: string;
  /** The wanted events of the stretch, by position. */
  readonly events: readonly LogEvent[];
  /** The stretch ends here: every wanted event up to this position is in `events` or lay before the stretch. */
  readonly upTo: number;
  /** The last position of the log at that instant. */
  readonly head: number;
  /** The first position still kept at that instant: what lay between the stretch's beginning and it is gone. */
  readonly oldest: number;
}

/**
 * Reads the log.
 *
 * Positions are given after the commit, by one writer, in one transaction a batch. So whatever is visible is a
 * beginning of the log: a reader that has seen position n will never find a new event at or below n.
 */
export interface EventReader {
  /** The end of the log. */
  head(): Promise<StreamHead>;
  /**
   * The wanted events after `position`, at most `limit` (1 to 1,000).
   * A page may be empty although wanted events follow: go on from `upTo` until it reaches `head`.
   */
  after(position: number, limit: number, filter?: EventFilter): Promise<EventPage>;
}

/**
 * Why a subscription ended: the consumer returned it; the consumer stopped taking events; this process closes;
 * the log began another epoch, so that the consumer's position means nothing any more; what comes next is past keeping and was dropped.
 */
export type EndReason = 'returned' | 'lagged' | 'closed' | 'epoch-changed' | 'expired';

/**
 * The events after a point, for as long as the consumer asks.
 *
 * Order: by position. Delivery: each wanted event exactly once to this iterator, back-fill and live alike; a consumer
 * that resumes from an older point sees again what lies after it. Loss: none. An iterator that ends early says why
 * in `endedBy`, and a new one from `position` goes on without hole and without double (unless the epoch changed or it expired).
 */
export interface EventSubscription extends AsyncIterableIterator<LogEvent, undefined, undefined> {
  readonly epoch: string;
  /** Every wanted event up to here has been taken from this iterator: what a heartbeat or a resume cursor may name. */
  readonly position: number;
  /** Whether it has come to the end of the log and is fed by the tail; false again while it must read on from the log. */
  readonly isLive: boolean;
  /** Calls back each time that it comes to the end of the log; one may be told. */
  whenLive(call: () => void): void;
  /** `null` while it runs. */
  readonly endedBy: EndReason | null;
  next(): Promise<IteratorResult<LogEvent, undefined>>;
  /** Ends it at once, a waiting `next()` included. */
  return(): Promise<IteratorResult<LogEvent, undefined>>;
}

/** From where and what to subscribe. */
export interface SubscriptionRequest {
  /** A point of the present epoch, e.g. `await log.head()` for what comes from now on, or a judged cursor. */
  readonly after: StreamPoint;
  readonly filter?: EventFilter;
}

/** The ordered event log as consumers see it. */
export interface EventLog extends EventReader {
  /**
   * Subscribes from a point on. All subscribers of a process share one reading of the log.
   * A subscriber holds at most 1,000 events; beyond that it reads from the log at its own pace. One that takes nothing
   * while its queue is full and 1,000 wanted events pass by ends as `lagged`; nobody else notices.
   */
  subscribe(request: SubscriptionRequest): EventSubscription;
  /** Whether its end has been read within the last seconds; while it has not, nobody may say that nothing has happened. */
  readonly isCurrent: boolean;
  /** How many subscriptions run in this process. */
  readonly subscribers: number;
  /** Ends all subscriptions as `closed` and frees what the log holds; the log itself stays. */
  close(): Promise<void>;
}

/** Takes events into the transaction that it was handed out for: they exist, or are taken back, if and when that transaction commits. */
export interface EventSink {
  append(events: readonly NewEvent[]): Promise<void>;
  /** Empties in place whatever the log says of some subjects, their UUIDs included; positions and cursors stay good. */
  withdraw(topic: EventTopic, subjects: readonly string[]): Promise<void>;
}
