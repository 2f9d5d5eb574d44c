import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';

/** The columns of a row of `matter_flow_delta`; an empty text stands for none. */
export interface MatterFlowDeltaColumns {
  readonly id: string;
  /** The city's day of the matter's report. */
  readonly day: string;
  readonly countyCode: string;
  readonly townshipCode: string;
  readonly department: string;
  /** Empty where the matter came into being. */
  readonly leftStage: string;
  /** How long the stage that was left took. */
  readonly bucket: number;
  readonly enteredStage: string;
  /** Negative where a matter went to other places, or away. */
  readonly n: number;
}

/** The columns of a row of `matter_flow`. */
export interface MatterFlowColumns {
  readonly grain: 'DAY' | 'TOWNSHIP_MONTH' | 'OFFICE_MONTH';
  readonly townshipCode: string;
  readonly department: string;
  /** The first of its month where the grain is a month. */
  readonly day: string;
  readonly stage: string;
  /** −1 counts entries. */
  readonly bucket: number;
  readonly countyCode: string;
  readonly n: string;
}

/** The table `matter_flow_delta`: changes of the flow that are not folded yet; triggers on matters and their steps write it. */
export const matterFlowDeltaTable = new EntitySchema<MatterFlowDeltaColumns>({
  name: 'matter_flow_delta',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    day: { type: 'date' },
    countyCode: { name: 'county_code', type: 'text' },
    townshipCode: { name: 'township_code', type: 'text' },
    department: { type: 'text' },
    leftStage: { name: 'left_stage', type: 'text' },
    bucket: { type: 'smallint' },
    enteredStage: { name: 'entered_stage', type: 'text' },
    n: { type: 'integer' },
  },
});

/** The table `matter_flow`: visits of stages by day of the whole city, by month of townships, and by month of townships and offices. */
export const matterFlowTable = new EntitySchema<MatterFlowColumns>({
  name: 'matter_flow',
  columns: {
    grain: { type: 'text', primary: true, primaryKeyConstraintName: 'matter_flow_pkey' },
    townshipCode: { name: 'township_code', type: 'text', primary: true, primaryKeyConstraintName: 'matter_flow_pkey' },
    department: { type: 'text', primary: true, primaryKeyConstraintName: 'matter_flow_pkey' },
    day: { type: 'date', primary: true, primaryKeyConstraintName: 'matter_flow_pkey' },
    stage: { type: 'text', primary: true, primaryKeyConstraintName: 'matter_flow_pkey' },
    bucket: { type: 'smallint', primary: true, primaryKeyConstraintName: 'matter_flow_pkey' },
    countyCode: { name: 'county_code', type: 'text', primary: true, primaryKeyConstraintName: 'matter_flow_pkey' },
    n: { type: 'bigint' },
  },
  checks: [{ name: 'matter_flow_grain_check', expression: oneOf('grain', ['DAY', 'TOWNSHIP_MONTH', 'OFFICE_MONTH']) }],
});
