import { randomUUID } from 'node:crypto';

import { CityError } from '../../../kernel/city-error.js';
import { accountOf } from '../../../kernel/principal.js';
import { actsOf, type FindOrganisation } from '../../access/index.js';
import type { Situation, StepEffect } from '../steps/step.js';
import { checkJudgement } from './check-judgement.js';
import type { EvaluationSide, Scores } from './evaluation.js';
import type { EvaluationStore } from './ports.js';

/** What evaluating needs. */
export interface EvaluatingParts {
  readonly evaluations: EvaluationStore;
  readonly findOrganisation: FindOrganisation;
}

/** Writes what one side says of the other (双考核): a resident or township of who handled the matter, a department of who dispatched it. */
export function evaluateMatter(parts: EvaluatingParts): StepEffect {
  return async (situation) => {
    const { sql, matter, carried, at } = situation;
    const scores = carried.scores!;
    checkJudgement(scores);
    await checkSide(scores.side, situation);
    const byOrganisationUuid = scores.side === 'RESIDENT' ? null : situation.organisationUuid;
    const ofOrganisationUuid = await judged(scores, situation, parts);
    if (ofOrganisationUuid === byOrganisationUuid) throw itself();
    const { side, responded, solved, satisfied, score } = scores;
    const evaluation = { uuid: randomUUID(), matterUuid: matter.uuid, evaluatedAt: at, side, responded, solved, satisfied, score };
    if (!(await parts.evaluations.insert(sql, { ...evaluation, ofOrganisationUuid, byOrganisationUuid }))) throw judgedBefore(side);
    return {};
  };
}

const isOfSide: Readonly<Record<EvaluationSide, (situation: Situation) => boolean | Promise<boolean>>> = {
  // Whoever reported says it itself; of others, those who call back (回访) write down what the resident said. Who handled it does neither.
  RESIDENT: async (situation) => !isPart(situation) && (callsBack(situation) || (await hasReported(situation))),
  TOWNSHIP: ({ acting, organisationUuid, matter }) =>
    organisationUuid !== null && actsOf(acting.principal).includes('DISPATCH') && !isHandler(matter, organisationUuid),
  DEPARTMENT: isPart,
};

/** A call back is part of checking a result: whoever may only report does not speak for others. */
function callsBack({ acting: { principal } }: Situation): boolean {
  return ['GRID_WORKER', 'COMMUNITY_STAFF', 'HOTLINE'].includes(principal.role) && actsOf(principal).includes('VERIFY');
}

async function hasReported({ past, acting }: Situation): Promise<boolean> {
  return (await past())[0]?.madeBy === accountOf(acting.principal);
}

function isPart({ matter, organisationUuid }: Situation): boolean {
  return organisationUuid !== null && isHandler(matter, organisationUuid);
}

function isHandler({ handlers }: Situation['matter'], organisationUuid: string): boolean {
  return handlers.some((handler) => handler.organisationUuid === organisationUuid);
}

async function checkSide(side: EvaluationSide, situation: Situation): Promise<void> {
  if (await isOfSide[side](situation)) return;
  const { subject, role } = situation.acting.principal;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `side: expected somebody who speaks for the ${side} of this matter, got ${subject} (${role}).`,
    messageZh: `side：须由本事项的 ${side} 一方评价，当前为 ${subject}（${role}）。`,
    hint: 'whoAmI tells for which organisation the caller acts.',
  });
}

/** Who is judged: a handler by the resident and the township, whoever dispatched it by a department. */
async function judged({ side, organisation }: Scores, situation: Situation, { findOrganisation }: EvaluatingParts): Promise<string> {
  const { sql, matter } = situation;
  const others = side === 'DEPARTMENT' ? await dispatchersOf(situation) : handlersOf(matter);
  const named = organisation === null ? others[0] : await findOrganisation(sql, organisation);
  if (named !== undefined && others.includes(named)) return named;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `organisation: expected one that ${side === 'DEPARTMENT' ? 'dispatched' : 'handled'} this matter, got ${organisation ?? 'none'}.`,
    messageZh: `organisation：应为${side === 'DEPARTMENT' ? '派单' : '承办'}本事项的组织，收到 ${organisation ?? '空'}。`,
  });
}

function handlersOf({ leadUuid, handlers }: Situation['matter']): readonly string[] {
  return [...(leadUuid === null ? [] : [leadUuid]), ...handlers.map(({ organisationUuid }) => organisationUuid)];
}

async function dispatchersOf({ past, matter }: Situation): Promise<readonly string[]> {
  const steps = (await past()).filter(({ step }) => step === 'dispatchMatter' || step === 'blowWhistle').toReversed();
  const named = steps.flatMap(({ organisationUuid }) => organisationUuid ?? []);
  return named.length > 0 ? named : [matter.keeperUuid];
}

function itself(): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: 'organisation: expected another organisation than the one that judges.',
    messageZh: 'organisation：不得评价本单位。',
  });
}

function judgedBefore(side: EvaluationSide): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `The ${side} side has judged this organisation in this matter before; it is judged once.`,
    messageZh: `${side} 一方已就本事项评价过该组织，只能评价一次。`,
  });
}
