import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../../database/one-of.js';
import type { MatterTransition } from '../../ports.js';

/** The columns of a row of `matter_transition`. */
export interface MatterTransitionColumns extends MatterTransition {
  /** By whom the step was made: an office told it, or it was taken on the platform. */
  readonly madeIn: 'OFFICE' | 'PLATFORM';
  /** The account that made it, compared and never shown; null where an office told it. */
  readonly madeBy: string | null;
  /** What the step carried: organisations, dates, editions of lists; nothing sealed. */
  readonly carried: Readonly<Record<string, unknown>> | null;
}

/** The table `matter_transition`: every step of every matter. Its organisation was looked up by code in the transaction that wrote it. */
export const matterTransitionTable = new EntitySchema<MatterTransitionColumns>({
  name: 'matter_transition',
  columns: {
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'matter_transition_matter_id_fkey', onDelete: 'CASCADE' },
    },
    version: { type: 'integer', primary: true },
    fromState: { name: 'from_state', type: 'text', nullable: true },
    toState: { name: 'to_state', type: 'text' },
    organisationUuid: { name: 'organisation_id', type: 'uuid', nullable: true },
    occurredAt: { name: 'occurred_at', type: 'timestamptz' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
    step: { type: 'text', nullable: true },
    officeState: { name: 'office_state', type: 'text', nullable: true },
    reason: { type: 'text', nullable: true },
    madeBy: { name: 'made_by', type: 'text', nullable: true },
    carried: { type: 'jsonb', nullable: true },
    madeIn: { name: 'made_in', type: 'text', default: 'OFFICE' },
  },
  checks: [{ name: 'matter_transition_made_in_check', expression: oneOf('made_in', ['OFFICE', 'PLATFORM']) }],
  indices: [
    // In the database it carries the matter, which a declaration cannot say.
    { name: 'matter_transition_objected', columns: ['occurredAt'], where: `to_state = 'OBJECTED'`, synchronize: false },
    { name: 'matter_transition_urged', columns: ['matterUuid', 'version'], where: `step = 'urgeMatter'` },
  ],
});
