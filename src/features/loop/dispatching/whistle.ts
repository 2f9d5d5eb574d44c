import { CityError } from '../../../kernel/city-error.js';
import type { DispatchProposal } from '../../catalogue/index.js';
import type { Situation, StepEffect } from '../steps/step.js';
import { admitted } from './admission.js';
import { checkNotElsewhere } from './already-elsewhere.js';
import type { DispatchParts } from './dispatch-matter.js';
import { checkEscalation } from './escalation.js';
import { handlersOf, organisationsNamed } from './hand-over.js';
import { rulingFor } from './proposal.js';

/** A whistle calls at least so many: for one organisation a dispatch is enough. */
const fewestCalled = 2;

/** Calls several organisations together (吹哨), of which the first leads; what each must do by the duty list (报到) is kept with the editions. */
export function whistle(parts: DispatchParts): StepEffect {
  return async (situation) => {
    await checkNotElsewhere(situation, parts);
    await checkEscalation(situation);
    const { organisations } = situation.carried;
    if (organisations.length < fewestCalled) throw tooFew(organisations.length);
    const uuids = await organisationsNamed(situation, organisations, parts);
    const { admission, proposal } = await rulingFor(situation, parts.lists);
    const kept = await admitted(situation, { ...parts, uuids, admission });
    checkListed(situation, proposal);
    return { handlers: handlersOf(uuids), kept: { ...kept, ...answersOf(situation, uuids, proposal) } };
  };
}

/** While a city has published no whistle list, a whistle may be blown for anything. */
function checkListed({ matter }: Situation, proposal: DispatchProposal | null): void {
  if (proposal === null || proposal.editions.whistle === null || proposal.whistle.isListed) return;
  const { categoryCode, standard } = matter;
  const edition = proposal.editions.whistle;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `blowWhistle: category ${categoryCode} of ${standard} is not on the whistle list, edition ${edition}; expected one that is.`,
    messageZh: `blowWhistle：类别 ${categoryCode}（${standard}）不在“吹哨”事项清单第 ${edition} 版内。`,
    hint: 'Dispatch it to one organisation instead.',
    details: { list: 'WHISTLE', edition },
  });
}

/** The editions, and the tasks of those who were called and are on the duty list, by their codes. */
function answersOf({ carried }: Situation, uuids: readonly string[], proposal: DispatchProposal | null): Readonly<Record<string, unknown>> {
  if (proposal === null) return {};
  const { whistle: whistleEdition, duty: dutyEdition } = proposal.editions;
  const duties = proposal.whistle.organisations.flatMap(({ organisationUuid, task }) => {
    const place = uuids.indexOf(organisationUuid);
    return place < 0 ? [] : [{ organisation: carried.organisations[place], task }];
  });
  return { whistleEdition, dutyEdition, ...(duties.length === 0 ? {} : { duties }) };
}

function tooFew(given: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `organisations: expected at least ${fewestCalled} to be called, got ${given}.`,
    messageZh: `organisations：吹哨至少须 ${fewestCalled} 个组织，收到 ${given} 个。`,
    hint: 'dispatchMatter hands a matter to one organisation.',
  });
}
