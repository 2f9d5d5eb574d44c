import { EntitySchema } from 'typeorm';

import type { DeclaredWeight } from '../decisions/decision.js';

/** The columns of a row of `link_decision_weight`. */
export interface LinkDecisionWeightColumns extends DeclaredWeight {
  readonly decisionUuid: string;
}

/** The table `link_decision_weight`: the shares that a declaration names. */
export const linkDecisionWeightTable = new EntitySchema<LinkDecisionWeightColumns>({
  name: 'link_decision_weight',
  columns: {
    decisionUuid: {
      name: 'decision_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'link_decision', name: 'link_decision_weight_decision_id_fkey' },
    },
    targetUuid: {
      name: 'target_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'unit', name: 'link_decision_weight_target_id_fkey' },
    },
    weight: { type: 'double precision' },
    inverseWeight: { name: 'inverse_weight', type: 'double precision' },
    inverseGiven: { name: 'inverse_given', type: 'boolean' },
  },
  indices: [{ name: 'link_decision_weight_by_target', columns: ['targetUuid'] }],
  checks: [{ name: 'link_decision_weight_check', expression: 'weight > 0 and weight <= 1 and inverse_weight > 0 and inverse_weight <= 1' }],
});
