import type { DepartmentDefinition, IdRule } from '../../../departments/contract.js';
import { type Rings, ringsFromNested } from '../../../geometry/rings.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Sealer } from '../../access/index.js';
import { allElementsLayer, type HeldLayer } from '../../grids/index.js';
import type { ManifestLayer } from '../city-pack/manifest.js';
import { type LayerTerms, readLayer } from '../office/layer-intake.js';
import { MatterJudgement } from '../office/matter-judgement.js';
import { sifted } from '../office/part-rules.js';
import { layoutOf, type TablePart, textOfPart } from '../office/table-part.js';
import type { FrontWriter, RunStamp, StampedRecords } from '../ports.js';
import { type CountRecord, type ElementRecord, fingerprinted, type PostRecord } from '../records.js';
import { optionalInt, refuse } from '../row-rules/cells.js';
import { countRow, elementRow, type OfficeTerms, postRow } from '../row-rules/office-rows.js';
import { type Judgement, judgeRows } from '../rows/judge-rows.js';
import { type FiledElementKind, type Layout, withColumns } from '../rows/layouts.js';
import { Once } from '../rows/once.js';
import type { SourceRow } from '../rows/source-row.js';
import type { BatchTally } from './batch-tally.js';
import { type HeldRecords, type HeldWish, unitKey } from './held-records.js';
import { boundaryField, boundaryHeaderZh, type ObjectRow, rowsOfObjects, textsIn } from './object-rows.js';
import type { Ground } from './row-ground.js';
import { Outcomes, type RowOutcome } from './row-outcome.js';

/** What a batch may hold: boundaries come with their units. */
export type BatchPart =
  Exclude<TablePart, { readonly rows: 'UNITS' | 'BOUNDARIES' }> | { readonly rows: 'UNITS'; readonly layerKey: LayerKey };

/** Some records of one kind that an office's system brings. */
export interface Batch {
  readonly part: BatchPart;
  /** Names the batch in messages, another for each run. */
  readonly file: string;
  readonly rows: readonly ObjectRow[];
}

/** What taking a batch needs. */
export interface BatchTerms {
  readonly department: DepartmentDefinition;
  readonly sealer: Sealer;
  readonly idRules: Readonly<Record<string, IdRule>>;
  readonly ground: Ground;
  readonly writer: FrontWriter;
  readonly held: HeldRecords;
}

/** In which transaction of which run, and whether anything is written at all. */
export interface BatchRun {
  readonly sql: Sql;
  readonly stamp: RunStamp;
  readonly tally: BatchTally;
  readonly isDry: boolean;
}

type Rules<Record> = Omit<Judgement<Record>, 'tally' | 'file'>;

/** Takes batches of single records into an office's front database by the rules of files. What a batch does not name stays as it is. */
export class BatchIntake {
  /** Matters of the batches so far that stay home, or may. */
  readonly keptHome = new Set<SourceId>();

  constructor(
    private readonly terms: BatchTerms,
    private readonly run: BatchRun,
  ) {}

  /** Judges the rows one by one, writes those that are accepted and changed, and answers what became of each, in order. */
  async take(batch: Batch): Promise<readonly RowOutcome[]> {
    const outcomes = new Outcomes();
    this.run.tally.hear((number, refused) => outcomes.refuse(number, refused));
    await this.#take(batch, outcomes);
    return outcomes.of(batch.rows.map((row) => idOf(row, batch.part)));
  }

  async #take(batch: Batch, outcomes: Outcomes): Promise<void> {
    const { part } = batch;
    switch (part.rows) {
      case 'UNITS':
        return this.#units(batch, part.layerKey, outcomes);
      case 'ELEMENTS':
        return this.#elements(batch, part.elementKind, outcomes);
      case 'COUNTS':
        return this.#counts(batch);
      case 'POSTS':
        return this.#posts(batch);
      case 'MATTERS':
        return this.#matters(batch, outcomes);
    }
  }

  async #units(batch: Batch, layerKey: LayerKey, outcomes: Outcomes): Promise<void> {
    const { writer, ground, department } = this.terms;
    const layer = layerOf(
      ground.layers.find(({ key }) => key === layerKey)!,
      batch.file,
    );
    const { units } = await readLayer({
      ...ground,
      idRules: this.terms.idRules,
      layer,
      source: rowsOfObjects(batch.rows, { areDrawn: true }),
      own: department.unitFields,
      tally: this.run.tally,
      ground: await this.#groundOfMembers(batch.rows, layer),
      held: await this.#heldGround(batch, layer),
    });
    const wish = { kind: 'UNIT', within: layerKey, ids: units.map(({ localId }) => localId) } as const;
    const news = await this.#news(units, wish, outcomes);
    if (!this.run.isDry) await writer.writeUnits(this.run.sql, news, this.run.stamp);
  }

  /** A unit whose row leaves its boundary out keeps the one that is held. */
  async #heldGround({ rows, part }: Batch, { key, membersOf }: ManifestLayer): Promise<ReadonlyMap<SourceId, Rings | null>> {
    if (membersOf !== undefined) return new Map();
    const undrawn = rows.filter((row) => !Object.hasOwn(row, boundaryField) && !Object.hasOwn(row, boundaryHeaderZh));
    return this.#groundOf(
      key,
      undrawn.flatMap((row) => idOf(row, part) ?? []),
    );
  }

  async #groundOfMembers(rows: readonly ObjectRow[], { membersOf }: ManifestLayer): Promise<LayerTerms['ground']> {
    if (membersOf === undefined) return new Map();
    const ids = textsIn(rows, ['members', '所含网格编号']).flatMap((text) => text.split(';').map((id) => id.trim()));
    return new Map([[membersOf, await this.#groundOf(membersOf, ids)]]);
  }

  async #groundOf(layerKey: LayerKey, ids: readonly SourceId[]): Promise<ReadonlyMap<SourceId, Rings | null>> {
    const held = await this.terms.held.boundaries(this.run.sql, layerKey, ids);
    return new Map([...held].map(([id, nested]) => [id, nested && ringsFromNested(nested)]));
  }

  async #elements(batch: Batch, kind: FiledElementKind, outcomes: Outcomes): Promise<void> {
    const [terms, once] = [await this.#rowTerms(batch.rows), new Once()];
    const rule = (row: SourceRow): ElementRecord => {
      const element = elementRow(row, kind, terms);
      once.pass(row, 'source_id', kind, element.sourceId);
      return element;
    };
    const judged = await this.#judged(batch, { rule, key: { kind: 'ELEMENT', within: kind, fields: ['source_id'] } });
    const wish = { kind: 'ELEMENT', within: kind, ids: judged.map(({ sourceId }) => sourceId) } as const;
    const news = await this.#news(judged, wish, outcomes);
    if (!this.run.isDry) await this.terms.writer.writeElements(this.run.sql, news, this.run.stamp);
  }

  async #counts(batch: Batch): Promise<void> {
    const [terms, once] = [await this.#rowTerms(batch.rows), new Once()];
    const rule = (row: SourceRow): CountRecord => {
      const count = countRow(row, terms);
      once.pass(row, 'local_id', count.layerKey, count.localId, count.measure);
      return count;
    };
    const judged = await this.#judged(batch, { rule, key: { kind: 'COUNT', fields: ['layer', 'local_id', 'measure'] } });
    if (!this.run.isDry) await this.terms.writer.writeCounts(this.run.sql, judged, this.run.stamp);
  }

  /** A file counts the posts of a unit as it goes; a single row says itself which of them it is. */
  async #posts(batch: Batch): Promise<void> {
    const [terms, once] = [await this.#rowTerms(batch.rows), new Once()];
    const rule = (row: SourceRow): PostRecord => {
      const ordinal =
        optionalInt(row, 'ordinal', 1) ?? refuse(row, 'ordinal', { expected: 'a number from 1', remedy: 'Number the posts of each unit.' });
      const post = postRow(row, terms);
      once.pass(row, 'local_id', post.layerKey, post.localId, String(ordinal));
      return { ...fingerprinted({ ...post, ordinal }), rowNumber: row.number };
    };
    const layout = withColumns(layoutOf({ rows: 'POSTS' }, this.terms.department), [
      { column: 'ordinal', headerZh: '序号', required: true },
    ]);
    const records = await this.#judged(batch, { rule }, layout);
    if (!this.run.isDry) await this.terms.writer.writePosts(this.run.sql, records, this.run.stamp);
  }

  async #matters(batch: Batch, outcomes: Outcomes): Promise<void> {
    const { department, sealer, writer } = this.terms;
    const { sql, stamp, isDry } = this.run;
    const judging = new MatterJudgement({ ...(await this.#rowTerms(batch.rows)), department, sealer }, new Once());
    const judged = await this.#judged(batch, judging.rules);
    const wish = { kind: 'MATTER', within: '', ids: judged.map(({ localId }) => localId) } as const;
    const news = await this.#news(judged, wish, outcomes);
    const atHome = judging.takeAtHome();
    for (const refused of atHome) outcomes.refuse(refused.rowNumber!, refused);
    for (const localId of judging.keptHome) this.keptHome.add(localId);
    if (isDry) return;
    await writer.writeMatters(sql, news, stamp);
    await writer.quarantineAtHome(sql, { file: batch.file, rows: atHome }, stamp);
    await writer.keepHome(sql, [...judging.keptHome], stamp);
  }

  async #judged<Record extends object>(
    { file, part, rows }: Batch,
    rules: Rules<Record>,
    layout: Layout = layoutOf(part, this.terms.department),
  ): Promise<readonly Record[]> {
    const read = rowsOfObjects(rows, { areDrawn: false }).rows({ path: file, format: 'csv' }, layout);
    const judged: Record[] = [];
    for await (const some of judgeRows(read, { part: textOfPart(part), ...rules, tally: this.run.tally, file })) judged.push(...some);
    return judged;
  }

  /** The records that are neither held as they are nor stamped older than what is held. */
  async #news<Kind extends HeldWish['kind']>(
    records: readonly StampedRecords[Kind][],
    wish: HeldWish & { readonly kind: Kind },
    outcomes: Outcomes,
  ): Promise<readonly StampedRecords[Kind][]> {
    const { sql, tally } = this.run;
    const held = await this.terms.held.find(sql, wish);
    const differing = records.filter(({ contentHash }, index) => held.get(wish.ids[index]!)?.contentHash !== contentHash);
    const { fresh, older } = await sifted(this.terms.writer, sql, { kind: wish.kind, records: differing });
    for (const { rowNumber } of fresh) outcomes.note(rowNumber!, 'ACCEPTED_CHANGED');
    for (const { rowNumber } of older) outcomes.note(rowNumber!, 'OLDER');
    // A matter that stays home is counted nowhere but at home.
    tally.wrote({ changed: fresh.length, older: [...older].filter((record) => !('staysHome' in record && record.staysHome)).length });
    return fresh;
  }

  async #rowTerms(rows: readonly ObjectRow[]): Promise<OfficeTerms> {
    const { ground, held, department } = this.terms;
    const named = textsIn(rows, ['local_id', 'unit', '网格编号', '所在网格编号']);
    const [units, grids] = [await held.units(this.run.sql, named), await ground.allElements(named)];
    return {
      department,
      register: ground.register,
      hasUnit: (layerKey, localId) => (layerKey === allElementsLayer ? grids.has(localId) : units.has(unitKey(layerKey, localId))),
    };
  }
}

/** The office's own id of the record that a row brings; null where it is no text. */
function idOf(row: ObjectRow, { rows }: BatchPart): SourceId | null {
  const names = { UNITS: ['local_id', '网格编号'], ELEMENTS: ['source_id', '要素编号'], MATTERS: ['local_id', '事项编号'] };
  const [id] = textsIn([row], rows === 'COUNTS' || rows === 'POSTS' ? names.UNITS : names[rows]);
  return id === undefined || id === '' ? null : id;
}

function layerOf({ key, nameZh, nameEn, partition, primary, idScheme, synthetic, membersOf }: HeldLayer, path: string): ManifestLayer {
  const told = { key, name: { zh: nameZh, en: nameEn }, partition, primary, idScheme, synthetic };
  return { ...told, units: { path, format: 'csv' }, ...(membersOf === null ? {} : { membersOf }) };
}
