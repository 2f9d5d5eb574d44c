import type { Log } from '../kernel/log.js';
import type { RunningPlatform } from '../run.js';

/** Less than supervisors wait before they kill. */
const longestMs = 10_000;

/** Stops a platform. What takes longer than 10 seconds is given up and named in the log; the process then ends with 1. */
export async function stopInTime(platform: Pick<RunningPlatform, 'stop'>, log: Log): Promise<void> {
  let step = 'nothing yet';
  const overdue = setTimeout(() => {
    log.error({ afterMs: longestMs, gaveUp: step }, 'stopping took too long and was cut short');
    process.exit(1);
  }, longestMs);
  await platform.stop((what) => (step = what));
  clearTimeout(overdue);
}
