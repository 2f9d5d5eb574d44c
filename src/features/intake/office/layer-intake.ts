// Longer than other files: the row of a unit and its boundary come apart, and are judged together or not at all.
import type { NestedRings, Rings } from '../../../geometry/rings.js';
import { ringsToNested } from '../../../geometry/rings.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { ManifestLayer } from '../city-pack/manifest.js';
import { datumConverted } from '../files/datum/datum-converted.js';
import { fingerprinted, type StampedProvenance, type UnitRecord } from '../records.js';
import type { BoundaryRule } from '../row-rules/boundary.js';
import { optionalInstant } from '../row-rules/time-cells.js';
import { UnitDoubts } from '../row-rules/unit-doubts.js';
import { localIdOf, type UnitDraft, unitFacts, unitRow, type UnitTerms } from '../row-rules/unit-row.js';
import { judgeAll } from '../rows/judge-rows.js';
import { layouts, withColumns } from '../rows/layouts.js';
import { Once } from '../rows/once.js';
import { type KeyFields, recordKey } from '../rows/record-key.js';
import { quarantined, type QuarantinedRow, type Refusal, RowRefused } from '../rows/refusal.js';
import type { RowSource } from '../rows/row-source.js';
import type { SourceRow } from '../rows/source-row.js';
import type { Tally } from '../rows/tally.js';
import type { RunFinding } from '../runs/run-finding.js';
import { textOfPart } from './table-part.js';

/** A layer as a pack gives it, every row judged. */
export interface LayerIntake {
  readonly units: readonly UnitRecord[];
  /** Boundaries by local id, for layers whose units are sets of these. */
  readonly ground: ReadonlyMap<SourceId, Rings | null>;
  /** Every local id that the file names, accepted or not. */
  readonly listed: ReadonlySet<SourceId>;
  /** Whether the file speaks for the whole layer: no row in it was too broken to be told. */
  readonly complete: boolean;
}

/** What reading a layer needs. */
export interface LayerTerms extends UnitTerms {
  readonly source: RowSource;
  readonly tally: Tally;
  readonly boundaries: BoundaryRule;
  /** Counts a file of boundaries by itself; where left out, its rows count with the rows of their units. */
  readonly boundaryTally?: Tally;
  /** The ground that is held of units that are not drawn now; where left out, they have none. */
  readonly held?: ReadonlyMap<SourceId, Rings | null>;
  /** The ground of layers read before, by key. */
  readonly ground: ReadonlyMap<LayerKey, ReadonlyMap<SourceId, Rings | null>>;
}

/** Where in a pack something stands. */
interface Place {
  readonly file: string;
  readonly number: number;
}

/** A geometry as the file has it, and where. */
interface Drawn extends Place {
  readonly geometry: unknown;
}

/** A unit on its way: its own rows and what was drawn for it. */
interface Pending {
  readonly draft: UnitDraft;
  readonly provenance: StampedProvenance;
  /** What its first row says, by field. */
  readonly said: ReadonlyMap<string, string>;
  /** Fields that a further row of it says otherwise. */
  readonly disputed: Set<string>;
  readonly rows: Place[];
  readonly drawn: Drawn[];
}

/** Reads and judges one layer: its rows, its boundaries, and what its units are made of. */
export async function readLayer(terms: LayerTerms): Promise<LayerIntake> {
  const separate = terms.layer.boundaries ? await readBoundaries(terms) : new Map<SourceId, Drawn[]>();
  const { pending, listed, complete } = await readUnits(terms, separate);
  for (const [localId, drawn] of separate) {
    if (terms.boundaryTally ? !pending.has(localId) : !listed.has(localId)) strayBoundary(drawn, localId, terms);
  }
  const units: UnitRecord[] = [];
  const ground = new Map<SourceId, Rings | null>();
  const doubts = new UnitDoubts(terms.layer.key);
  for (const unit of pending.values()) {
    const rings = settle(unit, terms);
    if (rings === undefined) continue;
    doubts.add(unit.draft.localId, terms.rules?.doubtUnit?.(unitFacts(unit.draft, terms)) ?? null);
    if (unit.disputed.size > 0) terms.tally.find(partsDisagree(unit));
    ground.set(unit.draft.localId, rings);
    const content = fingerprinted({ ...unit.draft, boundary: rings && (ringsToNested(rings) as NestedRings) });
    units.push({ ...content, ...unit.provenance });
  }
  for (const finding of doubts.findings()) terms.tally.find(finding);
  for (const file of [terms.layer.units, terms.layer.boundaries]) {
    if (file !== undefined) for (const finding of datumConverted(terms.layer.key, file)) terms.tally.find(finding);
  }
  return { units, ground, listed, complete: complete && listed.size > 0 };
}

/** What counts the rows of boundaries that are refused by themselves. */
const boundariesOf = ({ tally, boundaryTally }: LayerTerms): Tally => boundaryTally ?? tally;

/** Several features may carry one opaque id: they are parts of one unit. */
const mayHaveParts = (layer: ManifestLayer): boolean => layer.idScheme === 'opaque';

async function readBoundaries(terms: LayerTerms): Promise<Map<SourceId, Drawn[]>> {
  const file = terms.layer.boundaries!;
  const found = new Map<SourceId, Drawn[]>();
  const once = new Once();
  const rule = (row: SourceRow): void => {
    const localId = localIdOf(row, terms.layer, terms.idRules);
    if (!mayHaveParts(terms.layer)) once.pass(row, 'local_id', localId);
    found.set(localId, [...(found.get(localId) ?? []), { file: row.file, number: row.number, geometry: row.geometry }]);
  };
  // A boundary counts with the row of its unit; only one that cannot be used is a row by itself.
  const part = textOfPart({ rows: 'BOUNDARIES', layerKey: terms.layer.key });
  const judgement = { rule, tally: boundariesOf(terms), file: file.path, part, key: keyOfUnit(terms.layer), counted: () => false };
  await judgeAll(terms.source.rows(file, layouts.boundaries), judgement);
  return found;
}

async function readUnits(
  terms: LayerTerms,
  separate: ReadonlyMap<SourceId, Drawn[]>,
): Promise<{ pending: Map<SourceId, Pending>; listed: Set<SourceId>; complete: boolean }> {
  const file = terms.layer.units;
  const pending = new Map<SourceId, Pending>();
  const listed = new Set<SourceId>();
  let complete = true;
  const once = new Once();
  const layout = withColumns(layouts.units, terms.own?.fields ?? []);
  const fields = [...layout.required, ...layout.optional].filter((field) => field !== 'local_id' && field !== 'updated_at');
  const rule = (row: SourceRow): void => {
    const localId = localIdOf(row, terms.layer, terms.idRules);
    listed.add(localId);
    const place = { file: row.file, number: row.number };
    // A feature without a geometry (RFC 7946, 3.2) is a unit that nobody has drawn.
    const drawn = (row.geometry ?? null) === null ? (separate.get(localId) ?? []) : [{ ...place, geometry: row.geometry }];
    const earlier = pending.get(localId);
    if (earlier && file.format === 'geojson' && mayHaveParts(terms.layer)) {
      earlier.rows.push(place);
      earlier.drawn.push(...drawn);
      for (const [field, text] of earlier.said) if (row.text(field) !== text) earlier.disputed.add(row.nameOf(field));
      return;
    }
    once.pass(row, 'local_id', localId);
    const said = new Map(fields.map((field) => [field, row.text(field)]));
    const provenance = { rowNumber: row.number, updatedAt: optionalInstant(row, 'updated_at', terms.register.time) };
    pending.set(localId, { draft: unitRow(row, terms), provenance, said, disputed: new Set(), rows: [place], drawn: [...drawn] });
  };
  const onRefused = (row: SourceRow | null): void => {
    const localId = row && readableId(row, terms);
    if (localId === null) complete = false;
    else listed.add(localId);
  };
  // Counted when the unit is settled: its boundary may still refuse it.
  const told = { file: file.path, part: textOfPart({ rows: 'UNITS', layerKey: terms.layer.key }), key: keyOfUnit(terms.layer) };
  await judgeAll(terms.source.rows(file, layout), { ...told, rule, tally: terms.tally, onRefused, counted: () => false });
  return { pending, listed, complete };
}

/** The id of a refused row; null where it is the id that is wrong, so that nobody can tell which unit was meant. */
function readableId(row: SourceRow, { layer, idRules }: LayerTerms): SourceId | null {
  try {
    return localIdOf(row, layer, idRules);
  } catch (thrown) {
    if (thrown instanceof RowRefused) return null;
    throw thrown;
  }
}

const keyOfUnit = ({ key }: ManifestLayer): KeyFields => ({ kind: 'UNIT', within: key, fields: ['local_id'] });

/** A row of a unit that is refused once its layer is put together. */
function refusedAt({ file, number }: Place, localId: SourceId, { layer }: LayerTerms, refusal: Refusal): QuarantinedRow {
  const rows = file === layer.units.path ? 'UNITS' : 'BOUNDARIES';
  const part = textOfPart({ rows, layerKey: layer.key });
  return { ...quarantined(file, number, refusal), part, recordKey: recordKey('UNIT', layer.key, localId) };
}

function strayBoundary(drawn: readonly Drawn[], localId: SourceId, terms: LayerTerms): void {
  for (const place of drawn) {
    boundariesOf(terms).refuse(
      refusedAt(place, localId, terms, {
        field: 'local_id',
        value: localId,
        code: 'BAD_USER_INPUT',
        expected: 'the local id of a unit whose row is accepted',
        remedy: 'Add the unit’s row, or correct the id of the boundary.',
      }),
    );
  }
}

/** Judges the ground of a unit: its rings, null where none is drawn, undefined where it is refused. */
function settle(unit: Pending, terms: LayerTerms): Rings | null | undefined {
  try {
    const rings =
      unit.drawn.length > 0 ? drawnGround(unit, terms) : (memberGround(unit, terms) ?? terms.held?.get(unit.draft.localId) ?? null);
    const key = recordKey('UNIT', terms.layer.key, unit.draft.localId);
    terms.tally.accept(unit.rows.length, key);
    if (terms.boundaryTally) terms.boundaryTally.accept(unit.drawn.length, key);
    return rings;
  } catch (thrown) {
    if (!(thrown instanceof RowRefused)) throw thrown;
    refuseUnit(unit, thrown.refusal, terms);
    return undefined;
  }
}

/** A unit that is refused for what was drawn is told where that stands: in its own place, or in the file of boundaries that is counted too. */
function refuseUnit({ draft: { localId }, rows, drawn }: Pending, refusal: Refusal, terms: LayerTerms): void {
  const { tally, boundaryTally } = terms;
  const at = drawn.length > 0 && !boundaryTally ? drawn : rows;
  rows.forEach((row, index) => tally.refuse(refusedAt(at[index] ?? row, localId, terms, refusal)));
  if (boundaryTally) for (const place of drawn) boundaryTally.refuse(refusedAt(place, localId, terms, refusal));
}

function drawnGround(unit: Pending, terms: LayerTerms): Rings {
  const verdict = terms.boundaries.judge(joined(unit.drawn.map(({ geometry }) => geometry)));
  if ('refusal' in verdict) throw new RowRefused(verdict.refusal);
  if (verdict.mending !== null) {
    const [{ file, number }] = unit.drawn as [Drawn];
    const { layerKey, localId } = unit.draft;
    boundariesOf(terms).repair({ layerKey, localId, file, rowNumber: number, ...verdict.mending });
  }
  return verdict.rings;
}

/** The rows of one unit that say different things of it: their ground is united, and the first row's word is kept. */
function partsDisagree({ draft: { layerKey, localId }, rows, disputed }: Pending): RunFinding {
  const fields = [...disputed].join(', ');
  return {
    kind: 'PARTS_DISAGREE',
    layerKey,
    localId,
    message: `The ${rows.length} rows of unit ${localId} differ in ${fields}; the first row's values were kept. Make them agree at the source, or give each part its own id.`,
    messageZh: `单元 ${localId} 的 ${rows.length} 行在 ${fields} 上不一致，已取第一行的值；请在源头统一，或为各部分分别编号。`,
    measures: { rows: rows.length, fields, file: rows[0]!.file },
  };
}

/** The geometries of a unit's features as one. */
function joined(geometries: readonly unknown[]): unknown {
  if (geometries.length === 1) return geometries[0];
  const parts = geometries.map((geometry) => (geometry ?? {}) as { type?: unknown; coordinates?: unknown });
  const odd = parts.find(({ type, coordinates }) => (type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates));
  if (odd) return odd;
  return {
    type: 'MultiPolygon',
    coordinates: parts.flatMap(({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : (coordinates as unknown[]))),
  };
}

/** The ground of a unit that is a set of another layer's units; null for one that lists none, or any without ground. */
function memberGround({ draft }: Pending, terms: LayerTerms): Rings | null {
  const { membersOf } = terms.layer;
  if (membersOf === undefined || draft.members.length === 0) return null;
  const members = terms.ground.get(membersOf);
  const stranger = draft.members.find((member) => !members?.has(member));
  if (stranger !== undefined) throw new RowRefused(unknownMember(stranger, membersOf));
  const rings = draft.members.map((member) => members!.get(member)!);
  return rings.includes(null as never) ? null : terms.boundaries.union(rings);
}

function unknownMember(member: SourceId, layerKey: LayerKey): Refusal {
  return {
    field: 'members',
    value: member,
    code: 'BAD_USER_INPUT',
    expected: `local ids of ${layerKey}`,
    remedy: 'Correct the list; a member that was refused itself must be corrected first.',
  };
}
