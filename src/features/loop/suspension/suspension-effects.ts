import { addDays } from '../../../kernel/dates.js';
import type { WorkingCalendars } from '../../clocks/index.js';
import type { ClockStore } from '../ports.js';
import { refusedByRule } from '../steps/refused-by-rule.js';
import type { Effect, Situation, StepEffect } from '../steps/step.js';
import { goingOn } from '../timing/move-clocks.js';
import type { SuspensionStore } from './ports.js';

/** What suspending needs. */
export interface SuspensionParts {
  readonly suspensions: SuspensionStore;
  readonly clockStore: ClockStore;
  readonly calendars: WorkingCalendars;
}

const longestDays = 365;

/** Putting a matter aside (挂账) until a day: once, a year at most, not when it is overdue; its clocks rest by the table of the procedure. */
export function suspensionEffects(parts: SuspensionParts): Readonly<Record<string, StepEffect>> {
  return { suspendMatter: (situation) => suspended(situation, parts), resumeMatter: (situation) => resumed(situation, parts) };
}

async function suspended(situation: Situation, { suspensions, clockStore, calendars }: SuspensionParts): Promise<Effect> {
  const { sql, matter, carried, at } = situation;
  checkUntil(situation);
  const handling = goingOn(await clockStore.read(sql, matter.uuid), 'HANDLING');
  if (handling !== undefined && handling.dueAt <= at)
    throw refusedByRule({ step: 'suspendMatter', message: 'its time is over already', messageZh: '已超期，不得挂账' });
  const isFirst = await suspensions.begin(sql, matter.uuid, { since: at, endsAt: calendars.current().endOfDay(carried.until!) });
  if (!isFirst) throw refusedByRule({ step: 'suspendMatter', message: 'it was suspended before', messageZh: '每件只能挂账一次' });
  return {};
}

async function resumed({ sql, matter, at }: Situation, { suspensions }: SuspensionParts): Promise<Effect> {
  await suspensions.end(sql, matter.uuid, at);
  return {};
}

function checkUntil({ carried, today }: Situation): void {
  const [until, latest] = [carried.until!, addDays(today, longestDays)];
  if (until >= today && until <= latest) return;
  throw refusedByRule({
    step: 'suspendMatter',
    message: `until: expected a day from today to ${latest}, got ${until}`,
    messageZh: `until：应为今日至 ${latest} 之间，收到 ${until}`,
  });
}
