import type { Sql } from '../../../kernel/sql.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { EvaluationStore } from '../evaluation/ports.js';

/** Evaluations in the city index. */
export class EvaluationTable implements EvaluationStore {
  async insert(sql: Sql, evaluation: Evaluation): Promise<boolean> {
    const { uuid, matterUuid, side, ofOrganisationUuid, byOrganisationUuid, responded, solved, satisfied, score, evaluatedAt } = evaluation;
    const written = await sql.query(
      `insert into matter_evaluation (id, matter_id, side, of_organisation_id, by_organisation_id, responded, solved, satisfied, score, evaluated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
      [uuid, matterUuid, side, ofOrganisationUuid, byOrganisationUuid, responded, solved, satisfied, score, evaluatedAt],
    );
    return written.length > 0;
  }
}
