import { wordEnum } from '../../../graphql/word-enum.js';
import type { PoliticalLegalMatterOwn } from '../own-fields.js';

/** Declares the enum `MediationStage`. */
export const MediationStageEnum = wordEnum<NonNullable<PoliticalLegalMatterOwn['mediationStage']>>({
  name: 'MediationStage',
  description: '调解阶段。The stage that mediation has reached.',
  words: {
    ACCEPTED: '受理。Accepted.',
    MEDIATING: '调解中。Under way.',
    AGREED: '达成协议。An agreement was reached.',
    FAILED: '调解不成。No agreement was reached.',
    FOLLOW_UP: '回访。Asked again after the agreement.',
  },
});
