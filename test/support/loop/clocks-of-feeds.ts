import { timeLimitFinder } from '../../../src/features/clocks/storage/time-limit-finder.js';
import { readCalendar } from '../../../src/features/clocks/wiring.js';
import { toldClocks } from '../../../src/features/loop/wiring.js';
import type { MattersTold } from '../../../src/features/matters/index.js';
import type { Clock } from '../../../src/kernel/clock.js';

/** Moves clocks as offices without procedures of their own tell. */
export const clocksOfFeeds = (clock: Clock): MattersTold =>
  toldClocks({ own: new Map(), limits: timeLimitFinder, calendarOf: readCalendar, clock });
