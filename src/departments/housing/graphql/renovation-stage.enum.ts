import { wordEnum } from '../../../graphql/word-enum.js';
import type { HousingEstateOwn } from '../own-fields.js';

/** Declares the enum `RenovationStage`. */
export const RenovationStageEnum = wordEnum<NonNullable<HousingEstateOwn['renovationStage']>>({
  name: 'RenovationStage',
  description: '老旧小区改造阶段。How far the renovation of an old estate is.',
  words: {
    NOT_PLANNED: '未列入计划。Not planned.',
    PLANNED: '已列入计划。Planned.',
    UNDER_WAY: '改造中。Under way.',
    DONE: '已完成。Done.',
  },
});
