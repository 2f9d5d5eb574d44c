import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import type { LimitRow } from '../limits/limit-row.js';
import { limitUnits } from '../limits/time-limit.js';

/** The columns of a row of `time_limit`. */
export interface TimeLimitColumns extends LimitRow {
  readonly recordedFrom: Date;
  /** Null while it is held for true. */
  readonly recordedTo: Date | null;
}

/** The table `time_limit`: how long each clock runs, and from when to when the platform held it for true. */
export const timeLimitTable = new EntitySchema<TimeLimitColumns>({
  name: 'time_limit',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz', primary: true },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
    procedure: { type: 'text' },
    clock: { type: 'text' },
    standard: { type: 'text', nullable: true },
    kind: { type: 'text', nullable: true },
    categoryCode: { name: 'category_code', type: 'text', nullable: true },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    condition: { name: 'condition_key', type: 'text', default: '' },
    conditionZh: { name: 'condition_zh', type: 'text', nullable: true },
    amount: { type: 'integer' },
    unit: { type: 'text' },
    document: { type: 'text', nullable: true },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
  },
  indices: [
    { name: 'time_limit_now', columns: ['uuid'], unique: true, where: 'recorded_to is null' },
    { name: 'time_limit_by_clock', columns: ['clock', 'procedure', 'uuid'] },
  ],
  checks: [
    { name: 'time_limit_amount_check', expression: 'amount > 0' },
    { name: 'time_limit_unit_check', expression: oneOf('unit', limitUnits) },
  ],
});
