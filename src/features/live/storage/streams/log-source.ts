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
}

/** The deliveries that one {@link Telling} makes of the log. */
export class LogSource<Told> implements LiveSource<Told> {
  readonly start: SourceStart;
  readonly #parts: StreamParts;
  readonly #subject: StreamSubject<Told>;
  readonly #gap: { readonly from: string; readonly reason: GapReason } | null;

  private constructor(
    parts: StreamParts,
    subject: StreamSubject<Told>,
    { gap, ...start }: SourceStart & Pick<ReturnType<typeof startNow>, 'gap'>,
  ) {
    this.#parts = parts;
    this.#subject = subject;
    this.#gap = gap;
    this.start = start;
  }

  /** Opens one; throws `CURSOR_INVALID` for a cursor that is forged or of other conditions or rights. */
  static async open<Told>(parts: StreamParts, { telling, conditions, after, scope }: SourceWish<Told>): Promise<LogSource<Told>> {
    const binding = cursorBinding(conditions, readerRights(scope()));
    const resumed = after === null ? null : parts.cursors.decode(after, binding);
    const head = await parts.events.head();
    const begins = resumed === null ? startNow(head) : startAfter(resumed, after!, head);
    const isNow = resumed === null || begins.gap !== null;
    return new LogSource(parts, { telling, scope, binding }, { ...begins, isNow });
  }

  async *opening(point: LogPoint): AsyncGenerator<Placed<Told>, undefined, undefined> {
    const cursor = this.#parts.cursors.encode(point, this.#subject.binding);
    if (this.#gap) yield gapTo(point, cursor, this.#gap);
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
