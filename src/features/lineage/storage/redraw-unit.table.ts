import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import type { RedrawUnit } from '../redraw.js';

/** The two parts that a unit can have in a redraw. */
export const redrawParts = ['ENDS', 'BEGINS'] as const;

/** The columns of a row of `redraw_unit`. */
export interface RedrawUnitColumns extends RedrawUnit {
  readonly redrawUuid: string;
  readonly part: (typeof redrawParts)[number];
}

/** The table `redraw_unit`: the units that a redraw ends and begins, as they were proposed. */
export const redrawUnitTable = new EntitySchema<RedrawUnitColumns>({
  name: 'redraw_unit',
  columns: {
    redrawUuid: {
      name: 'redraw_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'redraw', name: 'redraw_unit_redraw_id_fkey' },
    },
    part: { type: 'text', primary: true },
    localId: { name: 'local_id', type: 'text', primary: true },
    uuid: { name: 'unit_id', type: 'uuid', nullable: true },
    name: { type: 'text' },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    households: { type: 'integer', nullable: true },
    boundary: { type: 'jsonb', nullable: true },
    areaM2: { name: 'area_m2', type: 'double precision', nullable: true },
    predecessors: { type: 'jsonb' },
  },
  checks: [{ name: 'redraw_unit_part_check', expression: oneOf('part', redrawParts) }],
});
