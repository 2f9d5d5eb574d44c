export type { BoundaryRepair } from './boundary-repair.js';
export { changedUnits } from './changes.js';
export { CityImport, type CityImportParts, type ImportOptions, type ImportOutcome } from './city-import.js';
export { type FactField, factFields, type FiledElementKind, type Layout, layouts } from './city-pack/layouts.js';
export {
  type Manifest,
  type ManifestFile,
  type ManifestLayer,
  type ManifestOffice,
  manifestSchema,
  packFormat,
} from './city-pack/manifest.js';
export { type CityPack, openPack } from './city-pack/open-pack.js';
export { type Applied, FeedApplier, type FeedApplierParts, type IndexWriters } from './feed-applier.js';
export { FeedFollower, type FeedFollowerParts, type FollowState } from './feed-follower.js';
export type { TakingPart } from './import-journey.js';
export type { IntakeRun, IntakeRuns } from './intake-runs.js';
export { mergeOnModel } from './merge-on-model.js';
export { placerOn } from './model-placer.js';
export {
  type Database,
  type FeedKind,
  feedKinds,
  type ImportLock,
  type MergeSteps,
  type OfficeFront,
  type PlaceFound,
  type Placer,
} from './ports.js';
export type { Progress, Report } from './progress.js';
export { type QuarantinedRow, refusalSentence } from './refusal.js';
export type { RingRepair } from './ring-repair.js';
export type { RunOutcome } from './run-desk.js';
export { type FindingKind, findingKinds, type RunFinding } from './run-finding.js';
