import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { CityError } from '../../../kernel/city-error.js';
import type { CrosswalkProgress } from '../compute/compute-links.js';
import type { CrosswalkResult } from '../compute/computed-rows.js';
import type { CrosswalkInput } from '../compute/crosswalk-input.js';
import { computeHere } from './compute-here.js';
import type { WorkerFailure, WorkerMessage } from './messages.js';

/** What a caller may add to {@link computeCrosswalk}. */
export interface CrosswalkOptions {
  /** Called after each pair of layers, in the caller's thread; what it throws ends the computing. */
  readonly onProgress?: (progress: CrosswalkProgress) => void;
}

/** Computes the crosswalk of a city somewhere. */
export type ComputeCrosswalk = (input: CrosswalkInput, options?: CrosswalkOptions) => Promise<CrosswalkResult>;

const workerFile = join(__dirname, 'crosswalk-worker.js');

/**
 * Computes the crosswalk in a worker thread, which ends with the answer and gives its memory back; where only the sources
 * are at hand (tests run from them) it computes in this thread. Throws `INTERNAL` where a cover does not add up or the
 * thread dies.
 */
export const computeCrosswalk: ComputeCrosswalk = (input, options = {}) =>
  existsSync(workerFile) ? computeInThread(input, options) : computeHere(input, options.onProgress ?? (() => undefined));

async function computeInThread(input: CrosswalkInput, { onProgress }: CrosswalkOptions): Promise<CrosswalkResult> {
  const worker = new Worker(workerFile, { workerData: input });
  try {
    return await new Promise<CrosswalkResult>((resolve, reject) => {
      worker.on('error', (cause) => reject(died(cause)));
      worker.on('exit', () => reject(died()));
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'done') resolve(message.result);
        if (message.kind === 'failed') reject(failed(message.failure));
        if (message.kind === 'progress') report(message.progress, onProgress, reject);
      });
    });
  } finally {
    await worker.terminate();
  }
}

function report(progress: CrosswalkProgress, onProgress: CrosswalkOptions['onProgress'], reject: (cause: unknown) => void): void {
  try {
    onProgress?.(progress);
  } catch (thrown) {
    reject(thrown);
  }
}

function failed({ message, messageZh, hint, details, stack }: WorkerFailure): CityError {
  return new CityError({ code: 'INTERNAL', fault: 'ours', message, messageZh, ...(hint === null ? {} : { hint }), details, cause: stack });
}

function died(cause?: unknown): CityError {
  return new CityError({
    code: 'INTERNAL',
    fault: 'ours',
    message: 'The thread that computes the crosswalk ended before it answered.',
    messageZh: '计算交叉对照的线程提前结束。',
    hint: 'Nothing was written. Give the process more memory or fewer layers, and run the merge again.',
    cause,
  });
}
