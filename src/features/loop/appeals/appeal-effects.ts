import type { PastStep } from '../../matters/index.js';
import type { MatterClock } from '../matter-clock.js';
import type { ClockStore } from '../ports.js';
import { refusedByRule } from '../steps/refused-by-rule.js';
import type { Effect, Situation, StepEffect } from '../steps/step.js';

/** What appeals need. */
export interface AppealParts {
  readonly clockStore: ClockStore;
}

/** The appeal against an overdue mark (申诉): once, of a closed matter that was overdue; the fact stays, an exemption is flagged beside it. */
export function appealEffects({ clockStore }: AppealParts): Readonly<Record<string, StepEffect>> {
  return {
    appealOverdue: async (situation) => {
      if ((await appealsIn(situation)).length > 0)
        throw refusedByRule({ step: 'appealOverdue', message: 'it was appealed against before', messageZh: '每件只能申诉一次' });
      await overdueRound(situation, clockStore);
      return {};
    },
    decideAppeal: (situation) => decided(situation, clockStore),
  };
}

async function decided(situation: Situation, clockStore: ClockStore): Promise<Effect> {
  const { sql, matter, carried, at } = situation;
  await checkAppealed(situation);
  if (carried.decision === 'REFUSED') return {};
  const round = await overdueRound(situation, clockStore);
  await clockStore.write(sql, matter.uuid, [{ ...round, exemptAt: at }]);
  return { kept: { exempt: { clock: round.clock, round: round.round } } };
}

async function checkAppealed(situation: Situation): Promise<void> {
  const last = (await appealsIn(situation)).at(-1);
  if (last?.step === 'appealOverdue') return;
  throw refusedByRule({ step: 'decideAppeal', message: 'no appeal waits for a decision', messageZh: '没有待裁定的申诉' });
}

async function appealsIn({ past }: Situation): Promise<readonly PastStep[]> {
  return (await past()).filter(({ step }) => step === 'appealOverdue' || step === 'decideAppeal');
}

/** The last round of handling, which ended too late. */
async function overdueRound({ sql, matter, transition: { step } }: Situation, clockStore: ClockStore): Promise<MatterClock> {
  const round = (await clockStore.read(sql, matter.uuid)).filter(({ clock }) => clock === 'HANDLING').at(-1);
  if (round?.stoppedAt && round.stoppedAt > round.dueAt) return round;
  throw refusedByRule({ step, message: 'it was not overdue', messageZh: '该事项并未超期' });
}
