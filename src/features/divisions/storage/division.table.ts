import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type Division, divisionLevels } from '../division.js';

/** The columns of a row of `division`. */
export interface DivisionColumns extends Division {
  readonly recordedFrom: Date;
  /** Null while it is held for true. */
  readonly recordedTo: Date | null;
}

/** The table `division`: each division as it stands in a period, and from when to when the platform held it for true. */
export const divisionTable = new EntitySchema<DivisionColumns>({
  name: 'division',
  columns: {
    code: { type: 'text', primary: true },
    validFrom: { name: 'valid_from', type: 'date', primary: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz', primary: true, default: () => 'now()' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
    name: { type: 'text' },
    level: { type: 'text' },
    parentCode: { name: 'parent_code', type: 'text', nullable: true },
    kind: { type: 'text' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
  },
  checks: [{ name: 'division_level_check', expression: oneOf('level', divisionLevels) }],
  indices: [{ name: 'division_now', columns: ['code', 'validFrom'], unique: true, where: 'recorded_to is null' }],
});
