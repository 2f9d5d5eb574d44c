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
      kind: { oneOf: ['LETTER', 'VISIT', 'CALL', 'ONLINE'] },
      required: false,
      headerZh: '信访形式',
    },
    { column: 'purpose_code', property: 'purposeCode', kind: 'text', required: false, headerZh: '信访目的代码' },
    { column: 'route', property: 'route', kind: 'text', required: false, headerZh: '办理途径' },
  ],
} as const satisfies OwnTable;

/** One row of `petition_matter` beside its key. */
export type PetitionMatterOwn = OwnRecord<typeof petitionMatterFields>;
