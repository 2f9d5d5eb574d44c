export { checkProcedure } from './procedure/check-procedure.js';
export { gridProcedure } from './procedure/grid-procedure.js';
export type { Actor, CarriedThing, ClockKind, ClockMove, Procedure, ProcedureState, Transition } from './procedure/procedure.js';
