import { CityError } from '../../../kernel/city-error.js';
import type { WorkingCalendars } from '../../clocks/index.js';
import type { Procedures } from '../procedure/procedures.js';
import { refusedByRule } from '../steps/refused-by-rule.js';
import type { Effect, Situation, StepEffect } from '../steps/step.js';
import type { SupervisionStore } from './ports.js';

/** What supervising needs. */
export interface SupervisionParts {
  readonly supervisions: SupervisionStore;
  readonly calendars: WorkingCalendars;
  readonly procedures: Pick<Procedures, 'all'>;
}

/** Supervision (督办): ordered with a day until which an answer is owed, and answered; what waits for its answer is not closed (结案). */
export function supervisionEffects(parts: SupervisionParts): Readonly<Record<string, StepEffect>> {
  return {
    superviseMatter: (situation) => ordered(situation, parts),
    answerSupervision: (situation) => answered(situation, parts),
    ...Object.fromEntries(closingSteps(parts.procedures).map((step) => [step, (situation: Situation) => answeredBefore(situation, parts)])),
  };
}

/** The steps by which matters are closed, in whatever procedure: closeMatter, closeCase, closePetition, … */
function closingSteps(procedures: Pick<Procedures, 'all'>): readonly string[] {
  return procedures
    .all()
    .flatMap(({ states, transitions }) => transitions.filter(({ to }) => states[to]?.common === 'CLOSED').map(({ step }) => step));
}

async function ordered({ sql, matter, carried, organisationUuid, at, today }: Situation, parts: SupervisionParts): Promise<Effect> {
  const until = carried.until!;
  if (until < today)
    throw refusedByRule({
      step: 'superviseMatter',
      message: `until: expected today or later, got ${until}`,
      messageZh: `until：不得早于今日，收到 ${until}`,
    });
  const dueAt = parts.calendars.current().endOfDay(until);
  await parts.supervisions.order(sql, { matterUuid: matter.uuid, version: matter.version + 1, organisationUuid, orderedAt: at, dueAt });
  return {};
}

async function answered({ sql, matter, carried, at }: Situation, { supervisions }: SupervisionParts): Promise<Effect> {
  const version = Number(carried.own['supervision']);
  const answer = { matterUuid: matter.uuid, version, answeredVersion: matter.version + 1, at };
  if (await supervisions.answer(sql, answer)) return {};
  throw refusedByRule({
    step: 'answerSupervision',
    message: `supervision: none of version ${version} waits for an answer`,
    messageZh: `supervision：第 ${version} 版的督办不存在或已答复`,
  });
}

async function answeredBefore(
  { sql, matter, state, transition: { step } }: Situation,
  { supervisions }: SupervisionParts,
): Promise<Effect> {
  if (!(await supervisions.isWaiting(sql, matter.uuid))) return {};
  throw new CityError({
    code: 'ILLEGAL_TRANSITION',
    message: `${step}: a supervision of this matter waits for its answer; expected answerSupervision first.`,
    messageZh: `${step}：督办尚未答复，须先 answerSupervision。`,
    hint: 'supervisions of the matter tell which one waits.',
    details: { allowed: ['answerSupervision'], state },
  });
}
