import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type StatementOrigin, statementOrigins } from '../../access/index.js';
import type { Duty } from '../read-models.js';

/** The columns of a row of `duty`. */
export interface DutyColumns extends Duty {
  readonly uuid: string;
  readonly recordedFrom: Date;
  /** Null while it is held for true. */
  readonly recordedTo: Date | null;
  readonly origin: StatementOrigin;
  /** The declared move that made this row. */
  readonly moveId: string | null;
  /** The declared move by which the duty went to another. */
  readonly endedBy: string | null;
}

/** The table `duty`: which organisation is responsible for what, where and when, and from when to when the platform held it for true. */
export const dutyTable = new EntitySchema<DutyColumns>({
  name: 'duty',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz', primary: true, default: () => 'now()' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
    standard: { type: 'text' },
    kind: { type: 'text' },
    categoryCode: { name: 'category_code', type: 'text' },
    divisionCode: { name: 'division_code', type: 'text' },
    organisationUuid: { name: 'organisation_id', type: 'uuid', foreignKey: { target: 'organisation', name: 'duty_organisation_id_fkey' } },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    document: { type: 'text', nullable: true },
    origin: { type: 'text', default: 'PACK' },
    moveId: { name: 'move_id', type: 'uuid', nullable: true, foreignKey: { target: 'duty_move', name: 'duty_move_id_fkey' } },
    endedBy: { name: 'ended_by', type: 'uuid', nullable: true, foreignKey: { target: 'duty_move', name: 'duty_ended_by_fkey' } },
  },
  indices: [
    { name: 'duty_by_category', columns: ['standard', 'kind', 'categoryCode', 'divisionCode'] },
    { name: 'duty_now', columns: ['uuid'], unique: true, where: 'recorded_to is null' },
  ],
  checks: [{ name: 'duty_origin_check', expression: oneOf('origin', statementOrigins) }],
});
