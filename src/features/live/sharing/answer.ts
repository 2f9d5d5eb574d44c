import type { LogPoint, Placed } from '../live-source.js';

/** One delivery as it leaves: executed and written out once for all who follow. */
export interface Answer {
  /** The result of the execution, JSON in UTF-8. */
  readonly payload: Buffer;
  /** Whoever resumes from it gets everything after this delivery; null within a state that is not told to its end. */
  readonly cursor: string | null;
  readonly at: LogPoint;
  readonly kind: Placed<unknown>['kind'];
}

/** Makes the answer of a delivery; throws to end the stream for everybody who follows. */
export type MakeAnswer<Told> = (placed: Placed<Told>) => Promise<Answer>;
