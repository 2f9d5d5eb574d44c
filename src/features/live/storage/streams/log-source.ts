import { cursorBinding } from '../../../../eventlog/cursor.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { GapReason, Heartbeat, StreamGap } from '../../delivery.js';
import { iterateSource } from '../../iterate-source.js';
import type { DeliveryStream, LiveSource, LogPoint, Placed, SourceStart } from '../../live-source.js';
import { readerRights } from '../../reader-rights.js';
import { LogStream } from './log-stream.js';
import { beatAt, gapTo } from './mark-deliveries.js';
import type { StreamParts, StreamSubject } from './stream-parts.js';
import { startAfter, startNow } from './stream-start.js';
import type { Telling } from './telling.js';

/** What a source over the log is opened for. */
export interface SourceWish<Told> {
  readonly telling: Telling<Told>;
  /** Plain JSON that says which subscription this is and what it wants: what its cursors are bound to beside the rights. */
  readonly conditions: unknown;
  /** Where to go on; null begins from now. */
  readonly after: string | null;
  readonly scope: () => Scope;
  /** The state to open with: before the events of a reader who begins now, and behind a gap. */
  readonly state?: TellState<Told> | null;
}

/** How a state is told. */
export interface TellState<Told> {
  /** Throws what whoever asks for it must know before anything is told. */
  check(): Promise<void>;
  /** The state in parts, as it is when it is asked for or later. */
  tell(): AsyncIterable<Told>;
}

/** The deliveries that one {@link Telling} makes of the log. */
export class LogSource<Told> implements LiveSource<Told> {
  readonly start: SourceStart;
  readonly #parts: StreamParts;
  readonly #subject: StreamSubject<Told>;
  readonly #state: TellState<Told> | null;
  readonly #gap: { readonly from: string; readonly reason: GapReason } | null;

  private constructor(
    parts: StreamParts,
    subject: StreamSubject<Told>,
    { gap, state, ...start }: SourceStart & Pick<ReturnType<typeof startNow>, 'gap'> & { readonly state: TellState<Told> | null },
  ) {
    this.#parts = parts;
    this.#subject = subject;
    this.#gap = gap;
    this.#state = state;
    this.start = start;
  }

  /** Opens one; throws `CURSOR_INVALID` for a cursor that is forged or of other conditions or rights. */
  static async open<Told>(parts: StreamParts, { state = null, ...wish }: SourceWish<Told>): Promise<LogSource<Told>> {
    const { telling, conditions, after, scope } = wish;
    const binding = cursorBinding(conditions, readerRights(scope()));
    const resumed = after === null ? null : parts.cursors.decode(after, binding);
    const head = await parts.events.head();
    const begins = resumed === null ? startNow(head) : startAfter(resumed, after!, head);
    const beginsHere = resumed === null || begins.gap !== null;
    // A state is at least as new as its point: whoever is told it cannot begin at a later one.
    if (beginsHere) await state?.check();
    const start = { ...begins, isNow: beginsHere && state === null, state: beginsHere ? state : null };
    return new LogSource(parts, { telling, scope, binding }, start);
  }

  async *opening(point: LogPoint): AsyncGenerator<Placed<Told>, undefined, undefined> {
    const cursor = this.#parts.cursors.encode(point, this.#subject.binding);
    // Who is cut off within the state cannot go on behind the gap either.
    if (this.#gap) yield { ...gapTo(point, cursor, this.#gap), ...(this.#state ? { cursor: null } : {}) };
    if (this.#state) yield* stateAt(point, this.#state);
    yield beatAt(point, { cursor, serverTime: this.#parts.clock.now(), kind: 'BEAT' });
    return undefined;
  }

  from(point: LogPoint): DeliveryStream<Told> {
    return new LogStream(this.#parts, this.#subject, point);
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Told | StreamGap | Heartbeat, undefined, undefined> {
    return iterateSource(this);
  }
}

/** The parts of a state; the beat behind them is the first from which its reader can go on. */
async function* stateAt<Told>(point: LogPoint, state: TellState<Told>): AsyncGenerator<Placed<Told>, undefined, undefined> {
  for await (const delivery of state.tell()) yield { delivery, at: point, cursor: null, kind: 'STATE' };
  return undefined;
}
