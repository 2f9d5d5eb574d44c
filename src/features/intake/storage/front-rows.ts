import type { RunStamp } from '../ports.js';
import type { CountRecord, ElementRecord, MatterRecord, PostRecord, UnitRecord } from '../records.js';
import type { TableRow } from './record-writer.js';

/** A unit as a row of `unit_record`. */
export function unitRow(unit: UnitRecord, generation: number, stamp: RunStamp): TableRow {
  return {
    layer_key: unit.layerKey,
    local_id: unit.localId,
    generation,
    name: unit.name,
    division_code: unit.divisionCode,
    households: unit.households,
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
    boundary: unit.boundary,
    members: unit.members,
    buildings: unit.buildings,
    as_of: unit.asOf ?? stamp.today,
    content_hash: unit.contentHash,
    run_id: stamp.runId,
    row_number: unit.rowNumber,
    updated_at: unit.updatedAt,
  };
}

/** An element as a row of `element_record`. */
export function elementRow(element: ElementRecord, stamp: RunStamp): TableRow {
  return {
    kind: element.kind,
    source_id: element.sourceId,
    name: element.name,
    keeper_code: element.keeperCode,
    longitude: element.longitude,
    latitude: element.latitude,
    layer_key: element.layerKey,
    unit_local_id: element.unitLocalId,
    facts: element.facts,
    as_of: element.asOf ?? stamp.now,
    content_hash: element.contentHash,
    run_id: stamp.runId,
    row_number: element.rowNumber,
    updated_at: element.updatedAt,
  };
}

/** A count as a row of `count_record`. */
export function countRow(count: CountRecord, stamp: RunStamp): TableRow {
  return {
    layer_key: count.layerKey,
    local_id: count.localId,
    measure: count.measure,
    value: count.value,
    as_of: count.asOf,
    content_hash: count.contentHash,
    run_id: stamp.runId,
    row_number: count.rowNumber,
  };
}

/** A post as a row of `post_record`. */
export function postRow(post: PostRecord, stamp: RunStamp): TableRow {
  return {
    layer_key: post.layerKey,
    local_id: post.localId,
    ordinal: post.ordinal,
    kind: post.kind,
    organisation_code: post.organisationCode,
    duty_line: post.dutyLine,
    vacant: post.vacant,
    content_hash: post.contentHash,
    run_id: stamp.runId,
    row_number: post.rowNumber,
  };
}

/** A matter as a row of `matter_record`. */
export function matterRow(matter: MatterRecord, stamp: RunStamp): TableRow {
  return {
    local_id: matter.localId,
    source: matter.source,
    title: matter.title,
    text: matter.text,
    standard: matter.standard,
    category_kind: matter.categoryKind,
    category_code: matter.categoryCode,
    state: matter.state,
    office_state: matter.officeState,
    keeper_code: matter.keeperCode,
    lead_codes: matter.leadCodes,
    support_codes: matter.supportCodes,
    longitude: matter.longitude,
    latitude: matter.latitude,
    layer_key: matter.layerKey,
    unit_local_id: matter.unitLocalId,
    division_code: matter.divisionCode,
    reported_at: matter.reportedAt,
    due_at: matter.dueAt,
    steps: matter.steps,
    sealed: matter.sealed,
    stays_home: matter.staysHome,
    content_hash: matter.contentHash,
    run_id: stamp.runId,
    row_number: matter.rowNumber,
    updated_at: matter.updatedAt,
  };
}
