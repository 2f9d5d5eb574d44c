import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { OverlapArea } from '../../compute/overlay-engine.js';
import type { MeasureOverlaps } from '../ports.js';
import { overlapsHere } from './overlaps-here.js';
import type { OverlapsWork } from './overlaps-worker.js';

const workerFile = join(__dirname, 'overlaps-worker.js');

/** Measures in a worker thread, which ends with the answer; where only the sources are at hand (tests run from them) in this thread. */
export const measureOverlaps: MeasureOverlaps = (questions, plane) => {
  if (questions.length === 0) return Promise.resolve([]);
  return existsSync(workerFile) ? measureInThread({ questions, plane }) : overlapsHere(questions, plane);
};

async function measureInThread(work: OverlapsWork): Promise<readonly (readonly OverlapArea[])[]> {
  const worker = new Worker(workerFile, { workerData: work });
  try {
    const [found] = (await once(worker, 'message')) as [readonly (readonly OverlapArea[])[]];
    return found;
  } finally {
    await worker.terminate();
  }
}
