import { EntitySchema } from 'typeorm';

import type { Post } from '../read-models.js';

/** The columns of a row of `post`. */
export interface PostColumns extends Post {
  readonly unitUuid: string;
  /** Counts the posts of one unit, from 1. */
  readonly ordinal: number;
  /** The office that gives it. */
  readonly department: string | null;
}

/** The table `post`: the posts of a unit. */
export const postTable = new EntitySchema<PostColumns>({
  name: 'post',
  columns: {
    unitUuid: { name: 'unit_id', type: 'uuid', primary: true, foreignKey: { target: 'unit', name: 'post_unit_id_fkey' } },
    ordinal: { type: 'integer', primary: true },
    department: { type: 'text', nullable: true },
    kind: { type: 'text' },
    organisationUuid: { name: 'organisation_id', type: 'uuid', foreignKey: { target: 'organisation', name: 'post_organisation_id_fkey' } },
    dutyLine: { name: 'duty_line', type: 'text', nullable: true },
    vacant: { type: 'boolean' },
  },
});
