import type { LinkBasis } from '../link-basis.js';
import type { CoverageRecord, LinkRecord } from '../ports.js';

/** What the tables know of a row beside what it says. */
export interface Kept {
  /** The computation that it came from; null where it rests on a declaration alone. */
  readonly runId: string | null;
}

/** A row that is believed now. */
export interface Standing {
  readonly recordedFrom: Date;
}

/** A link of `link` or `displaced_link`. */
export type KeptLink = LinkRecord & Kept;

/** A cover of `coverage` or `displaced_coverage`. */
export type KeptCover = CoverageRecord & Kept;

/** The columns of a link, each under the name of its record. */
export const linkColumnsSql = `source_id as "sourceUuid", target_id as "targetUuid", basis, weight, inverse_weight as "inverseWeight",
  area_m2 as "areaM2", confidence, valid_from::text as "validFrom", valid_to::text as "validTo", household_counts as "householdCounts",
  run_id as "runId", recorded_from as "recordedFrom"`;

/** The columns of a cover, each under the name of its record. */
export const coverColumnsSql = `unit_id as "unitUuid", target_layer as "layerKey", basis, linked, omitted, uncovered, double_cover as "doubleCover",
  valid_from::text as "validFrom", valid_to::text as "validTo", run_id as "runId", recorded_from as "recordedFrom"`;

/** All that a link says, as one text: two that say the same have the same. */
export function linkText(link: LinkRecord): string {
  const { sourceUuid, targetUuid, basis, weight, inverseWeight, areaM2, confidence, validFrom, validTo, declarationId } = link;
  const counts = Object.entries(link.householdCounts ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  // The table keeps confidence in single precision.
  const said = [sourceUuid, targetUuid, basis, weight, inverseWeight, areaM2, Math.fround(confidence), validFrom, validTo, declarationId];
  return JSON.stringify([...said, counts]);
}

/** All that a cover says, as one text. */
export function coverText(cover: CoverageRecord): string {
  const { unitUuid, layerKey, basis, linked, omitted, uncovered, doubleCover, validFrom, validTo, declarationId } = cover;
  return JSON.stringify([unitUuid, layerKey, basis, linked, omitted, uncovered, doubleCover, validFrom, validTo, declarationId]);
}

/** What tells links of the same pair and basis from others. */
export function linkKey({
  sourceUuid,
  targetUuid,
  basis,
}: {
  readonly sourceUuid: string;
  readonly targetUuid: string;
  readonly basis: LinkBasis;
}): string {
  return `${sourceUuid}|${targetUuid}|${basis}`;
}

/** What tells covers of the same row and basis from others. */
export function coverKey({
  unitUuid,
  layerKey,
  basis,
}: {
  readonly unitUuid: string;
  readonly layerKey: string;
  readonly basis: LinkBasis;
}): string {
  return `${unitUuid}|${layerKey}|${basis}`;
}
