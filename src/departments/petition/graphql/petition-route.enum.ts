import { wordEnum } from '../../../graphql/word-enum.js';
import type { PetitionMatterOwn } from '../own-fields.js';

/** Declares the enum `PetitionRoute`. */
export const PetitionRouteEnum = wordEnum<NonNullable<PetitionMatterOwn['route']>>({
  name: 'PetitionRoute',
  description:
    '分类处理途径，依《信访工作条例》第二十九至三十一条。The route on which a petition is handled, by Art. 29 to 31 of the regulation.',
  words: {
    SUGGESTION: '建议意见类（第二十九条）。A suggestion or opinion (Art. 29).',
    ACCUSATION: '检举控告类（第三十条），不出本部门。An accusation (Art. 30), which never leaves the office.',
    LITIGATION: '诉讼及其他司法程序。Court and other judicial procedure.',
    ARBITRATION: '仲裁。Arbitration.',
    PARTY_PROCEDURE: '党内有关程序。A procedure within the party.',
    ADMINISTRATIVE_PROCEDURE: '行政复议、裁决、许可等行政程序。Administrative review, ruling, permit or the like.',
    STATUTORY_DUTY: '查处违法行为、履行法定职责。A duty by law to protect or to prosecute.',
    PETITION_PROCEDURE: '信访处理程序，出具处理意见书。The petition procedure, which ends with a written opinion.',
  },
});
