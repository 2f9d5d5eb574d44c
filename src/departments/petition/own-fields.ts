import type { OwnRecord, OwnTable } from '../contract.js';

/** What the petition office alone says of an area or a responsible unit: columns of `petition_unit`. */
export const petitionUnitFields = {
  table: 'petition_unit',
  fields: [
    { column: 'responsible_unit', property: 'responsibleUnit', kind: 'text', required: false, headerZh: '责任单位' },
    { column: 'reception_site', property: 'receptionSite', kind: 'text', required: false, headerZh: '接访场所' },
    { column: 'reception_day', property: 'receptionDay', kind: 'text', required: false, headerZh: '接访日' },
    { column: 'joint_meeting', property: 'jointMeeting', kind: 'bool', required: false, headerZh: '是否设联席会议' },
    { column: 'duty_phone_posted', property: 'dutyPhonePosted', kind: 'bool', required: false, headerZh: '值班电话是否公示' },
    { column: 'responsible_code', property: 'responsibleCode', kind: 'organisation', required: false, headerZh: '责任单位代码' },
  ],
} as const satisfies OwnTable;

/** One row of `petition_unit` beside its key. */
export type PetitionUnitOwn = OwnRecord<typeof petitionUnitFields>;

/** What the petition office alone says of a matter: columns of `petition_matter`. */
export const petitionMatterFields = {
  table: 'petition_matter',
  fields: [
    {
      column: 'petition_form',
      property: 'petitionForm',
      kind: { oneOf: ['LETTER', 'VISIT', 'CALL', 'FAX', 'ONLINE'] },
      required: false,
      headerZh: '信访形式',
      labelsZh: { LETTER: '来信', VISIT: '来访', CALL: '来电', FAX: '传真', ONLINE: '网上信访' },
    },
    { column: 'purpose_code', property: 'purposeCode', kind: 'text', required: false, headerZh: '信访目的代码' },
    {
      column: 'route',
      property: 'route',
      kind: {
        oneOf: [
          'SUGGESTION',
          'ACCUSATION',
          'LITIGATION',
          'ARBITRATION',
          'PARTY_PROCEDURE',
          'ADMINISTRATIVE_PROCEDURE',
          'STATUTORY_DUTY',
          'PETITION_PROCEDURE',
        ],
      },
      required: false,
      headerZh: '办理途径',
      labelsZh: {
        SUGGESTION: '建议意见',
        ACCUSATION: '检举控告',
        LITIGATION: '诉讼程序',
        ARBITRATION: '仲裁',
        PARTY_PROCEDURE: '党内程序',
        ADMINISTRATIVE_PROCEDURE: '行政程序',
        STATUTORY_DUTY: '履行法定职责',
        PETITION_PROCEDURE: '信访处理程序',
      },
    },
    { column: 'content_code', property: 'contentCode', kind: 'text', required: false, headerZh: '内容分类代码' },
    { column: 'registered_on', property: 'registeredOn', kind: 'date', required: false, headerZh: '登记日期' },
    { column: 'referred_on', property: 'referredOn', kind: 'date', required: false, headerZh: '转送交办日期' },
    { column: 'accept_by', property: 'acceptBy', kind: 'date', required: false, headerZh: '受理告知期限' },
    { column: 'handle_by', property: 'handleBy', kind: 'date', required: false, headerZh: '办理期限日' },
    { column: 'joint', property: 'joint', kind: 'bool', required: false, headerZh: '是否联名' },
    {
      column: 'joint_band',
      property: 'jointBand',
      kind: { oneOf: ['UP_TO_FIVE', 'SIX_TO_TWENTY', 'TWENTY_ONE_TO_FIFTY', 'OVER_FIFTY'] },
      required: false,
      headerZh: '联名人数档',
      labelsZh: { UP_TO_FIVE: '五人以下', SIX_TO_TWENTY: '六至二十人', TWENTY_ONE_TO_FIFTY: '二十一至五十人', OVER_FIFTY: '五十人以上' },
    },
    { column: 'public_mark', property: 'publicMark', kind: 'bool', required: false, headerZh: '是否公开' },
    { column: 'confidential', property: 'confidential', kind: 'bool', required: false, headerZh: '是否要求保密' },
  ],
} as const satisfies OwnTable;

/** One row of `petition_matter` beside its key. */
export type PetitionMatterOwn = OwnRecord<typeof petitionMatterFields>;
