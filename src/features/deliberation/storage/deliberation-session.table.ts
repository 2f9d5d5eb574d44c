import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { deliberationPlatforms, type SessionHeld } from '../deliberation.js';

/** The columns of a row of `deliberation_session`. */
export interface DeliberationSessionColumns extends SessionHeld {
  readonly deliberationUuid: string;
}

/** The table `deliberation_session`: sessions of residents, as counts. */
export const deliberationSessionTable = new EntitySchema<DeliberationSessionColumns>({
  name: 'deliberation_session',
  columns: {
    deliberationUuid: {
      name: 'deliberation_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'deliberation', name: 'deliberation_session_deliberation_id_fkey' },
    },
    version: { type: 'integer', primary: true },
    platform: { type: 'text' },
    heldOn: { name: 'held_on', type: 'date' },
    participants: { type: 'integer' },
    inFavour: { name: 'in_favour', type: 'integer' },
    against: { type: 'integer' },
    abstained: { type: 'integer' },
  },
  checks: [
    { name: 'deliberation_session_platform_check', expression: oneOf('platform', deliberationPlatforms) },
    {
      name: 'deliberation_session_votes_check',
      expression: 'in_favour >= 0 and against >= 0 and abstained >= 0 and in_favour + against + abstained <= participants',
    },
  ],
});
