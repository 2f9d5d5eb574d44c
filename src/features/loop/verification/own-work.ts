import { CityError } from '../../../kernel/city-error.js';
import { accountOf } from '../../../kernel/principal.js';
import type { PastStep } from '../../matters/index.js';
import type { Situation, StepEffect } from '../steps/step.js';
import type { Judged } from '../steps/who-acts.js';

/** Lets others alone judge a result: throws `FORBIDDEN` for the account or organisation that told it, and for organisations that handle the matter. */
export const othersWork: StepEffect = async (situation) => {
  await checkOthersWork(situation);
  return {};
};

/** Passes where the caller has no part in the result that is judged; throws `FORBIDDEN` otherwise. */
export async function checkOthersWork({ matter, acting, organisationUuid, past, transition }: Judged): Promise<void> {
  const result = await resultOf({ past });
  const own = [result?.organisationUuid ?? null, ...matter.handlers.map((handler) => handler.organisationUuid)];
  const isOwn = result?.madeBy === accountOf(acting.principal) || (organisationUuid !== null && own.includes(organisationUuid));
  if (!isOwn) return;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `${transition.step}: expected somebody else than who handled the matter; nobody verifies work of their own.`,
    messageZh: `${transition.step}：不得核实本人或本单位办理的事项。`,
    hint: 'Grid staff of the place, the township level, or the resident by a code may verify it.',
  });
}

/** The step by which a matter came to be verified last; those that left it there are passed over. Undefined for one that is not verified. */
export async function resultOf({ past }: Pick<Situation, 'past'>): Promise<PastStep | undefined> {
  const steps = await past();
  const before = steps.findLastIndex(({ toState }) => toState !== 'VERIFYING');
  return steps[before + 1];
}
