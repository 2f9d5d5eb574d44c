import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import type { CrosswalkRun } from '../ports.js';

const scopes = ['FULL', 'PARTIAL'] as const;

/** The columns of a row of `crosswalk_run`. */
export interface CrosswalkRunColumns extends Omit<CrosswalkRun, 'id'> {
  readonly uuid: string;
  /** From when its rows are known. */
  readonly recordedAt: Date;
  /** Whether everything was computed or what a change touched. */
  readonly scope: (typeof scopes)[number];
  readonly links: number;
}

/** The table `crosswalk_run`: every computation of the crosswalk. */
export const crosswalkRunTable = new EntitySchema<CrosswalkRunColumns>({
  name: 'crosswalk_run',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    computedAt: { name: 'computed_at', type: 'timestamptz' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
    engine: { type: 'text' },
    scope: { type: 'text' },
    milliseconds: { type: 'integer' },
    units: { type: 'integer' },
    links: { type: 'integer' },
    vertices: { type: 'integer' },
    pairs: { type: 'integer' },
  },
  checks: [{ name: 'crosswalk_run_scope_check', expression: oneOf('scope', scopes) }],
});
