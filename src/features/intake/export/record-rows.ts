import type { StoredCount, StoredPost } from '../ports.js';
import { contentHash, type StepRecord } from '../records.js';
import { factFields, type FiledElementKind } from '../rows/layouts.js';
import type { LocalTime } from '../rows/local-time.js';
import type { KeptElement, KeptMatter, KeptUnit } from './kept-records.js';
import { listText, Unsayable } from './list-text.js';
import type { SaidRow } from './said-row.js';

/** A unit as a row; `drawn` tells whether its ground is its own, not that of its members. */
export function unitRow(unit: KeptUnit, time: LocalTime, drawn: boolean): SaidRow {
  const { localId, name, divisionCode, households, validFrom, validTo, members, buildings, own, boundary } = unit;
  return {
    fields: {
      ...{ local_id: localId, name, division: divisionCode, households, valid_from: validFrom, valid_to: validTo },
      ...{ members: listText(members), buildings: listText(buildings), as_of: saysAsOf(unitContent(unit), unit) ? unit.asOf : null },
      ...{ updated_at: stampText(unit, time), ...own },
    },
    ground: boundary === null || !drawn ? null : { rings: boundary },
  };
}

/** An element as a row. */
export function elementRow(element: KeptElement, time: LocalTime): SaidRow {
  const { sourceId, name, keeperCode, longitude, latitude, layerKey, unitLocalId, asOf } = element;
  const kind = element.kind as FiledElementKind;
  const facts = factFields[kind].map(({ column, property }) => [column, element.facts[property] ?? null] as const);
  return {
    fields: {
      ...{ source_id: sourceId, name, keeper: keeperCode, longitude, latitude, unit: unitLocalId, layer: layerKey },
      as_of: saysAsOf(elementContent(element, kind), element) ? time.text(asOf) : null,
      ...{ updated_at: stampText(element, time), ...Object.fromEntries(facts) },
    },
    ground: pointOf(element),
  };
}

/** A count as a row. */
export function countRow({ layerKey, localId, measure, value, asOf }: StoredCount): SaidRow {
  return { fields: { layer: layerKey, local_id: localId, measure, value, as_of: asOf }, ground: null };
}

/** A post as a row. */
export function postRow({ layerKey, localId, kind, organisationCode, dutyLine, vacant }: StoredPost): SaidRow {
  const unit = { layer: layerKey, local_id: localId };
  return { fields: { ...unit, post: kind, organisation: organisationCode, duty_line: dutyLine, vacant }, ground: null };
}

/** A matter as a row. */
export function matterRow(matter: KeptMatter, time: LocalTime): SaidRow {
  const { localId, standard, categoryKind, categoryCode, title, text, source, state, officeState, keeperCode } = matter;
  const { leadCodes, supportCodes, longitude, latitude, layerKey, unitLocalId, divisionCode, reportedAt, dueAt, steps, own } = matter;
  return {
    fields: {
      ...{ local_id: localId, standard, kind: categoryKind, category: categoryCode, title, text, source, state, office_state: officeState },
      ...{ keeper: keeperCode, lead: listText(leadCodes), support: listText(supportCodes), longitude, latitude, layer: layerKey },
      ...{ unit: unitLocalId, division: divisionCode, reported_at: time.text(reportedAt), due_at: dueAt && time.text(dueAt) },
      ...{ steps: listText(steps.map((step) => stepText(step, time))), sealed: false },
      ...{ updated_at: stampText(matter, time), ...own },
    },
    ground: pointOf(matter),
  };
}

function stampText({ updatedAt }: Pick<KeptUnit, 'updatedAt'>, time: LocalTime): string | null {
  return updatedAt && time.text(updatedAt);
}

function stepText({ state, at, organisationCode }: StepRecord, time: LocalTime): string {
  if (organisationCode?.includes('@')) throw new Unsayable();
  return [state, time.text(new Date(at)), ...(organisationCode === null ? [] : [organisationCode])].join('@');
}

function pointOf({ longitude, latitude }: { readonly longitude: number | null; readonly latitude: number | null }): SaidRow['ground'] {
  return longitude === null || latitude === null ? null : { point: [longitude, latitude] };
}

/** The content of a unit as its fingerprint was taken when nothing was said of the date it speaks of; see `row-rules/unit-row.ts`. */
function unitContent({
  layerKey,
  localId,
  name,
  divisionCode,
  households,
  validFrom,
  validTo,
  members,
  buildings,
  own,
  boundary,
}: KeptUnit): object {
  return { layerKey, localId, name, divisionCode, households, validFrom, validTo, members, buildings, asOf: null, own, boundary };
}

/** The content of an element, likewise; see `row-rules/office-rows.ts`. */
function elementContent(element: KeptElement, kind: FiledElementKind): object {
  const { sourceId, name, keeperCode, longitude, latitude, layerKey, unitLocalId } = element;
  const facts = Object.fromEntries(factFields[kind].map(({ property }) => [property, element.facts[property] ?? null]));
  return { kind, sourceId, name, keeperCode, longitude, latitude, layerKey, unitLocalId, facts, asOf: null };
}

/** Whether the office said what date a record speaks of: a front database keeps the day of arrival where it did not, and only the fingerprint tells. */
function saysAsOf(silent: object, held: { readonly contentHash: string }): boolean {
  return contentHash(silent) !== held.contentHash;
}
