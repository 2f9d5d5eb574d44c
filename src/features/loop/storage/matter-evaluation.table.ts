import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type Evaluation, evaluationSides } from '../evaluation/evaluation.js';

/** The table `matter_evaluation`: what residents, townships and departments say of whom they dealt with. */
export const matterEvaluationTable = new EntitySchema<Evaluation>({
  name: 'matter_evaluation',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true, primaryKeyConstraintName: 'matter_evaluation_pkey' },
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      foreignKey: { target: 'matter', name: 'matter_evaluation_matter_id_fkey', onDelete: 'CASCADE' },
    },
    side: { type: 'text' },
    ofOrganisationUuid: { name: 'of_organisation_id', type: 'uuid' },
    byOrganisationUuid: { name: 'by_organisation_id', type: 'uuid', nullable: true },
    responded: { type: 'boolean', nullable: true },
    solved: { type: 'boolean', nullable: true },
    satisfied: { type: 'boolean', nullable: true },
    score: { type: 'integer', nullable: true },
    evaluatedAt: { name: 'evaluated_at', type: 'timestamptz' },
  },
  checks: [
    { name: 'matter_evaluation_side_check', expression: oneOf('side', evaluationSides) },
    { name: 'matter_evaluation_score_check', expression: 'score between 0 and 100' },
  ],
  indices: [
    // Nobody judges the same organisation twice in one matter; a resident has no organisation, and is one judge all the same.
    {
      name: 'matter_evaluation_once',
      columns: ['matterUuid', 'side', 'ofOrganisationUuid', 'byOrganisationUuid'],
      unique: true,
      synchronize: false,
    },
  ],
});
