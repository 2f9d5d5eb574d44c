export { CityImport, type CityImportParts, type ImportOptions, type ImportOutcome } from './city/city-import.js';
export type { TakingPart } from './city/import-journey.js';
export {
  type Manifest,
  type ManifestFile,
  type ManifestLayer,
  type ManifestOffice,
  manifestSchema,
  packFormat,
} from './city-pack/manifest.js';
export { type CityPack, openPack } from './city-pack/open-pack.js';
export { DropFolder, type DropFolderParts } from './drop/drop-folder.js';
export type { DroppedFileEnd, ImportEnd, ImportTaken } from './drop/import-taken.js';
export { csvLines } from './export/csv-text.js';
export type { ExportOutcome } from './export/export-outcome.js';
export { exportFormats, type ExportWish } from './export/export-wish.js';
export { headerChoices } from './export/file-names.js';
export { type HandedOut, handOutTemplate, templateFormats, type TemplateWish } from './export/hand-out-template.js';
export { OfficeExport } from './export/office-export.js';
export { exportEncodings } from './export/text-encoding.js';
export { changedUnits } from './feed/changes.js';
export { type Applied, FeedApplier, type FeedApplierParts, type IndexWriters } from './feed/feed-applier.js';
export { FeedFollower, type FeedFollowerParts, type FollowState } from './feed/feed-follower.js';
export { mergeOnModel } from './feed/merge-on-model.js';
export { placerOn } from './feed/model-placer.js';
export { datums } from './files/datum/datums.js';
export { type Encoding, encodings } from './files/encoding/encodings.js';
export type { OfficeFileWish } from './files/office-file-wish.js';
export { type OfficeFile, openOfficeFile } from './files/open-office-file.js';
export { type KnownStanding, KnownStandings } from './known-standings.js';
export type { FileOutcome } from './office/file-intake.js';
export { OfficeImport, type OfficeImportOutcome, type OfficeImportWish } from './office/office-import.js';
export { RegisterReader } from './office/register-reader.js';
export type { RingRepair } from './office/ring-repair.js';
export type { OfficeState } from './office-state.js';
export {
  type Database,
  type FeedKind,
  feedKinds,
  type ImportHolder,
  type ImportLock,
  type MergeSteps,
  type OfficeFront,
  type PlaceFound,
  type Placer,
} from './ports.js';
export { InboundReader } from './push/inbound-reader.js';
export type { Upserting } from './push/upserting.js';
export { type FactField, factFields, type FiledElementKind, type Layout, layouts } from './rows/layouts.js';
export { type QuarantinedRow, refusalSentence } from './rows/refusal.js';
export { allHeldRows } from './runs/all-held-rows.js';
export type { BoundaryRepair } from './runs/boundary-repair.js';
export type { HomeRow } from './runs/home-quarantine.js';
export type { IntakeRun, IntakeRuns } from './runs/intake-runs.js';
export type { Progress, Report } from './runs/progress.js';
export { anyRow, type HeldRow, type Quarantine, type QuarantineQuery } from './runs/quarantine.js';
export type { RunOutcome } from './runs/run-desk.js';
export { type FindingKind, findingKinds, type RunFinding } from './runs/run-finding.js';
