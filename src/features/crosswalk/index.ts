export { admitBoundary, type AdmittedBoundary, type BoundaryTerms, type RefusedBoundary } from './admit-boundary.js';
export { apportion } from './apportion/apportion.js';
export type { CrosswalkProgress } from './compute/compute-links.js';
export type { ComputedBasis, CoverageRow, CrosswalkResult, LinkRow, SelfOverlap, UnitPlace } from './compute/computed-rows.js';
export { CrosswalkBuild } from './compute/crosswalk-build.js';
export type { BuildingPoint, CrosswalkInput, CrosswalkLayer, CrosswalkUnit } from './compute/crosswalk-input.js';
export type { OverlapArea, OverlayEngine } from './compute/overlay-engine.js';
export { conservationError, conservationTolerance, conserved, isConserved } from './conservation.js';
export type { DecidedUnit, LinkDecision } from './decisions/link-decision.js';
export type { LinkDecisions } from './decisions/link-decisions.js';
export type { DecisionReadModel } from './decisions/ports.js';
export type { LinkEvidence, LinkExplanation } from './explain/evidence.js';
export { LinkExplainer } from './explain/explain-link.js';
export { openGeosOverlayEngine } from './geos/geos-overlay-engine.js';
export type { Coverage, GridLink, LinkWish } from './link.js';
export { linkBases, type LinkBasis, preferredBases } from './link-basis.js';
export { CityModels } from './model/city-models.js';
export { type CoverageColumns, coverageColumnsOf, CoverageTable, type StoredCoverage } from './model/coverage-table.js';
export type { IndexMark, IndexMarks } from './model/kept-model.js';
export { type LinkColumns, LinkColumnsBuilder, linkColumnsOf, type StoredLink } from './model/link-columns.js';
export { type CityModel, LinkTable } from './model/link-table.js';
export type {
  CoverageRecord,
  CrosswalkChange,
  CrosswalkPublication,
  CrosswalkRows,
  CrosswalkTurn,
  Decisions,
  HouseholdCounts,
  LinkRecord,
  ReadDecisions,
} from './ports.js';
export { type CrosswalkReport, CrosswalkReports, type ReportWish } from './report/crosswalk-reports.js';
export { type Finding, type FindingKind, findingKinds, type FindingSummary } from './report/finding.js';
export { FindingGround } from './report/finding-ground.js';
export { findingSentence } from './report/finding-sentence.js';
export { IdResolver } from './resolve/id-resolver.js';
export { type DepartmentalId, type IdResolution, type IdStatus, resolveIds } from './resolve/resolve-ids.js';
export { type ComputeCrosswalk, computeCrosswalk, type CrosswalkOptions } from './worker/compute-crosswalk.js';
