import { EntitySchema } from 'typeorm';

import type { StepTaken } from '../deliberation.js';

/** The columns of a row of `deliberation_step`. */
export interface DeliberationStepColumns extends StepTaken {
  readonly deliberationUuid: string;
  readonly madeBy: string;
}

/** The table `deliberation_step`: every step of every deliberation; only added to. */
export const deliberationStepTable = new EntitySchema<DeliberationStepColumns>({
  name: 'deliberation_step',
  columns: {
    deliberationUuid: {
      name: 'deliberation_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'deliberation', name: 'deliberation_step_deliberation_id_fkey' },
    },
    version: { type: 'integer', primary: true },
    step: { type: 'text' },
    fromState: { name: 'from_state', type: 'text', nullable: true },
    toState: { name: 'to_state', type: 'text' },
    madeBy: { name: 'made_by', type: 'text' },
    organisationUuid: {
      name: 'organisation_id',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'organisation', name: 'deliberation_step_organisation_id_fkey' },
    },
    role: { type: 'text', nullable: true },
    document: { type: 'text', nullable: true },
    words: { type: 'text', nullable: true },
    at: { name: 'happened_at', type: 'timestamptz' },
  },
});
