import type { Log } from '../kernel/log.js';
import type { WakeUp } from './wake-up.js';

/** A task that is begun again whenever it fails. */
export interface PersistentTask {
  /** What the log lines call it. */
  readonly name: string;
  /** Does the work; returns when it was stopped or lost its connection, rejects when it failed. */
  run(): Promise<void>;
  readonly stop: AbortSignal;
  /** Waited on between two attempts, so that a stop need not wait. */
  readonly wakeUp: WakeUp;
  readonly retryMs: number;
  readonly log: Log;
}

/** Runs a task until it is told to stop, again and again; an outage is one warning, however many attempts it takes. */
export async function persist(task: PersistentTask): Promise<void> {
  let warned = false;
  while (!task.stop.aborted) {
    const began = Date.now();
    const failure = await task.run().then(
      () => null,
      (thrown: unknown) => ({ thrown }),
    );
    if (task.stop.aborted) return;
    if (Date.now() - began > task.retryMs * 10) warned = false;
    if (!warned) task.log.warn({ err: failure?.thrown }, `${task.name}: connection lost, trying again every ${task.retryMs} ms`);
    warned = true;
    await task.wakeUp.wait(task.retryMs);
  }
}
