import { EntitySchema } from 'typeorm';

import type { DepartmentCode } from '../../../../kernel/ids.js';
import type { OfficeState } from '../../office-state.js';

/** The columns of a row of `department_state`. */
export interface DepartmentStateColumns {
  readonly department: DepartmentCode;
  readonly state: OfficeState;
  /** When the state began. */
  readonly since: Date;
  /** Counts the states that were told from 1. */
  readonly version: number;
}

/** The table `department_state`: the state of each office that the event log was told last. */
export const departmentStateTable = new EntitySchema<DepartmentStateColumns>({
  name: 'department_state',
  columns: {
    department: { type: 'text', primary: true },
    state: { type: 'text' },
    since: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});
