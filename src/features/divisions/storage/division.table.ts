import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type Division, divisionLevels } from '../division.js';

/** The table `division`: each division as it stands in a period. */
export const divisionTable = new EntitySchema<Division>({
  name: 'division',
  columns: {
    code: { type: 'text', primary: true },
    validFrom: { name: 'valid_from', type: 'date', primary: true },
    name: { type: 'text' },
    level: { type: 'text' },
    parentCode: { name: 'parent_code', type: 'text', nullable: true },
    kind: { type: 'text' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
  },
  checks: [{ name: 'division_level_check', expression: oneOf('level', divisionLevels) }],
});
