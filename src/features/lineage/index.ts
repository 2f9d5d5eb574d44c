export type { LocalIdRule } from './check-redraw.js';
export { type ComposedStep, composeLineage, type LineageQuestion, type Share } from './compose-lineage.js';
export type { LineageDeclarations } from './declare-lineage.js';
export { groundFaults, type PlanarUnit, type RedrawGround } from './ground-faults.js';
export { lineageCycle } from './lineage-cycle.js';
export { lineageBases, type LineageBasis, type LineageKind, lineageKinds, type LineageStep, type LineageUnit } from './lineage-step.js';
export { planRedraw, type RedrawPlan } from './plan-redraw.js';
export type {
  CommonGround,
  GroundComparison,
  GroundEngine,
  LineageEvidence,
  LineageReader,
  LineageWriter,
  NewLineageStep,
  RedrawReader,
} from './ports.js';
export type { GroundFault, Redraw, RedrawState } from './redraw.js';
export { type RedrawStep, redrawSteps } from './redraw-steps.js';
export type { BeginningUnit, EndingUnit } from './redraw-unit.js';
export type { Redrawing } from './redrawing.js';
export { type Succession, Successions, type Successor } from './successions.js';
