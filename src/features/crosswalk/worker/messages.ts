import type { CrosswalkProgress } from '../compute/compute-links.js';
import type { CrosswalkResult } from '../compute/computed-rows.js';

/** What the worker tells the thread that started it, in this order: progress any number of times, then one of the others. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: CrosswalkProgress }
  | { readonly kind: 'done'; readonly result: CrosswalkResult }
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
