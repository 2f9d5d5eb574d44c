import { AsyncLocalStorage } from 'node:async_hooks';

import type { Deadline } from '../kernel/deadline.js';

const current = new AsyncLocalStorage<Deadline>();

/** Does work under a deadline: when it passes, statements of the work that run are cancelled, and no further one is sent. */
export function withinDeadline<Result>(deadline: Deadline, work: () => Result): Result {
  return current.run(deadline, work);
}

/** The deadline of the work that asks; none for work of the house itself. */
export function currentDeadline(): Deadline | undefined {
  return current.getStore();
}
