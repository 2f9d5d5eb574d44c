import { EntitySchema } from 'typeorm';

import type { CalendarDate } from '../../../../kernel/dates.js';

/** The columns of a row of `placed_ground`. */
export interface PlacedGroundColumns {
  readonly unitUuid: string;
  readonly validFrom: CalendarDate;
  readonly recordedFrom: Date;
}

/** The table `placed_ground`: the version of each unit that open matters and elements were last placed on. */
export const placedGroundTable = new EntitySchema<PlacedGroundColumns>({
  name: 'placed_ground',
  columns: {
    unitUuid: { name: 'unit_id', type: 'uuid', primary: true },
    validFrom: { name: 'valid_from', type: 'date' },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz' },
  },
});
