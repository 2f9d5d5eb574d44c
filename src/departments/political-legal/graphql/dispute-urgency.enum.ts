import { wordEnum } from '../../../graphql/word-enum.js';
import type { PoliticalLegalMatterOwn } from '../own-fields.js';

/** Declares the enum `DisputeUrgency`. */
export const DisputeUrgencyEnum = wordEnum<NonNullable<PoliticalLegalMatterOwn['urgency']>>({
  name: 'DisputeUrgency',
  description: '缓急程度。How urgent a dispute is.',
  words: {
    NORMAL: '一般件。Handled in turn.',
    URGENT: '紧急件。Handled before others.',
    SUPERVISED: '督办件。Watched by a higher level until it is settled.',
  },
});
