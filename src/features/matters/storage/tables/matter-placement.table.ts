import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../../database/one-of.js';
import { placedBy, type Placement } from '../../ports.js';

/** The columns of a row of `matter_placement`. */
export interface MatterPlacementColumns extends Placement {
  /** The matter’s own, repeated so that a unit’s newest matters are one reading of the key. */
  readonly reportedAt: Date;
  readonly matterUuid: string;
}

/**
 * The table `matter_placement`: the units of every layer that a matter lies in, worked out from its point or its office's unit. Written and
 * removed with its matter by the one writer of matters; a foreign key would look the matter up for each of its seven units.
 */
export const matterPlacementTable = new EntitySchema<MatterPlacementColumns>({
  name: 'matter_placement',
  columns: {
    unitUuid: { name: 'unit_id', type: 'uuid', primary: true },
    reportedAt: { name: 'reported_at', type: 'timestamptz', primary: true },
    matterUuid: { name: 'matter_id', type: 'uuid', primary: true },
    weight: { type: 'real' },
    by: { name: 'placed_by', type: 'text', default: 'POINT' },
  },
  checks: [{ name: 'matter_placement_placed_by_check', expression: oneOf('placed_by', placedBy) }],
  indices: [{ name: 'matter_placement_by_matter', columns: ['matterUuid'] }],
});
