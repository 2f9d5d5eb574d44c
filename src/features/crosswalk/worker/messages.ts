import type { PairsResult } from '../compute/compute-links.js';

/** What a worker tells the thread that started it, in this order: a pair done any number of times, then one of the others. */
export type WorkerMessage =
  | { readonly kind: 'pair' }
  | { readonly kind: 'done'; readonly result: PairsResult }
  /** A thrown CityError cannot be copied between threads; its parts can. */
  | { readonly kind: 'failed'; readonly failure: WorkerFailure };

/** The parts of the error that the computing threw. */
export interface WorkerFailure {
  readonly message: string;
  readonly messageZh: string;
  readonly hint: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly stack: string;
}
