export { type ComposedStep, composeLineage, type LineageQuestion, type Share } from './compose-lineage.js';
export { lineageCycle } from './lineage-cycle.js';
export { lineageBases, type LineageBasis, type LineageKind, lineageKinds, type LineageStep, type LineageUnit } from './lineage-step.js';
export type {
  CommonGround,
  GroundComparison,
  GroundEngine,
  LineageEvidence,
  LineageReader,
  LineageWriter,
  NewLineageStep,
} from './ports.js';
export { type Succession, Successions, type Successor } from './successions.js';
