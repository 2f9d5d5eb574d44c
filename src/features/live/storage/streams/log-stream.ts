import type { LogEvent } from '../../../../eventlog/event.js';
import { WakeUp } from '../../../../eventlog/wake-up.js';
import type { DeliveryStream, LogPoint, Placed } from '../../live-source.js';
import { readerLagged, serverStops } from '../../stream-ended.js';
import { beatAt, gapTo } from './mark-deliveries.js';
import { ReadAhead } from './read-ahead.js';
import type { StreamParts, StreamSubject } from './stream-parts.js';
import { startAfter } from './stream-start.js';
import type { Showing } from './telling.js';

/** Milliseconds between two heartbeats. */
export const heartbeatMs = 15_000;
/** A slow reader must not be shown things as they were: what was looked up longer ago is looked up again. What others looked up half a second ago may be part of it. */
const freshMs = 500;
const retryMs = 1_000;

/** How all events up to a position are shown, looked up at an instant (epoch milliseconds) under a scope, by its key. */
interface LookedUp<Told> {
  readonly upTo: number;
  readonly at: number;
  readonly scopeKey: string;
  readonly show: Showing<Told>;
}

type Taken<Told> = IteratorResult<Placed<Told>, undefined>;
const finished: Taken<never> = { done: true, value: undefined };

/**
 * The deliveries after a point of the log, in order.
 *
 * An event leaves the read-ahead only when it is delivered or found unwanted; so whatever is still there, and no more,
 * lies after the cursor of the next heartbeat.
 */
export class LogStream<Told> implements DeliveryStream<Told> {
  readonly #parts: StreamParts;
  readonly #subject: StreamSubject<Told>;
  readonly #changed = new WakeUp();
  readonly #stopTicking: () => void;
  #ahead: ReadAhead;
  #announced: Placed<Told>[] = [];
  #looked: LookedUp<Told> | null = null;
  #beatDue = false;
  #tellsReached = true;
  #isAway = false;
  #isOver = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: StreamParts, subject: StreamSubject<Told>, after: LogPoint) {
    this.#parts = parts;
    this.#subject = subject;
    this.#ahead = this.#readFrom(after);
    this.#stopTicking = parts.ticker.start(heartbeatMs, () => this.#tick());
  }

  next(): Promise<Taken<Told>> {
    const taken = this.#turn.then(() => this.#take());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  return(): Promise<Taken<Told>> {
    this.#close();
    return Promise.resolve(finished);
  }

  tellReached(): void {
    this.#tellsReached = true;
    this.#changed.signal();
  }

  async #take(): Promise<Taken<Told>> {
    try {
      while (!this.#isOver) {
        const next = this.#announced.shift() ?? this.#nextEvent();
        if (next) return { done: false, value: next };
        await this.#proceed();
      }
      return finished;
    } catch (thrown) {
      // Whoever iterates does not call return() after an error.
      this.#close();
      throw thrown;
    }
  }

  /** The next wanted event that has been looked up since it arrived, under what its reader may see by now; the unwanted ones before it are dropped. */
  #nextEvent(): Placed<Told> | undefined {
    const looked = this.#looked;
    if (looked === null || this.#parts.clock.now().getTime() - looked.at > freshMs) return undefined;
    if (this.#subject.scope().key !== looked.scopeKey) return undefined;
    for (let event = this.#ahead.events[0]; event && event.position <= looked.upTo; event = this.#ahead.events[0]) {
      this.#ahead.drop();
      const told = this.#told(event, looked.show);
      if (told) return told;
    }
    return undefined;
  }

  #told(event: LogEvent, show: Showing<Told>): Placed<Told> | null {
    const cursor = this.#cursorAt(event);
    const delivery = show(event, cursor);
    return delivery && { delivery, at: { epoch: event.epoch, position: event.position }, cursor, kind: 'EVENT' };
  }

  async #proceed(): Promise<void> {
    const ended = this.#ahead.endedBy;
    if (ended !== null && ended !== 'epoch-changed' && ended !== 'expired')
      throw (ended === 'lagged' ? readerLagged : serverStops)(this.#cursorAt(await this.#position()));
    try {
      if (this.#beatDue) await this.#beat();
      else if (this.#tellsReached && this.#ahead.isLive) await this.#reach();
      else if (this.#ahead.events.length > 0) await this.#lookUp(this.#ahead.events);
      else if (ended !== null) await this.#beginAnew();
      else await this.#changed.wait();
      this.#isAway = false;
    } catch (thrown) {
      await this.#waitOut(thrown);
    }
  }

  async #beat(): Promise<void> {
    this.#beatDue = false;
    // A process that is cut off from the log falls silent, by which its readers know to look elsewhere.
    if (!this.#parts.events.isCurrent) return;
    this.#announced.push(this.#beatAt(await this.#position(), 'BEAT'));
  }

  /** Tells that the end of the log was reached: what is at hand has come since. */
  async #reach(): Promise<void> {
    const point = await this.#position();
    this.#tellsReached = false;
    this.#announced.push(this.#beatAt(point, 'REACHED'));
  }

  async #lookUp(events: readonly LogEvent[]): Promise<void> {
    const upTo = events.at(-1)!.position;
    const scope = this.#subject.scope();
    const at = this.#parts.clock.now().getTime();
    const show = await this.#subject.telling.show(events.slice(), scope);
    this.#looked = { upTo, at, scopeKey: scope.key, show };
  }

  /** Goes on in another life of the log, or behind what was dropped of it; a reader that came after its beginning loses nothing by it. */
  async #beginAnew(): Promise<void> {
    const reached = await this.#position();
    const { point, gap } = startAfter(reached, this.#cursorAt(reached), await this.#parts.events.head());
    if (this.#isOver) return;
    this.#ahead = this.#readFrom(point);
    this.#looked = null;
    if (gap) this.#announced.push(gapTo(point, this.#cursorAt(point), gap), this.#beatAt(point, 'BEAT'));
  }

  /** The index cannot be read just now: nothing is lost by waiting, and heartbeats go on. */
  async #waitOut(thrown: unknown): Promise<void> {
    if (!this.#isAway) this.#parts.log.warn({ err: thrown }, 'a stream of changes: the index cannot be read, trying again');
    this.#isAway = true;
    await this.#changed.wait(retryMs);
  }

  #readFrom(after: LogPoint): ReadAhead {
    const subscription = this.#parts.events.subscribe({ after, filter: this.#subject.telling.filter });
    return new ReadAhead(subscription, () => this.#changed.signal());
  }

  #beatAt(point: LogPoint, kind: 'BEAT' | 'REACHED'): Placed<Told> {
    return beatAt(point, { cursor: this.#cursorAt(point), serverTime: this.#parts.clock.now(), kind });
  }

  #cursorAt(point: LogPoint): string {
    return this.#parts.cursors.encode(point, this.#subject.binding);
  }

  async #position(): Promise<LogPoint> {
    return { epoch: this.#ahead.epoch, position: await this.#ahead.position() };
  }

  #tick(): void {
    this.#beatDue = true;
    this.#changed.signal();
  }

  #close(): void {
    this.#isOver = true;
    this.#stopTicking();
    this.#ahead.stop();
    this.#changed.signal();
  }
}
