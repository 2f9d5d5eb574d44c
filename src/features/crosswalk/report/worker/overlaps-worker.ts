// Runs in a thread of its own, so that the server keeps answering while layers are laid upon themselves.
import { parentPort, workerData } from 'node:worker_threads';

import type { EqualAreaPlane } from '../../../../geometry/equal-area.js';
import type { OverlapQuestion } from '../ports.js';
import { overlapsHere } from './overlaps-here.js';

/** What the thread is started with. */
export interface OverlapsWork {
  readonly questions: readonly OverlapQuestion[];
  readonly plane: EqualAreaPlane;
}

const { questions, plane } = workerData as OverlapsWork;
// What is thrown ends the thread and reaches the other side as its error.
void overlapsHere(questions, plane).then((found) => parentPort?.postMessage(found));
