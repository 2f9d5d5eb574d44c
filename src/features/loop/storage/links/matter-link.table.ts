import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../../database/one-of.js';
import { type MatterLink, matterLinkKinds, matterLinkStates } from '../../links/matter-link.js';

/** The columns of a row of `matter_link`. */
export interface MatterLinkColumns extends MatterLink {
  /** The account that made it; null where the platform proposed it. Never shown. */
  readonly madeBy: string | null;
  readonly decidedBy: string | null;
}

/** The table `matter_link`: links between matters, proposed and decided. */
export const matterLinkTableSchema = new EntitySchema<MatterLinkColumns>({
  name: 'matter_link',
  columns: {
    fromUuid: {
      name: 'from_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'matter_link_from_id_fkey', onDelete: 'CASCADE' },
    },
    toUuid: {
      name: 'to_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'matter_link_to_id_fkey', onDelete: 'CASCADE' },
    },
    kind: { type: 'text', primary: true },
    state: { type: 'text' },
    metres: { type: 'double precision', nullable: true },
    hours: { type: 'double precision', nullable: true },
    madeBy: { name: 'made_by', type: 'text', nullable: true },
    madeAt: { name: 'made_at', type: 'timestamptz' },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    decidedAt: { name: 'decided_at', type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'matter_link_kind_check', expression: oneOf('kind', matterLinkKinds) },
    { name: 'matter_link_state_check', expression: oneOf('state', matterLinkStates) },
  ],
  indices: [
    { name: 'matter_link_to', columns: ['toUuid'] },
    { name: 'matter_link_proposed', columns: ['madeAt', 'fromUuid', 'toUuid'], where: `kind = 'DUPLICATE' and state = 'PROPOSED'` },
  ],
});
