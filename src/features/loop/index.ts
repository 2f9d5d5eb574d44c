export { type Evaluation, type EvaluationSide, evaluationSides } from './evaluation/evaluation.js';
export { stepsAtAnyTime } from './procedure/at-any-time.js';
export { checkProcedure } from './procedure/check-procedure.js';
export { gridProcedure } from './procedure/grid-procedure.js';
export type {
  Actor,
  CarriedThing,
  ClockKind,
  ClockMove,
  LawfulLimit,
  Procedure,
  ProcedureState,
  Transition,
} from './procedure/procedure.js';
export { end, extend, pause, restart, resume, start, state, stop } from './procedure/procedure-parts.js';
