import type { DepartmentDefinition } from '../../../departments/contract.js';
import { areaM2 } from '../../../geometry/area.js';
import type { EqualAreaPlane } from '../../../geometry/equal-area.js';
import { ringsFromNested } from '../../../geometry/rings.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { CountArrival, ElementArrival, OrganisationArrival, PostArrival } from '../../elements/index.js';
import type { UnitArrival } from '../../grids/index.js';
import { madeTitle, type MatterArrival, type Placement } from '../../matters/index.js';
import type { MatterWords, Placer, StoredCount, StoredElement, StoredMatter, StoredPost, StoredUnit } from '../ports.js';
import { contentHash } from '../records.js';

/** A unit on its way into the index, its area measured. */
export function unitArrival(unit: StoredUnit, plane: EqualAreaPlane): UnitArrival {
  return { ...unit, areaM2: unit.boundary === null ? null : areaM2(ringsFromNested(unit.boundary), plane) };
}

/** An element on its way into the index, placed by its point, else by its unit. */
export function elementArrival(element: StoredElement, department: DepartmentCode, placer: Placer): ElementArrival {
  const { kind, sourceId, name, keeperCode, longitude, latitude, facts, asOf, contentHash: hash } = element;
  return {
    department,
    kind,
    sourceId,
    name,
    keeperCode,
    longitude,
    latitude,
    facts,
    asOf,
    contentHash: hash,
    ...placeOfElement(element, placer),
  };
}

function placeOfElement(element: StoredElement, placer: Placer): Pick<ElementArrival, 'gridUuid' | 'divisionCode'> {
  const { longitude, latitude, layerKey, unitLocalId } = element;
  if (longitude !== null && latitude !== null) {
    const { gridUuid, divisionCode } = placer.place({ longitude, latitude });
    return { gridUuid, divisionCode };
  }
  const unit = layerKey === null || unitLocalId === null ? null : placer.unit(layerKey, unitLocalId);
  return unit ? { gridUuid: placer.viaLinks(unit.uuid).gridUuid, divisionCode: unit.divisionCode } : { gridUuid: null, divisionCode: null };
}

/** An organisation as an element of the division that it belongs to; it keeps its own entry. */
export function organisationElement(organisation: OrganisationArrival, placer: Placer): ElementArrival {
  const { issuer, scheme, code, name, kind, level, longitude, latitude, department, divisionCode, asOf } = organisation;
  const place = longitude !== null && latitude !== null ? placer.place({ longitude, latitude }) : null;
  const told = {
    department,
    kind: 'ORGANISATION' as const,
    // A credit code is unique in the country; any other code only within its register.
    sourceId: scheme === 'credit-code' ? code : `${issuer}/${scheme}/${code}`,
    name,
    keeperCode: code,
    longitude,
    latitude,
    gridUuid: place?.gridUuid ?? null,
    divisionCode,
    facts: { organisationKind: kind, level },
  };
  return { ...told, asOf, contentHash: contentHash(told) };
}

/** A count on its way into the index; null where its unit is not there now. */
export function countArrival(count: StoredCount, department: DepartmentCode, placer: Placer): CountArrival | null {
  const unit = placer.unit(count.layerKey, count.localId);
  return unit && { department, unitUuid: unit.uuid, measure: count.measure, value: count.value, asOf: count.asOf };
}

/** A post on its way into the index; null where its unit is not there now. */
export function postArrival(post: StoredPost, department: DepartmentCode, placer: Placer): PostArrival | null {
  const unit = placer.unit(post.layerKey, post.localId);
  if (!unit) return null;
  const { kind, organisationCode, dutyLine, vacant } = post;
  return { department, unitUuid: unit.uuid, ordinal: ordinalIn(post, department), kind, organisationCode, dutyLine, vacant };
}

/** Several offices may give posts of one all-elements grid: each counts from a thousand of its own. */
function ordinalIn(post: StoredPost, department: DepartmentCode): number {
  if (!post.layerKey.startsWith('city/')) return post.ordinal;
  let hash = 0;
  for (const character of department) hash = (hash * 31 + character.codePointAt(0)!) % 1_000_003;
  return hash * 1_000 + post.ordinal;
}

/** A matter on its way into the index, placed by its point and its own office's word, else by its division alone. */
export function matterArrival(
  matter: StoredMatter,
  { code: department, sealsMatters }: Pick<DepartmentDefinition, 'code' | 'sealsMatters'>,
  setting: { readonly placer: Placer; readonly words: MatterWords | null },
): MatterArrival {
  const { layerKey, unitLocalId, steps, title, ...told } = matter;
  const unit = layerKey === null || unitLocalId === null ? null : setting.placer.unit(layerKey, unitLocalId);
  const point =
    matter.longitude === null || matter.latitude === null
      ? null
      : setting.placer.place({ longitude: matter.longitude, latitude: matter.latitude });
  const links = unit && setting.placer.viaLinks(unit.uuid);
  return {
    ...told,
    department,
    title: matter.sealed || sealsMatters ? madeTitle(setting.words) : title,
    // A point leads to a door, so a sealed matter is placed by it and then goes without.
    ...(matter.sealed ? { longitude: null, latitude: null } : {}),
    divisionCode: matter.divisionCode ?? point?.divisionCode ?? unit?.divisionCode ?? null,
    gridUuid: point ? point.gridUuid : (links?.gridUuid ?? null),
    unitUuid: unit?.uuid ?? null,
    placements: placements(point?.unitUuids ?? [], unit?.uuid ?? null, point ? [] : (links?.placements ?? [])),
    steps: steps.map((step) => ({ ...step, at: new Date(step.at) })),
  };
}

function placements(byPoint: readonly string[], own: string | null, byLinks: readonly Placement[]): readonly Placement[] {
  const certain: readonly Placement[] = [
    ...(own === null ? [] : [{ unitUuid: own, weight: 1, by: 'OWN_UNIT' as const }]),
    ...byPoint.filter((unitUuid) => unitUuid !== own).map((unitUuid) => ({ unitUuid, weight: 1, by: 'POINT' as const })),
  ];
  const known = new Set(certain.map(({ unitUuid }) => unitUuid));
  return [...certain, ...byLinks.filter(({ unitUuid }) => !known.has(unitUuid))];
}
