import type { CursorBinding, CursorCodec } from '../../../../eventlog/cursor.js';
import type { EventLog } from '../../../../eventlog/event-log.js';
import type { Clock } from '../../../../kernel/clock.js';
import type { Log } from '../../../../kernel/log.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Ticker } from '../../ticker.js';
import type { Telling } from './telling.js';

/** What streams are made of, whatever they tell. */
export interface StreamParts {
  readonly events: EventLog;
  readonly cursors: CursorCodec;
  readonly clock: Clock;
  readonly ticker: Ticker;
  readonly log: Log;
}

/** What one stream hands out, and for whom. */
export interface StreamSubject<Told> {
  readonly telling: Telling<Told>;
  /** What the reader may see by now. */
  readonly scope: () => Scope;
  /** What the stream's cursors are good for. */
  readonly binding: CursorBinding;
}
