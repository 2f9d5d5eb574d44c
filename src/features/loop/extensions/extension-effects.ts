import { uuidOf } from '../../../kernel/ids.js';
import type { LimitUnit, TimeLimit, WorkingCalendars } from '../../clocks/index.js';
import type { PastStep } from '../../matters/index.js';
import { type MatterClock } from '../matter-clock.js';
import type { ClockStore } from '../ports.js';
import { refusedByRule } from '../steps/refused-by-rule.js';
import type { Effect, Situation, StepEffect } from '../steps/step.js';
import { deadlineOf, goingOn, withAlarm } from '../timing/move-clocks.js';

/** What extending needs. */
export interface ExtensionParts {
  readonly clockStore: ClockStore;
  readonly calendars: WorkingCalendars;
}

/** How often the time to handle a matter is extended at most (domain: 延期 at most twice, each by the original limit at most). */
const mostExtensions = 2;

/** Asking for more time (延期), and its decision by somebody else. */
export function extensionEffects(parts: ExtensionParts): Readonly<Record<string, StepEffect>> {
  return { requestExtension: (situation) => requested(situation, parts), decideExtension: (situation) => decided(situation, parts) };
}

async function requested(situation: Situation, { clockStore }: ExtensionParts): Promise<Effect> {
  const { sql, matter, past, carried } = situation;
  const round = extensible(situation, await clockStore.read(sql, matter.uuid));
  if (openRequest(await past()) !== null)
    throw refusedByRule({
      step: 'requestExtension',
      message: 'an extension has been asked for and is not decided yet',
      messageZh: '已有未决定的延期申请',
    });
  const amount = Number(carried.own['amount']);
  if (!Number.isInteger(amount) || amount < 1 || amount > round.limitAmount)
    throw refusedByRule({
      step: 'requestExtension',
      message: `expected 1 to ${round.limitAmount} more ${round.limitUnit}, the original limit, got ${amount}`,
      messageZh: `每次延长 1 至 ${round.limitAmount}（不超过原时限，单位 ${round.limitUnit}），收到 ${amount}`,
    });
  return { kept: { limit: { amount, unit: round.limitUnit } } };
}

async function decided(situation: Situation, { clockStore, calendars }: ExtensionParts): Promise<Effect> {
  const { sql, matter, past, carried, at } = situation;
  const request = openRequest(await past());
  if (request === null)
    throw refusedByRule({ step: 'decideExtension', message: 'no extension is asked for', messageZh: '没有待决定的延期申请' });
  if (carried.decision === 'REFUSED') return {};
  const rounds = await clockStore.read(sql, matter.uuid);
  const round = extensible(situation, rounds);
  const longer = extended(round, request.carried!['limit'] as TimeLimit, calendars);
  await clockStore.write(sql, matter.uuid, [longer]);
  const after = rounds.map((one) => (one === round ? longer : one));
  const notices = isCallers(matter.source) ? [callerNotice(situation, longer)] : [];
  return { deadline: deadlineOf(after, false), kept: { dueAt: longer.dueAt.toISOString(), decidedAt: at.toISOString() }, notices };
}

/** The time of handling that can be extended now. */
function extensible({ transition: { step }, at }: Situation, rounds: readonly MatterClock[]): MatterClock {
  const round = goingOn(rounds, 'HANDLING');
  if (round === undefined) throw refusedByRule({ step, message: 'no time to handle it runs', messageZh: '没有正在计时的处置时限' });
  if (round.dueAt <= at) throw refusedByRule({ step, message: 'its time is over already', messageZh: '已超期，不得延期' });
  if (round.extended >= mostExtensions)
    throw refusedByRule({ step, message: `it was extended ${round.extended} times`, messageZh: `已延期 ${round.extended} 次` });
  return round;
}

function extended(round: MatterClock, limit: TimeLimit, calendars: WorkingCalendars): MatterClock {
  const calendar = calendars.current();
  const dueAt = calendar.extendedDue(round.dueAt, limit);
  const yellowAt = calendar.yellowAt(round.startedAt, dueAt, round.limitUnit as LimitUnit);
  // The new deadline turns yellow in its own time, also where the old one had.
  return withAlarm({ ...round, dueAt, yellowAt, extended: round.extended + 1, alarmed: 'NONE' });
}

/** The request that nobody has decided yet. */
function openRequest(past: readonly PastStep[]): PastStep | null {
  const last = past.filter(({ step }) => step === 'requestExtension' || step === 'decideExtension').at(-1);
  return last?.step === 'requestExtension' ? last : null;
}

const isCallers = (source: string): boolean => source === 'RESIDENT' || source === 'HOTLINE';

/** A resident who called is told that it will take longer (北京市接诉即办工作条例 2021). */
function callerNotice({ matter, at }: Situation, { dueAt, extended: times }: MatterClock): NonNullable<Effect['notices']>[number] {
  const eventId = uuidOf('caller-told-of-extension', matter.uuid, String(matter.version + 1));
  return {
    eventId,
    matter: { ...matter, version: matter.version + 1 },
    kind: 'CALLER_TOLD',
    payload: { about: 'EXTENSION', times, dueAt },
    at,
  };
}
