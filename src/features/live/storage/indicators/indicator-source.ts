import { cursorBinding } from '../../../../eventlog/cursor.js';
import type { GapReason, Heartbeat, StreamGap } from '../../delivery.js';
import type { FigureEngine, FigureStanding } from '../../indicators/figure-engine.js';
import type { Indicators } from '../../indicators/indicators.js';
import { iterateSource } from '../../iterate-source.js';
import type { DeliveryStream, LiveSource, LogPoint, Placed, SourceStart } from '../../live-source.js';
import type { IndicatorRequest, IndicatorStreams } from '../../ports.js';
import { readerRights } from '../../reader-rights.js';
import { serverStops } from '../../stream-ended.js';
import { gapTo } from '../streams/mark-deliveries.js';
import { startAfter, startNow } from '../streams/stream-start.js';
import type { IndicatorStreamParts, IndicatorSubject } from './indicator-parts.js';
import { IndicatorStream } from './indicator-stream.js';
import { placedFigures } from './placed-figures.js';

type Gap = { readonly from: string; readonly reason: GapReason } | null;

/** Opens streams of key figures over the log. */
export class LogIndicatorStreams implements IndicatorStreams {
  readonly #parts: IndicatorStreamParts;

  constructor(parts: IndicatorStreamParts) {
    this.#parts = parts;
  }

  async open({ wish, after, scope }: IndicatorRequest): Promise<LiveSource<Indicators>> {
    const { indicators, cursors, events } = this.#parts;
    indicators.check(wish.division);
    const binding = cursorBinding({ stream: 'indicators', division: wish.division }, readerRights(scope()));
    const resumed = after === null ? null : cursors.decode(after, binding);
    const head = await events.head();
    const { gap } = resumed === null ? startNow(head) : startAfter(resumed, after!, head);
    // A state and no history: whoever resumes begins now as well.
    const { point } = startNow(head);
    return new IndicatorSource(this.#parts, { wish, scope, binding }, { point, gap });
  }
}

/** The key figures of one division for one reader. */
class IndicatorSource implements LiveSource<Indicators> {
  readonly start: SourceStart;
  readonly #parts: IndicatorStreamParts;
  readonly #subject: IndicatorSubject;
  readonly #gap: Gap;

  constructor(parts: IndicatorStreamParts, subject: IndicatorSubject, { point, gap }: { readonly point: LogPoint; readonly gap: Gap }) {
    this.#parts = parts;
    this.#subject = subject;
    this.#gap = gap;
    this.start = { point, isNow: true };
  }

  async *opening(point: LogPoint): AsyncGenerator<Placed<Indicators>, undefined, undefined> {
    const { cursors, engines, clock } = this.#parts;
    const { wish, scope, binding } = this.#subject;
    const lease = engines.lease(wish, scope());
    try {
      if (this.#gap) yield gapTo(point, cursors.encode(point, binding), this.#gap);
      const standing = await standingAt(lease.engine, point);
      if (standing === null) throw serverStops(cursors.encode(point, binding));
      const told = { isComplete: true, figures: lease.engine.figures.all, serverTime: clock.now() };
      yield placedFigures(standing.point, cursors.encode(standing.point, binding), told);
    } finally {
      lease.release();
    }
    return undefined;
  }

  from(point: LogPoint): DeliveryStream<Indicators> {
    return new IndicatorStream(this.#parts, this.#subject, point);
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Indicators | StreamGap | Heartbeat, undefined, undefined> {
    return iterateSource(this);
  }
}

/** How the figures stand once they hold everything up to a point; null when this process stops before that. */
function standingAt(engine: FigureEngine, point: LogPoint): Promise<FigureStanding | null> {
  const reached = engine.reach(point);
  return new Promise((resolve) => {
    const look = (): void => {
      const standing = reached();
      if (standing === null && !engine.isClosed) return;
      unlisten();
      resolve(standing);
    };
    const unlisten = engine.listen(look);
    look();
  });
}
