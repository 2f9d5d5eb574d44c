import type { DivisionCode, LayerKey, SourceId } from '../kernel/ids.js';
import type { Scope } from '../kernel/scope.js';
import { liesWithin } from '../kernel/within-scope.js';
import { perRequest } from './per-request-loader.js';
import type { RequestContext } from './request-context.js';

/** What names a unit inside its office, and tells where it lies. */
export interface OwnUnit {
  readonly uuid: string;
  readonly divisionCode: DivisionCode | null;
  readonly model: {
    readonly divisions: { pathOf(code: DivisionCode): readonly { readonly code: DivisionCode; readonly level: string }[] };
  };
  readonly layer: { readonly key: LayerKey };
  readonly localId: SourceId;
  readonly generation: number;
}

/** What names a matter inside its office. */
export interface OwnMatter {
  readonly localId: SourceId;
}

type Row = Readonly<Record<string, unknown>> | null;

/** Where own fields of units come from: one answer a key, in order; none of an office whose own fields the scope does not read. */
export interface OwnUnitSource {
  ofUnits(
    scope: Scope,
    keys: readonly { readonly layerKey: LayerKey; readonly localId: SourceId; readonly generation: number }[],
  ): Promise<readonly Row[]>;
}

/** Where own fields of matters come from: one answer a local id, in order; none of an office whose own fields the scope does not read. */
export interface OwnMatterSource {
  ofMatters(scope: Scope, localIds: readonly SourceId[]): Promise<readonly Row[]>;
}

/**
 * Answers one field that only one office keeps; null where the office holds no row, and where the scope shows none.
 * A matter has come through its own read model, so it is one that the scope shows; units are open to everybody, their own fields are not.
 * All fields of all subjects that one request asks for within one tick cost one call of the source; what the source throws, each of them throws.
 */
export type ReadOwnField<Subject, Values> = <Name extends keyof Values & string>(
  subject: Subject,
  field: Name,
  context: RequestContext,
) => Promise<Values[Name] | null>;

/** Reads an office's own fields of units; `office` names the loader, e.g. `UrbanManagement`. */
export function ownUnitValues<Values>(office: string, source: OwnUnitSource): ReadOwnField<OwnUnit, Values> {
  const ownFieldsByUnit = perRequest<string, Row>(`${office}OwnFieldsByUnit`, (keys, { scope }) =>
    source.ofUnits(scope, keys.map(unitOfKey)),
  );
  return async (unit, field, context) =>
    isInScope(unit, context.scope) ? valueIn(await ownFieldsByUnit(context).load(keyOfUnit(unit)), field) : null;
}

/** Reads an office's own fields of matters; `office` names the loader, e.g. `UrbanManagement`. */
export function ownMatterValues<Values>(office: string, source: OwnMatterSource): ReadOwnField<OwnMatter, Values> {
  const ownFieldsByMatter = perRequest<string, Row>(`${office}OwnFieldsByMatter`, (localIds, { scope }) =>
    source.ofMatters(scope, localIds),
  );
  return async (matter, field, context) => valueIn(await ownFieldsByMatter(context).load(matter.localId), field);
}

// The row holds what intake checked against the same list of fields that `Values` is made of.
function valueIn<Values, Name extends keyof Values & string>(row: Row, field: Name): Values[Name] | null {
  return (row?.[field] ?? null) as Values[Name] | null;
}

function isInScope({ uuid, divisionCode, model }: OwnUnit, scope: Scope): boolean {
  if (scope.jurisdiction === null && scope.gridUuids === null) return true;
  const path = divisionCode === null ? [] : model.divisions.pathOf(divisionCode);
  const codeOf = (level: string): DivisionCode | null => path.find((division) => division.level === level)?.code ?? null;
  return liesWithin(scope, { county: codeOf('COUNTY'), township: codeOf('TOWNSHIP'), community: codeOf('COMMUNITY'), grid: uuid });
}

// A layer key and a number hold no space; a local id may, so it comes last.
function keyOfUnit(unit: OwnUnit): string {
  return `${unit.layer.key} ${unit.generation} ${unit.localId}`;
}

function unitOfKey(key: string): { layerKey: LayerKey; localId: SourceId; generation: number } {
  const [layerKey, generation] = key.split(' ', 2) as [string, string];
  return { layerKey, localId: key.slice(layerKey.length + generation.length + 2), generation: Number(generation) };
}
