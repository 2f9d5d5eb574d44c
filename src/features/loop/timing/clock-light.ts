import type { Light } from '../../matters/index.js';
import type { MatterClock } from '../matter-clock.js';

/** The light of a clock: of one that is over that of its end, of one that rests that of when it was paused, RED once its time has passed. An exempted mark stays RED. */
export function clockLight({ dueAt, yellowAt, pausedAt, stoppedAt }: MatterClock, now: Date): Light {
  const seenAt = stoppedAt ?? pausedAt ?? now;
  if (seenAt > dueAt) return 'RED';
  return stoppedAt === null && seenAt >= yellowAt ? 'YELLOW' : 'GREEN';
}
