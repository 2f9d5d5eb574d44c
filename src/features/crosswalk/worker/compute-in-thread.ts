import { Worker } from 'node:worker_threads';

import { CityError } from '../../../kernel/city-error.js';
import type { PairsResult } from '../compute/compute-links.js';
import type { ShareOfWork } from './compute-here.js';
import type { WorkerFailure, WorkerMessage } from './messages.js';

/** What a thread is followed by. */
export interface ThreadTerms {
  /** Called after each pair of layers; what it throws ends the thread. */
  readonly onPair: () => void;
  /** Ends the thread when it aborts. */
  readonly signal: AbortSignal;
}

/** Computes a share in a thread of its own. Throws `INTERNAL` with the thread's reason, or where it dies. */
export async function computeInThread(file: string, work: ShareOfWork, { onPair, signal }: ThreadTerms): Promise<PairsResult> {
  const worker = new Worker(file, { workerData: work });
  try {
    return await new Promise<PairsResult>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(died()));
      worker.on('error', (cause) => reject(died(cause)));
      worker.on('exit', () => reject(died()));
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'done') resolve(message.result);
        if (message.kind === 'failed') reject(failed(message.failure));
        if (message.kind === 'pair') tell(onPair, reject);
      });
    });
  } finally {
    await worker.terminate();
  }
}

function tell(onPair: () => void, reject: (cause: unknown) => void): void {
  try {
    onPair();
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
