import { EntitySchema } from 'typeorm';

/** The columns of a row of `matter_suspension`. */
export interface MatterSuspensionColumns {
  readonly matterUuid: string;
  readonly since: Date;
  readonly endsAt: Date;
  readonly resumedAt: Date | null;
}

/** The table `matter_suspension`: which matters were put aside (挂账); once each. */
export const matterSuspensionTable = new EntitySchema<MatterSuspensionColumns>({
  name: 'matter_suspension',
  columns: {
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'matter_suspension_matter_id_fkey', onDelete: 'CASCADE' },
    },
    since: { type: 'timestamptz' },
    endsAt: { name: 'ends_at', type: 'timestamptz' },
    resumedAt: { name: 'resumed_at', type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'matter_suspension_running', columns: ['endsAt'], where: 'resumed_at is null' }],
});
