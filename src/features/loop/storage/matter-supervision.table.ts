import { EntitySchema } from 'typeorm';

import type { Supervision } from '../supervision/ports.js';

/** The columns of a row of `matter_supervision`. */
export interface MatterSupervisionColumns extends Supervision {
  /** When it was told that nobody answered. */
  readonly toldAt: Date | null;
}

/** The table `matter_supervision`: supervisions of matters (督办) and when they were answered. */
export const matterSupervisionTable = new EntitySchema<MatterSupervisionColumns>({
  name: 'matter_supervision',
  columns: {
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'matter_supervision_matter_id_fkey', onDelete: 'CASCADE' },
    },
    version: { type: 'integer', primary: true },
    organisationUuid: {
      name: 'organisation_id',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'organisation', name: 'matter_supervision_organisation_id_fkey' },
    },
    orderedAt: { name: 'ordered_at', type: 'timestamptz' },
    dueAt: { name: 'due_at', type: 'timestamptz' },
    answeredAt: { name: 'answered_at', type: 'timestamptz', nullable: true },
    answeredVersion: { name: 'answered_version', type: 'integer', nullable: true },
    toldAt: { name: 'told_at', type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'matter_supervision_unanswered', columns: ['dueAt'], where: 'answered_at is null and told_at is null' },
    { name: 'matter_supervision_waiting', columns: ['matterUuid'], where: 'answered_at is null' },
  ],
});
