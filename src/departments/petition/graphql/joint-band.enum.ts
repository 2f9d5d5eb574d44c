import { wordEnum } from '../../../graphql/word-enum.js';
import type { PetitionMatterOwn } from '../own-fields.js';

/** Declares the enum `JointBand`. */
export const JointBandEnum = wordEnum<NonNullable<PetitionMatterOwn['jointBand']>>({
  name: 'JointBand',
  description: '联名人数的档位，从无姓名。How many petition jointly, as a band; never who.',
  words: {
    UP_TO_FIVE: '五人及以下。Five or fewer.',
    SIX_TO_TWENTY: '六至二十人。Six to twenty.',
    TWENTY_ONE_TO_FIFTY: '二十一至五十人。Twenty-one to fifty.',
    OVER_FIFTY: '超过五十人。More than fifty.',
  },
});
