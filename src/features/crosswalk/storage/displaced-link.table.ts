import { EntitySchema } from 'typeorm';

import type { LinkRecord } from '../ports.js';
import { linkColumnsTold } from './link.table.js';

/** The columns of a row of `displaced_link`. */
export interface DisplacedLinkColumns extends Omit<LinkRecord, 'declarationId'> {
  readonly recordedFrom: Date;
  readonly recordedTo: Date | null;
  /** The computation that the row came from. */
  readonly runId: string;
}

/** The table `displaced_link`: computed links of rejected pairs, whole as they were computed. */
export const displacedLinkTable = new EntitySchema<DisplacedLinkColumns>({
  name: 'displaced_link',
  columns: {
    ...linkColumnsTold,
    runId: { name: 'run_id', type: 'uuid' },
  },
});
