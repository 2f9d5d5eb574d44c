import { Deadline } from '../../kernel/deadline.js';
import { currentDeadline, withinDeadline } from '../current-deadline.js';
import { TooSlow } from './away.js';

/** Does work under a deadline of its own beside that of the request, whichever passes first; what is cut off is cancelled at the server. */
export async function withinTime<Result>(withinMs: number, work: () => Promise<Result>): Promise<Result> {
  const deadline = new Deadline();
  const outer = currentDeadline();
  const stopListening = outer?.whenPassed(() => deadline.pass());
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      deadline.pass();
      reject(new TooSlow(withinMs));
    }, withinMs);
  });
  try {
    return await Promise.race([withinDeadline(deadline, work), late]);
  } finally {
    clearTimeout(timer);
    stopListening?.();
  }
}
