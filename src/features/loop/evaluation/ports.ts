import type { Sql } from '../../../kernel/sql.js';
import type { Evaluation } from './evaluation.js';

/** Keeps what sides say of one another. */
export interface EvaluationStore {
  /** Whether it was written; false where the same judge has judged the same organisation in this matter before. */
  insert(sql: Sql, evaluation: Evaluation): Promise<boolean>;
}
