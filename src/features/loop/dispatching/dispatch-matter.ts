import type { GoverningLists } from '../../catalogue/index.js';
import type { StepEffect } from '../steps/step.js';
import { type AdmissionParts, admitted } from './admission.js';
import { checkNotElsewhere } from './already-elsewhere.js';
import { checkEscalation } from './escalation.js';
import { handlersOf, type HandOverParts, organisationsNamed } from './hand-over.js';
import { checkClear, rulingFor } from './proposal.js';

/** What dispatching by the lists in force needs. */
export interface DispatchParts extends AdmissionParts, HandOverParts {
  readonly lists: GoverningLists;
}

/** Hands a matter to one organisation (派单), by the lists and duties in force; whether it is the first receiver (首接) is kept. */
export function dispatch(parts: DispatchParts): StepEffect {
  return async (situation) => {
    await checkNotElsewhere(situation, parts);
    await checkEscalation(situation);
    const uuids = await organisationsNamed(situation, situation.carried.organisations, parts);
    const { admission, proposal } = await rulingFor(situation, parts.lists);
    const kept = await admitted(situation, { ...parts, uuids, admission });
    checkClear(situation, proposal);
    const first = proposal?.firstReceiver ?? null;
    return { handlers: handlersOf(uuids), kept: { ...kept, ...(first === null ? {} : { toFirstReceiver: first === uuids[0] }) } };
  };
}
