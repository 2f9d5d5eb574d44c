export { type Evaluation, type EvaluationSide, evaluationSides } from './metrics/evaluation.js';
