import type { StepEffect } from '../steps/step.js';
import { admissionOf, type AdmissionParts, keptOf } from './admission.js';

/** Refuses a matter for a reason; that it is not on the admission list is kept with the edition. */
export function refuseMatter(parts: Pick<AdmissionParts, 'lists'>): StepEffect {
  return async (situation) => {
    const admission = await admissionOf(situation, parts);
    return admission?.standing === 'NOT_LISTED' ? { kept: { ...keptOf(admission) } } : {};
  };
}
