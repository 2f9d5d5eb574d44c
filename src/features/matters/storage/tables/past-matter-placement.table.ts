import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../../database/one-of.js';
import type { CalendarDate } from '../../../../kernel/dates.js';
import { placedBy, type Placement } from '../../ports.js';

/** The columns of a row of `past_matter_placement`. */
export interface PastMatterPlacementColumns extends Placement {
  readonly matterUuid: string;
  /** The first day on which the matter lay elsewhere. */
  readonly until: CalendarDate;
}

/** The table `past_matter_placement`: where matters lay before the ground changed while they were open. Goes with its matter. */
export const pastMatterPlacementTable = new EntitySchema<PastMatterPlacementColumns>({
  name: 'past_matter_placement',
  columns: {
    matterUuid: { name: 'matter_id', type: 'uuid', primary: true },
    until: { type: 'date', primary: true },
    unitUuid: { name: 'unit_id', type: 'uuid', primary: true },
    weight: { type: 'real' },
    by: { name: 'placed_by', type: 'text' },
  },
  checks: [{ name: 'past_matter_placement_placed_by_check', expression: oneOf('placed_by', placedBy) }],
});
