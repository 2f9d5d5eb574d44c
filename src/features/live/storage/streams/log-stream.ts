import type { LogEvent } from '../../../../eventlog/event.js';
import type { StreamPoint } from '../../../../eventlog/event-log.js';
import { WakeUp } from '../../../../eventlog/wake-up.js';
import { groupBy } from '../../../../kernel/group-by.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Matter } from '../../../matters/index.js';
import type { Heartbeat, MatterDelivery } from '../../delivery.js';
import { meets, type PlacedMatter } from '../../matters/matter-event-conditions.js';
import type { MatterStream } from '../../ports.js';
import { matterEventOf } from '../matters/matter-event-of.js';
import { ReadAhead } from './read-ahead.js';
import { streamEnded } from './stream-ended.js';
import type { StreamParts, StreamSubject } from './stream-parts.js';
import { startAfter, type StreamStart } from './stream-start.js';

/** Milliseconds between two heartbeats. */
export const heartbeatMs = 15_000;
/** A slow reader must not be shown a matter as it was: what was looked up longer ago is looked up again. */
const freshMs = 1_000;
const retryMs = 1_000;

/** The matters of all events up to a position, as they were at an instant (epoch milliseconds) under a scope, by its key. */
interface LookedUp {
  readonly upTo: number;
  readonly at: number;
  readonly scopeKey: string;
  readonly matters: ReadonlyMap<string, PlacedMatter>;
}
const nothingLookedUp: LookedUp = { upTo: 0, at: 0, scopeKey: '', matters: new Map() };

type Taken = IteratorResult<MatterDelivery, undefined>;
const finished: Taken = { done: true, value: undefined };

/**
 * One reader's stream of matters' changes.
 *
 * An event leaves the read-ahead only when it is delivered or found unwanted; so whatever is still there, and no more,
 * lies after the cursor of the next heartbeat.
 */
export class LogMatterStream implements MatterStream {
  readonly #parts: StreamParts;
  readonly #subject: StreamSubject;
  readonly #changed = new WakeUp();
  readonly #stopTicking: () => void;
  #ahead: ReadAhead;
  #announced: MatterDelivery[];
  #looked: LookedUp = nothingLookedUp;
  #beatDue = false;
  #isAway = false;
  #isOver = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: StreamParts, subject: StreamSubject, start: StreamStart) {
    this.#parts = parts;
    this.#subject = subject;
    this.#ahead = this.#readFrom(start.point);
    this.#announced = this.#opening(start);
    this.#stopTicking = parts.ticker.start(heartbeatMs, () => this.#tick());
  }

  [Symbol.asyncIterator](): this {
    return this;
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

  async throw(thrown: unknown): Promise<Taken> {
    this.#close();
    throw thrown;
  }

  async #take(): Promise<Taken> {
    try {
      while (!this.#isOver) {
        const next = this.#announced.shift() ?? this.#nextChange();
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

  /** The next wanted change whose matter has been looked up since it arrived, under what its reader may see by now; the unwanted ones before it are dropped. */
  #nextChange(): MatterDelivery | undefined {
    const { upTo, at, scopeKey, matters } = this.#looked;
    const now = this.#parts.clock.now();
    if (now.getTime() - at > freshMs || this.#subject.scope().key !== scopeKey) return undefined;
    for (let event = this.#ahead.events[0]; event && event.position <= upTo; event = this.#ahead.events[0]) {
      this.#ahead.drop();
      const matter = matters.get(event.subject);
      if (matter && meets(this.#subject.conditions, matter, { model: this.#parts.models.current(), now }))
        return this.#told(event, matter.matter);
    }
    return undefined;
  }

  async #proceed(): Promise<void> {
    const ended = this.#ahead.endedBy;
    if (ended !== null && ended !== 'epoch-changed') throw streamEnded(ended, this.#cursorAt(await this.#position()));
    try {
      if (this.#beatDue) await this.#beat();
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
    this.#announced.push(this.#heartbeat(await this.#position()));
  }

  async #lookUp(events: readonly LogEvent[]): Promise<void> {
    const upTo = events.at(-1)!.position;
    const scope = this.#subject.scope();
    const at = this.#parts.clock.now().getTime();
    const found = await this.#parts.matters.byUuid(scope, [...new Set(events.map((event) => event.subject))]);
    const seen = found.filter((matter) => matter !== null);
    const placed = await this.#placesOf(scope, seen);
    const matters = new Map(seen.map((matter) => [matter.uuid, { matter, placedIn: placed.get(matter.uuid) ?? new Set<string>() }]));
    this.#looked = { upTo, at, scopeKey: scope.key, matters };
  }

  /** The units that matters lie in, by matter; asked for only by those who want a unit. */
  async #placesOf(scope: Scope, matters: readonly Matter[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    if (!this.#subject.conditions.unit) return new Map();
    const places = await this.#parts.matters.placementsOf(
      scope,
      matters.map(({ uuid }) => uuid),
      null,
    );
    const byMatter = groupBy(places, ({ matterUuid }) => matterUuid);
    return new Map([...byMatter].map(([uuid, ofMatter]) => [uuid, new Set(ofMatter.map(({ unitUuid }) => unitUuid))]));
  }

  /** Goes on in another life of the log; a reader that came after its beginning loses nothing by it. */
  async #beginAnew(): Promise<void> {
    const reached = await this.#position();
    const start = startAfter(reached, this.#cursorAt(reached), await this.#parts.events.head());
    if (this.#isOver) return;
    this.#ahead = this.#readFrom(start.point);
    this.#looked = nothingLookedUp;
    if (start.gap) this.#announced.push(...this.#opening(start));
  }

  /** The index cannot be read just now: nothing is lost by waiting, and heartbeats go on. */
  async #waitOut(thrown: unknown): Promise<void> {
    if (!this.#isAway) this.#parts.log.warn({ err: thrown }, 'matter stream: the index cannot be read, trying again');
    this.#isAway = true;
    await this.#changed.wait(retryMs);
  }

  #readFrom(after: StreamPoint): ReadAhead {
    const subscription = this.#parts.events.subscribe({ after, filter: this.#subject.filter });
    return new ReadAhead(subscription, () => this.#changed.signal());
  }

  #opening({ point, gap }: StreamStart): MatterDelivery[] {
    const heartbeat = this.#heartbeat(point);
    return gap ? [{ typeName: 'StreamGap', ...gap, to: heartbeat.cursor, resync: true }, heartbeat] : [heartbeat];
  }

  #heartbeat(point: StreamPoint): Heartbeat {
    return { typeName: 'Heartbeat', cursor: this.#cursorAt(point), serverTime: this.#parts.clock.now() };
  }

  #told(event: LogEvent, matter: Matter): MatterDelivery {
    return matterEventOf(event, matter, this.#cursorAt(event));
  }

  #cursorAt(point: StreamPoint): string {
    return this.#parts.cursors.encode(point, this.#subject.binding);
  }

  async #position(): Promise<StreamPoint> {
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
