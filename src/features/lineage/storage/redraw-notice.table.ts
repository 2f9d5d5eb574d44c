import { EntitySchema } from 'typeorm';

import type { RedrawNotice } from '../redraw.js';

/** The columns of a row of `redraw_notice`. */
export interface RedrawNoticeColumns extends RedrawNotice {
  readonly redrawUuid: string;
}

/** The table `redraw_notice`: which offices have been told of a redraw, and which have taken note. */
export const redrawNoticeTable = new EntitySchema<RedrawNoticeColumns>({
  name: 'redraw_notice',
  columns: {
    redrawUuid: {
      name: 'redraw_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'redraw', name: 'redraw_notice_redraw_id_fkey' },
    },
    department: { type: 'text', primary: true },
    notifiedAt: { name: 'notified_at', type: 'timestamptz' },
    acknowledgedAt: { name: 'acknowledged_at', type: 'timestamptz', nullable: true },
    acknowledgedBy: { name: 'acknowledged_by', type: 'text', nullable: true },
  },
});
