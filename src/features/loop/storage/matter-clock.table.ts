import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { alarmStages, type MatterClock } from '../matter-clock.js';

/** The columns of a row of `matter_clock`. */
export interface MatterClockColumns extends MatterClock {
  readonly matterUuid: string;
}

/** The table `matter_clock`: every round of every clock of every matter that the platform counts. */
export const matterClockTable = new EntitySchema<MatterClockColumns>({
  name: 'matter_clock',
  columns: {
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'matter_clock_matter_id_fkey', onDelete: 'CASCADE' },
    },
    clock: { type: 'text', primary: true },
    round: { type: 'integer', primary: true },
    startedAt: { name: 'started_at', type: 'timestamptz' },
    limitAmount: { name: 'limit_amount', type: 'integer' },
    limitUnit: { name: 'limit_unit', type: 'text' },
    limitSource: { name: 'limit_source', type: 'text', nullable: true },
    dueAt: { name: 'due_at', type: 'timestamptz' },
    yellowAt: { name: 'yellow_at', type: 'timestamptz' },
    pausedAt: { name: 'paused_at', type: 'timestamptz', nullable: true },
    stoppedAt: { name: 'stopped_at', type: 'timestamptz', nullable: true },
    extended: { type: 'integer', default: 0 },
    exemptAt: { name: 'exempt_at', type: 'timestamptz', nullable: true },
    alarmed: { type: 'text', default: 'NONE' },
    nextAlarmAt: { name: 'next_alarm_at', type: 'timestamptz', nullable: true },
  },
  checks: [{ name: 'matter_clock_alarmed_check', expression: oneOf('alarmed', alarmStages) }],
  indices: [{ name: 'matter_clock_next_alarm', columns: ['nextAlarmAt'], where: 'next_alarm_at is not null' }],
});
