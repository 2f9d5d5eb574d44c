import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type RedrawAct, redrawDeeds } from '../redraw.js';

/** The columns of a row of `redraw_act`. */
export interface RedrawActColumns extends RedrawAct {
  readonly redrawUuid: string;
}

/** The table `redraw_act`: every step of a redraw through the procedure; only added to. */
export const redrawActTable = new EntitySchema<RedrawActColumns>({
  name: 'redraw_act',
  columns: {
    redrawUuid: { name: 'redraw_id', type: 'uuid', primary: true, foreignKey: { target: 'redraw', name: 'redraw_act_redraw_id_fkey' } },
    version: { type: 'integer', primary: true },
    deed: { type: 'text' },
    subject: { type: 'text' },
    role: { type: 'text' },
    organisationUuid: {
      name: 'organisation_id',
      type: 'uuid',
      foreignKey: { target: 'organisation', name: 'redraw_act_organisation_id_fkey' },
    },
    document: { type: 'text' },
    at: { name: 'happened_at', type: 'timestamptz' },
  },
  checks: [{ name: 'redraw_act_deed_check', expression: oneOf('deed', redrawDeeds) }],
});
