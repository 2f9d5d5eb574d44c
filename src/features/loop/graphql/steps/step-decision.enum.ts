import { wordEnum } from '../../../../graphql/word-enum.js';
import type { Carried } from '../../steps/step.js';

/** Declares the enum `StepDecision`. */
export const StepDecisionEnum = wordEnum<NonNullable<Carried['decision']>>({
  name: 'StepDecision',
  description: '决定。A decision on what was asked for.',
  words: { GRANTED: '同意。Granted.', REFUSED: '不同意。Refused.' },
});
