import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type GroundFault, type Redraw, redrawStates } from '../redraw.js';

/** The columns of a row of `redraw`. */
export interface RedrawColumns extends Pick<Redraw, 'uuid' | 'layerKey' | 'effectiveFrom' | 'state' | 'version' | 'proposedAt'> {
  readonly declaredGaps: string | null;
  readonly declaredOverlaps: string | null;
  readonly declaredBeyond: string | null;
  readonly findings: readonly GroundFault[];
}

/** The table `redraw`: new divisions of layers and where each stands. A trigger of its migration keeps what is filed from any change. */
export const redrawTable = new EntitySchema<RedrawColumns>({
  name: 'redraw',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    layerKey: { name: 'layer_key', type: 'text', foreignKey: { target: 'layer', name: 'redraw_layer_key_fkey' } },
    effectiveFrom: { name: 'effective_from', type: 'date' },
    state: { type: 'text' },
    version: { type: 'integer' },
    declaredGaps: { name: 'declared_gaps', type: 'text', nullable: true },
    declaredOverlaps: { name: 'declared_overlaps', type: 'text', nullable: true },
    declaredBeyond: { name: 'declared_beyond', type: 'text', nullable: true },
    findings: { type: 'jsonb' },
    proposedAt: { name: 'proposed_at', type: 'timestamptz' },
  },
  checks: [{ name: 'redraw_state_check', expression: oneOf('state', redrawStates) }],
  indices: [
    { name: 'redraw_newest', columns: ['proposedAt', 'uuid'] },
    { name: 'redraw_by_layer', columns: ['layerKey', 'effectiveFrom'] },
  ],
});
