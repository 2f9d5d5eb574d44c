import { wordEnum } from '../../../graphql/word-enum.js';
import type { HousingEstateOwn } from '../own-fields.js';

/** Declares the enum `MaintenanceFund`. */
export const MaintenanceFundEnum = wordEnum<NonNullable<HousingEstateOwn['maintenanceFund']>>({
  name: 'MaintenanceFund',
  description: '维修资金状态。The state of the maintenance fund.',
  words: {
    NONE: '未建立。None was set up.',
    COLLECTED: '已归集。Collected.',
    IN_USE: '使用中。In use.',
    TO_BE_RENEWED: '待续筹。To be collected anew.',
  },
});
