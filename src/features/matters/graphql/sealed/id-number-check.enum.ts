import { wordEnum } from '../../../../graphql/word-enum.js';
import type { IdCardVerdict } from '../../../../kernel/id-card.js';

/** Declares the enum `IdNumberCheck`. */
export const IdNumberCheckEnum = wordEnum<IdCardVerdict>({
  name: 'IdNumberCheck',
  description: '证件号的自校验结果（GB 11643）。What an identity number tells of itself by GB 11643.',
  words: {
    RIGHT: '十八位且校验码正确。18 characters with the right check character.',
    OLD_FORM: '十五位旧号，无校验码。The old form of 15 digits, which has no check character.',
    WRONG_DATE: '其中的出生日期不存在。The date of birth in it does not exist.',
    WRONG_CHECK_CHARACTER: '校验码错误，号码有误。The check character is wrong: so is the number.',
    OTHER_DOCUMENT: '不是居民身份证号码。The number of another document.',
  },
});
