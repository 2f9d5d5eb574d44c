import { EntitySchema } from 'typeorm';

import type { OpenedMatter } from '../deliberation.js';

/** The columns of a row of `deliberation_matter`. */
export interface DeliberationMatterColumns extends OpenedMatter {
  readonly deliberationUuid: string;
}

/** The table `deliberation_matter`: which decision opened which matter. */
export const deliberationMatterTable = new EntitySchema<DeliberationMatterColumns>({
  name: 'deliberation_matter',
  columns: {
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'deliberation_matter_matter_id_fkey', onDelete: 'CASCADE' },
    },
    deliberationUuid: {
      name: 'deliberation_id',
      type: 'uuid',
      foreignKey: { target: 'deliberation', name: 'deliberation_matter_deliberation_id_fkey' },
    },
    version: { type: 'integer' },
  },
  indices: [{ name: 'deliberation_matter_by_deliberation', columns: ['deliberationUuid'] }],
});
