import type { DepartmentDefinition, IdRule } from '../../../departments/contract.js';
import type { Rings } from '../../../geometry/rings.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Sealer } from '../../access/index.js';
import { allElementsLayer } from '../../grids/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { ManifestFile, ManifestLayer, ManifestOffice } from '../city-pack/manifest.js';
import { fileFault } from '../files/file-fault.js';
import { type LayerSurvey, surveyLayer } from '../layer-checks/layer-survey.js';
import type { SisterLayers } from '../layer-checks/sister-layers.js';
import type { FrontWriter, RunStamp } from '../ports.js';
import { fingerprinted, type PostRecord } from '../records.js';
import type { BoundaryRule } from '../row-rules/boundary.js';
import { countRow, elementRow, type OfficeTerms as RowTerms, postRow } from '../row-rules/office-rows.js';
import { type Judgement, judgeRows } from '../rows/judge-rows.js';
import { factFields, type FiledElementKind, type Layout, layouts, withColumns } from '../rows/layouts.js';
import { Once } from '../rows/once.js';
import type { KeyFields } from '../rows/record-key.js';
import type { RowSource } from '../rows/row-source.js';
import type { SourceRow } from '../rows/source-row.js';
import type { Tally } from '../rows/tally.js';
import type { Report } from '../runs/progress.js';
import { readLayer } from './layer-intake.js';
import { MatterJudgement } from './matter-judgement.js';
import { textOfPart } from './table-part.js';

/** What reading one office's part of a pack needs. */
export interface OfficeTerms {
  readonly source: RowSource;
  readonly office: ManifestOffice;
  readonly department: DepartmentDefinition;
  readonly register: CityRegister;
  readonly idRules: Readonly<Record<string, IdRule>>;
  readonly boundaries: BoundaryRule;
  readonly sisters: SisterLayers;
  readonly allElements: ReadonlySet<SourceId>;
  readonly writer: FrontWriter;
  readonly sealer: Sealer;
  readonly report: Report;
}

/** Brings one office's rows into its front database, inside one transaction. */
export class OfficeIntake {
  #changed = 0;
  #keptHome: ReadonlySet<SourceId> = new Set();
  #units: ReadonlyMap<LayerKey, ReadonlySet<SourceId>> = new Map();

  constructor(
    private readonly terms: OfficeTerms,
    private readonly sql: Sql,
    private readonly stamp: RunStamp,
    private readonly tally: Tally,
  ) {}

  /** The local ids of the matters read so far that stay home, or may. */
  get keptHome(): ReadonlySet<SourceId> {
    return this.#keptHome;
  }

  /** Reads layers, elements, counts, posts and matters in this order; answers how many records changed. */
  async run(): Promise<number> {
    const { office } = this.terms;
    await this.#layers(office.layers);
    this.#units = await this.terms.writer.unitIds(this.sql);
    const once = { element: new Once(), count: new Once() };
    for (const file of office.elements) await this.#elements(file, once.element);
    for (const file of office.counts) await this.#counts(file, once.count);
    await this.#posts(office.posts);
    const judging = new MatterJudgement({ ...this.#rowTerms(), sealer: this.terms.sealer }, new Once());
    this.#keptHome = judging.keptHome;
    for (const file of office.matters) await this.#matters(file, judging);
    return this.#changed;
  }

  async #layers(layers: readonly ManifestLayer[]): Promise<void> {
    const ground = new Map<LayerKey, ReadonlyMap<SourceId, Rings | null>>();
    const { writer, department } = this.terms;
    // Layers that are sets of others come after those.
    for (const layer of layers.toSorted((a, b) => Number(a.membersOf !== undefined) - Number(b.membersOf !== undefined))) {
      const read = await readLayer({
        ...this.terms,
        layer,
        own: department.unitFields,
        rules: department.rowRules,
        tally: this.tally,
        ground,
      });
      ground.set(layer.key, read.ground);
      // The ground of a set of units is that of its members, which have been looked at.
      if (layer.membersOf === undefined) this.#look(surveyLayer(layer, read, this.stamp.today));
      for (let from = 0; from < read.units.length; from += 1_000) {
        this.#changed += await writer.writeUnits(this.sql, read.units.slice(from, from + 1_000), this.stamp);
      }
      if (read.complete) this.#changed += await writer.retireUnits(this.sql, layer.key, [...read.listed], this.stamp);
      this.terms.report({ stage: layer.key, done: read.units.length, total: read.units.length });
      await this.tally.relieve();
    }
  }

  #look(layer: LayerSurvey): void {
    for (const finding of this.terms.sisters.check(layer)) this.tally.find(finding);
  }

  async #elements(file: ManifestOffice['elements'][number], once: Once): Promise<void> {
    const kind = elementKindOf(file);
    const layout = withColumns(layouts.elements, factFields[kind]);
    const rule = (row: SourceRow) => {
      const element = elementRow(row, kind, this.#rowTerms());
      once.pass(row, 'source_id', kind, element.sourceId);
      return element;
    };
    const key: KeyFields = { kind: 'ELEMENT', within: kind, fields: ['source_id'] };
    const told = { part: textOfPart({ rows: 'ELEMENTS', elementKind: kind }), key };
    await this.#file(file, layout, { rule, ...told }, (batch) => this.terms.writer.writeElements(this.sql, batch, this.stamp));
  }

  async #counts(file: ManifestFile, once: Once): Promise<void> {
    const rule = (row: SourceRow) => {
      const count = countRow(row, this.#rowTerms());
      once.pass(row, 'local_id', count.layerKey, count.localId, count.measure);
      return count;
    };
    const told = { part: textOfPart({ rows: 'COUNTS' }), key: { kind: 'COUNT', fields: ['layer', 'local_id', 'measure'] } } as const;
    await this.#file(file, layouts.counts, { rule, ...told }, (batch) => this.terms.writer.writeCounts(this.sql, batch, this.stamp));
  }

  async #posts(files: readonly ManifestFile[]): Promise<void> {
    const ordinals = new Map<string, number>();
    const rule = (row: SourceRow): PostRecord => {
      const post = postRow(row, this.#rowTerms());
      const unit = JSON.stringify([post.layerKey, post.localId]);
      const ordinal = (ordinals.get(unit) ?? 0) + 1;
      ordinals.set(unit, ordinal);
      return fingerprinted({ ...post, ordinal });
    };
    // A post has no key of its own: only its file clears it.
    const part = textOfPart({ rows: 'POSTS' });
    for (const file of files)
      await this.#file(file, layouts.posts, { rule, part }, (batch) => this.terms.writer.writePosts(this.sql, batch, this.stamp));
  }

  async #matters(file: ManifestFile, judging: MatterJudgement): Promise<void> {
    const { department, writer } = this.terms;
    const layout = withColumns(layouts.matters, department.matterFields?.fields ?? []);
    await this.#file(file, layout, judging.rules, (batch) => writer.writeMatters(this.sql, batch, this.stamp));
    await writer.quarantineAtHome(this.sql, { file: file.path, rows: judging.takeAtHome() }, this.stamp);
    await writer.keepHome(this.sql, [...judging.keptHome], this.stamp);
  }

  async #file<Accepted>(
    file: ManifestFile,
    layout: Layout,
    judgement: Omit<Judgement<Accepted>, 'tally' | 'file'>,
    write: (batch: readonly Accepted[]) => Promise<number>,
  ): Promise<void> {
    let done = 0;
    for await (const batch of judgeRows(this.terms.source.rows(file, layout), { ...judgement, tally: this.tally, file: file.path })) {
      this.#changed += await write(batch);
      done += judgement.counted ? batch.filter(judgement.counted).length : batch.length;
      this.terms.report({ stage: file.path, done, total: null });
    }
    this.terms.report({ stage: file.path, done, total: done });
  }

  #rowTerms(): RowTerms {
    return {
      register: this.terms.register,
      department: this.terms.department,
      hasUnit: (layerKey, localId) =>
        layerKey === allElementsLayer ? this.terms.allElements.has(localId) : (this.#units.get(layerKey)?.has(localId) ?? false),
    };
  }
}

function elementKindOf(file: ManifestOffice['elements'][number]): FiledElementKind {
  if (Object.hasOwn(factFields, file.kind)) return file.kind as FiledElementKind;
  throw fileFault({
    file: file.path,
    message: `expected elements of kind ${Object.keys(factFields).join(', ')}, the manifest says ${JSON.stringify(file.kind)}.`,
    messageZh: `要素类别应为 ${Object.keys(factFields).join('、')}，清单写作 ${JSON.stringify(file.kind)}。`,
    hint: 'Correct `kind` in manifest.json; organisations belong into the city’s organisations file.',
  });
}
