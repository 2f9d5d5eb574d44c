import { wordEnum } from '../../../graphql/word-enum.js';
import type { CivilMatterOwn } from '../own-fields.js';

/** Declares the enum `AssistanceKind`. */
export const AssistanceKindEnum = wordEnum<NonNullable<CivilMatterOwn['assistanceKind']>>({
  name: 'AssistanceKind',
  description: '救助与福利的类别。The kind of assistance or allowance.',
  words: {
    MINIMUM_LIVING: '最低生活保障。Minimum living allowance.',
    EXTREME_HARDSHIP: '特困人员供养。Support in extreme hardship.',
    TEMPORARY: '临时救助。Temporary assistance.',
    ELDERLY_SERVICE: '养老服务。Services for the elderly.',
    DISABLED_ALLOWANCE: '残疾人两项补贴。Allowances for the disabled.',
    CHILD_PROTECTION: '困境儿童保障。Protection of children in need.',
    OLD_AGE_ALLOWANCE: '高龄津贴。Allowance for the very old.',
    OTHER: '其他。Another kind.',
  },
});
