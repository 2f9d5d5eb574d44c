import type { LayerKey, SourceId } from '../kernel/ids.js';
import { perRequest } from './per-request-loader.js';
import type { RequestContext } from './request-context.js';

/** What names a unit inside its office. */
export interface OwnUnit {
  readonly layer: { readonly key: LayerKey };
  readonly localId: SourceId;
  readonly generation: number;
}

/** What names a matter inside its office. */
export interface OwnMatter {
  readonly localId: SourceId;
}

type Row = Readonly<Record<string, unknown>> | null;

/** Where own fields of units come from: one answer a key, in order. */
export interface OwnUnitSource {
  ofUnits(
    keys: readonly { readonly layerKey: LayerKey; readonly localId: SourceId; readonly generation: number }[],
  ): Promise<readonly Row[]>;
}

/** Where own fields of matters come from: one answer a local id, in order. */
export interface OwnMatterSource {
  ofMatters(localIds: readonly SourceId[]): Promise<readonly Row[]>;
}

/**
 * Answers one field that only one office keeps; null where the office holds no row.
 * All fields of all subjects that one request asks for within one tick cost one call of the source; what the source throws, each of them throws.
 */
export type ReadOwnField<Subject, Values> = <Name extends keyof Values & string>(
  subject: Subject,
  field: Name,
  context: RequestContext,
) => Promise<Values[Name] | null>;

/** Reads an office's own fields of units; `office` names the loader, e.g. `UrbanManagement`. */
export function ownUnitValues<Values>(office: string, source: OwnUnitSource): ReadOwnField<OwnUnit, Values> {
  const ownFieldsByUnit = perRequest<string, Row>(`${office}OwnFieldsByUnit`, (keys) => source.ofUnits(keys.map(unitOfKey)));
  return async (unit, field, context) => valueIn(await ownFieldsByUnit(context).load(keyOfUnit(unit)), field);
}

/** Reads an office's own fields of matters; `office` names the loader, e.g. `UrbanManagement`. */
export function ownMatterValues<Values>(office: string, source: OwnMatterSource): ReadOwnField<OwnMatter, Values> {
  const ownFieldsByMatter = perRequest<string, Row>(`${office}OwnFieldsByMatter`, (localIds) => source.ofMatters(localIds));
  return async (matter, field, context) => valueIn(await ownFieldsByMatter(context).load(matter.localId), field);
}

// The row holds what intake checked against the same list of fields that `Values` is made of.
function valueIn<Values, Name extends keyof Values & string>(row: Row, field: Name): Values[Name] | null {
  return (row?.[field] ?? null) as Values[Name] | null;
}

// A layer key and a number hold no space; a local id may, so it comes last.
function keyOfUnit(unit: OwnUnit): string {
  return `${unit.layer.key} ${unit.generation} ${unit.localId}`;
}

function unitOfKey(key: string): { layerKey: LayerKey; localId: SourceId; generation: number } {
  const [layerKey, generation] = key.split(' ', 2) as [string, string];
  return { layerKey, localId: key.slice(layerKey.length + generation.length + 2), generation: Number(generation) };
}
