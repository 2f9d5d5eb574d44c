import { EntitySchema } from 'typeorm';

import type { CalendarDate } from '../../../../kernel/dates.js';
import type { IndexMark } from '../../../crosswalk/index.js';

/** The columns of the one row of `placing_mark`. */
export interface PlacingMarkColumns {
  readonly single: true;
  readonly day: CalendarDate;
  readonly mark: IndexMark;
  readonly placedAt: Date;
}

/** The table `placing_mark`: for which day, and for which state of the index, matters and elements were last placed to the end. */
export const placingMarkTable = new EntitySchema<PlacingMarkColumns>({
  name: 'placing_mark',
  columns: {
    single: { type: 'boolean', primary: true, default: true },
    day: { type: 'date' },
    mark: { type: 'jsonb' },
    placedAt: { name: 'placed_at', type: 'timestamptz' },
  },
  checks: [{ name: 'placing_mark_single_check', expression: 'single' }],
});
