import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../../database/one-of.js';
import type { Assignment } from '../../ports.js';

/** The table `matter_assignment`: which organisations lead and support a matter. */
export const matterAssignmentTable = new EntitySchema<Assignment>({
  name: 'matter_assignment',
  columns: {
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'matter_assignment_matter_id_fkey', onDelete: 'CASCADE' },
    },
    organisationUuid: {
      name: 'organisation_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'organisation', name: 'matter_assignment_organisation_id_fkey' },
    },
    role: { type: 'text', primary: true },
    since: { type: 'timestamptz', primary: true },
    until: { type: 'timestamptz', nullable: true },
  },
  checks: [{ name: 'matter_assignment_role_check', expression: oneOf('role', ['LEAD', 'SUPPORT']) }],
});
