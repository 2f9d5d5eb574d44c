import type { ClockReadModel } from '../ports.js';
import type { Procedures } from '../procedure/procedures.js';
import type { TeamReadModel } from '../teams/ports.js';
import type { NextSteps } from './next-steps.js';
import type { Proposals } from './proposals.js';

/** What questions about the loop are answered from. */
export interface LoopReading {
  readonly procedures: Procedures;
  readonly nextSteps: NextSteps;
  readonly clockRounds: ClockReadModel;
  readonly teams: TeamReadModel;
  readonly proposals: Proposals;
}
