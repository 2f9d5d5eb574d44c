// Runs in a thread of its own, maybe beside others with other pairs of layers, so that the server keeps answering and the memory of GEOS goes back with the thread.
import { parentPort, workerData } from 'node:worker_threads';

import { asCityError } from '../../../kernel/city-error.js';
import { computeHere, type ShareOfWork } from './compute-here.js';
import type { WorkerMessage } from './messages.js';

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

computeHere(workerData as ShareOfWork, () => tell({ kind: 'pair' })).then(
  (result) => tell({ kind: 'done', result }),
  (thrown: unknown) => {
    const error = asCityError(thrown);
    const { message, messageZh, hint = null, details } = error;
    const cause = error.cause instanceof Error ? error.cause : error;
    tell({ kind: 'failed', failure: { message, messageZh, hint, details, stack: cause.stack ?? cause.message } });
  },
);
