import type { MatterState } from '../../matters/index.js';
import type { ClockKind, ClockMove, LimitName, ProcedureState } from './procedure.js';

/** A state in which something is still to be done. */
export const state = (common: MatterState, nameZh: string): ProcedureState => ({ common, nameZh, isFinal: false });
/** A state in which nothing more has to be done. */
export const end = (common: MatterState, nameZh: string): ProcedureState => ({ common, nameZh, isFinal: true });

/** Begins a clock that does not run yet. */
export const start = (clock: ClockKind): ClockMove => ({ clock, does: 'START' });
/** Begins a clock anew. */
export const restart = (clock: ClockKind): ClockMove => ({ clock, does: 'RESTART' });
/** Ends a clock. */
export const stop = (clock: ClockKind): ClockMove => ({ clock, does: 'STOP' });
/** Lets a clock rest. */
export const pause = (clock: ClockKind): ClockMove => ({ clock, does: 'PAUSE' });
/** Lets a clock that rests go on. */
export const resume = (clock: ClockKind): ClockMove => ({ clock, does: 'RESUME' });
/** Adds a lawful limit to the time of a clock. */
export const extend = (clock: ClockKind, by: LimitName): ClockMove => ({ clock, does: 'EXTEND', by });
