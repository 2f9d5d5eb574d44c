import type { CursorBinding } from '../../../../eventlog/cursor.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { IndicatorBook, IndicatorWish } from '../../../statistics/index.js';
import type { FigureEngines } from '../../indicators/figure-engines.js';
import type { StreamParts } from '../streams/stream-parts.js';

/** What streams of key figures are made of. */
export interface IndicatorStreamParts extends StreamParts {
  readonly engines: FigureEngines;
  readonly indicators: Pick<IndicatorBook, 'check'>;
}

/** What one stream of key figures hands out, and for whom. */
export interface IndicatorSubject {
  readonly wish: IndicatorWish;
  /** What the reader may see by now. */
  readonly scope: () => Scope;
  /** What the stream's cursors are good for. */
  readonly binding: CursorBinding;
}
