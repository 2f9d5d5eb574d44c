import { WakeUp } from '../../../../eventlog/wake-up.js';
import type { FigureEngine, FigureStanding } from '../../indicators/figure-engine.js';
import type { EngineLease } from '../../indicators/figure-engines.js';
import type { Indicators } from '../../indicators/indicators.js';
import type { DeliveryStream, LogPoint, Placed } from '../../live-source.js';
import { serverStops } from '../../stream-ended.js';
import { heartbeatMs } from '../streams/log-stream.js';
import { beatAt, gapTo } from '../streams/mark-deliveries.js';
import type { IndicatorStreamParts, IndicatorSubject } from './indicator-parts.js';
import { placedFigures } from './placed-figures.js';

type Taken = IteratorResult<Placed<Indicators>, undefined>;
const finished: Taken = { done: true, value: undefined };

/** An engine that is followed since some reading. */
interface Followed extends EngineLease {
  /** The last reading, where it holds everything up to where the stream began to follow it. */
  readonly standing: () => FigureStanding | null;
  readonly unlisten: () => void;
}

/** The figures that change after a point. A slow reader gets fewer deliveries, and each figure as it is then. */
export class IndicatorStream implements DeliveryStream<Indicators> {
  readonly #parts: IndicatorStreamParts;
  readonly #subject: IndicatorSubject;
  readonly #changed = new WakeUp();
  readonly #stopTicking: () => void;
  #followed: Followed;
  /** The change of the figures up to which the reader knows them; null before the reading needed. */
  #known: number | null = null;
  /** Whether the next delivery has all figures. */
  #tellsAll = false;
  #at: LogPoint;
  #beatDue = false;
  #tellsReached = true;
  #isOver = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: IndicatorStreamParts, subject: IndicatorSubject, after: LogPoint) {
    this.#parts = parts;
    this.#subject = subject;
    this.#at = after;
    this.#followed = this.#follow();
    this.#hear();
    this.#stopTicking = parts.ticker.start(heartbeatMs, () => this.#tick());
  }

  next(): Promise<Taken> {
    const taken = this.#turn.then(() => this.#take());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  return(): Promise<Taken> {
    this.#close();
    return Promise.resolve(finished);
  }

  tellReached(): void {
    this.#tellsReached = true;
    this.#changed.signal();
  }

  async #take(): Promise<Taken> {
    while (!this.#isOver) {
      this.#keepToRights();
      const next = this.#beat() ?? this.#figures() ?? this.#reached();
      if (next) return { done: false, value: next };
      if (this.#engine.isClosed) throw this.#stopped();
      await this.#changed.wait();
    }
    return finished;
  }

  get #engine(): FigureEngine {
    return this.#followed.engine;
  }

  #follow(): Followed {
    const lease = this.#parts.engines.lease(this.#subject.wish, this.#subject.scope());
    return { ...lease, standing: lease.engine.reach(this.#at), unlisten: lease.engine.listen(() => this.#hear()) };
  }

  /** Rights that changed end the figures read under the old ones at once; all are told anew under the new ones. */
  #keepToRights(): void {
    if (this.#subject.scope().key === this.#engine.scope.key) return;
    this.#unfollow();
    this.#known = null;
    this.#tellsAll = true;
    this.#followed = this.#follow();
    this.#hear();
  }

  // At the reading itself and not when the reader asks: what changes between the two must not be lost.
  #hear(): void {
    if (this.#followed.standing() !== null) this.#known ??= this.#engine.figures.change;
    this.#changed.signal();
  }

  #figures(): Placed<Indicators> | undefined {
    const [standing, known] = [this.#followed.standing(), this.#known];
    if (standing === null || known === null) return undefined;
    const { figures } = this.#engine;
    if (standing.point.epoch !== this.#at.epoch) return this.#beginAnew(standing.point);
    this.#at = standing.point;
    if (!this.#tellsAll && figures.change === known) return undefined;
    const told = this.#tellsAll ? { isComplete: true, figures: figures.all } : { isComplete: false, figures: figures.changedAfter(known) };
    this.#tellsAll = false;
    this.#known = figures.change;
    return placedFigures(this.#at, this.#cursorAt(this.#at), { ...told, serverTime: this.#parts.clock.now() });
  }

  /** The log began another life: what its reader counted on may be gone. */
  #beginAnew(point: LogPoint): Placed<Indicators> {
    const from = this.#cursorAt(this.#at);
    this.#at = point;
    this.#tellsAll = true;
    return gapTo(point, this.#cursorAt(point), { from, reason: 'EPOCH_CHANGED' });
  }

  #beat(): Placed<Indicators> | undefined {
    if (!this.#beatDue) return undefined;
    this.#beatDue = false;
    // As every stream: a process that is cut off from the log falls silent.
    return this.#parts.events.isCurrent ? this.#beatOf('BEAT') : undefined;
  }

  #reached(): Placed<Indicators> | undefined {
    if (!this.#tellsReached || this.#known === null) return undefined;
    this.#tellsReached = false;
    return this.#beatOf('REACHED');
  }

  #beatOf(kind: 'BEAT' | 'REACHED'): Placed<Indicators> {
    return beatAt(this.#at, { cursor: this.#cursorAt(this.#at), serverTime: this.#parts.clock.now(), kind });
  }

  #stopped(): Error {
    const stopped = serverStops(this.#cursorAt(this.#at));
    this.#close();
    return stopped;
  }

  #cursorAt(point: LogPoint): string {
    return this.#parts.cursors.encode(point, this.#subject.binding);
  }

  #tick(): void {
    this.#beatDue = true;
    this.#changed.signal();
  }

  #unfollow(): void {
    this.#followed.unlisten();
    this.#followed.release();
  }

  #close(): void {
    this.#isOver = true;
    this.#stopTicking();
    this.#unfollow();
    this.#changed.signal();
  }
}
