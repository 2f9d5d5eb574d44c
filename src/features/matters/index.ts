export { type Deadline, type Light, lightOf } from './light.js';
export {
  finalStates,
  type Matter,
  type MatterSource,
  matterSources,
  type MatterState,
  matterStates,
  type ReportedTransition,
  type UnappliedReason,
} from './matter.js';
export type { MatterPageWish, MatterQuery } from './matter-query.js';
export { type MatterPlace, placeAtPoint, placeInUnit } from './placing/place-matter.js';
export type {
  Assignment,
  MatterArrival,
  MatterIndexWriter,
  MatterPlacement,
  MatterReadModel,
  MatterRows,
  MatterSight,
  MatterStep,
  MattersTold,
  MatterTransition,
  Placement,
  StepJudge,
  ToldMatter,
} from './ports.js';
export type { Handler, HeldMatter, MatterRegister, PastStep, TakenStep } from './register.js';
export { madeTitle } from './reporting/made-title.js';
export { type AgainTerms, ReportingAgain } from './reporting/report-again.js';
export { MatterReporting } from './reporting/report-matter.js';
export type { SealedReporting } from './reporting/report-sealed.js';
