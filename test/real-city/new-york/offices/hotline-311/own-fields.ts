import type { OwnRecord, OwnTable } from '../../../../../src/departments/contract.js';

/** What the hotline alone says of a request: columns of `hotline_request`. */
export const hotlineRequestFields = {
  table: 'hotline_request',
  fields: [
    { column: 'location_type', property: 'locationType', kind: 'text', required: false, headerZh: '地点类型' },
    { column: 'zip', property: 'zip', kind: 'text', required: false, headerZh: '邮编' },
    { column: 'community_board', property: 'communityBoard', kind: 'text', required: false, headerZh: '社区委员会' },
  ],
} as const satisfies OwnTable;

/** One row of `hotline_request` beside its key. */
export type HotlineRequestOwn = OwnRecord<typeof hotlineRequestFields>;
