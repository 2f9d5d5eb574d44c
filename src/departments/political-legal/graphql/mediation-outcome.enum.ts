import { wordEnum } from '../../../graphql/word-enum.js';
import type { PoliticalLegalMatterOwn } from '../own-fields.js';

/** Declares the enum `MediationOutcome`. */
export const MediationOutcomeEnum = wordEnum<NonNullable<PoliticalLegalMatterOwn['outcome']>>({
  name: 'MediationOutcome',
  description: '调解结果。How mediation ended.',
  words: {
    AGREED: '达成协议。With an agreement.',
    NOT_AGREED: '未达成协议。Without one.',
    WITHDRAWN: '撤回申请。It was withdrawn.',
    REFERRED: '引导其他途径。Referred to arbitration, court or another procedure.',
  },
});
