import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type Deliberation, deliberationStates } from '../deliberation.js';

/** The columns of a row of `deliberation`. */
export interface DeliberationColumns extends Pick<
  Deliberation,
  'uuid' | 'department' | 'proposedBy' | 'gridUuid' | 'divisionCode' | 'title' | 'text' | 'state' | 'version' | 'proposedAt'
> {
  readonly standard: string;
  readonly categoryKind: string;
  readonly categoryCode: string;
}

/** The table `deliberation`: what was proposed for grids, and where each proposal stands. */
export const deliberationTable = new EntitySchema<DeliberationColumns>({
  name: 'deliberation',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    department: { type: 'text', nullable: true },
    proposedBy: { name: 'proposed_by', type: 'text' },
    gridUuid: { name: 'grid_id', type: 'uuid', foreignKey: { target: 'unit', name: 'deliberation_grid_id_fkey' } },
    divisionCode: { name: 'division_code', type: 'text' },
    standard: { type: 'text' },
    categoryKind: { name: 'category_kind', type: 'text' },
    categoryCode: { name: 'category_code', type: 'text' },
    title: { type: 'text' },
    text: { type: 'text' },
    state: { type: 'text' },
    version: { type: 'integer' },
    proposedAt: { name: 'proposed_at', type: 'timestamptz' },
  },
  checks: [{ name: 'deliberation_state_check', expression: oneOf('state', deliberationStates) }],
  indices: [
    { name: 'deliberation_newest', columns: ['proposedAt', 'uuid'] },
    { name: 'deliberation_by_grid', columns: ['gridUuid', 'proposedAt', 'uuid'] },
    { name: 'deliberation_by_division', columns: ['divisionCode', 'proposedAt', 'uuid'] },
  ],
});
