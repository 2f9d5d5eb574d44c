import { wordEnum } from '../../../graphql/word-enum.js';

/** Declares what time limits are counted in. */
export const LimitUnitEnum = wordEnum({
  name: 'LimitUnit',
  description: '计时单位；“紧急”指不间断计时。What a time limit is counted in; urgent units run without rest.',
  words: {
    CALENDAR_DAYS: '日：自然日，末日遇休息日顺延。Calendar days; a last day of rest is put off to the next working day.',
    WORKING_DAYS: '工作日：不计休息日。Working days; days of rest do not count.',
    WORKING_HOURS: '工作时：只计工作日的办公时间。Hours of work on working days.',
    URGENT_WORKING_HOURS: '紧急工作时：昼夜不间断计时。Hours without rest, nights and holidays included.',
    URGENT_WORKING_DAYS: '紧急工作日：逐日计，遇休息日不顺延。Days without rest, never put off.',
  },
});
