import { EntitySchema } from 'typeorm';

import type { UnitCount } from '../read-models.js';

/** The columns of a row of `unit_count`. */
export interface UnitCountColumns extends UnitCount {
  readonly unitUuid: string;
}

/** The table `unit_count`: numbers of people and dwellings of a unit. */
export const unitCountTable = new EntitySchema<UnitCountColumns>({
  name: 'unit_count',
  columns: {
    unitUuid: { name: 'unit_id', type: 'uuid', primary: true, foreignKey: { target: 'unit', name: 'unit_count_unit_id_fkey' } },
    department: { type: 'text', primary: true },
    measure: { type: 'text', primary: true },
    value: { type: 'integer', nullable: true },
    suppressed: { type: 'boolean' },
    asOf: { name: 'as_of', type: 'date' },
  },
});
