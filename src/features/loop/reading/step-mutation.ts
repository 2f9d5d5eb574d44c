import { actOfMutation, type MutationName } from '../../access/index.js';
import { isOfficesOwn } from '../steps/office-step.js';

/** The steps that a mutation of another name takes. */
const renamed: Readonly<Record<string, MutationName>> = { submitResult: 'submitFeedback', sendBackForRework: 'verifyMatter' };

/** The mutation that takes a step; null while there is none. */
export function mutationOf(step: string): MutationName | null {
  if (isOfficesOwn(step)) return 'takeOfficeStep';
  return renamed[step] ?? (step in actOfMutation ? (step as MutationName) : null);
}
