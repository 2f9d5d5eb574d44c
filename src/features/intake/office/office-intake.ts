import type { DepartmentDefinition, IdRule } from '../../../departments/contract.js';
import type { Rings } from '../../../geometry/rings.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Sealer } from '../../access/index.js';
import { allElementsLayer } from '../../grids/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { ManifestFile, ManifestLayer, ManifestOffice } from '../city-pack/manifest.js';
import { datumConverted } from '../files/datum/datum-converted.js';
import { fileFault } from '../files/file-fault.js';
import type { SisterLayers } from '../layer-checks/sister-layers.js';
import type { FrontWriter, RunStamp } from '../ports.js';
import type { BoundaryRule } from '../row-rules/boundary.js';
import { judgeRows } from '../rows/judge-rows.js';
import { factFields, type FiledElementKind } from '../rows/layouts.js';
import { Once } from '../rows/once.js';
import type { RowSource } from '../rows/row-source.js';
import type { Tally } from '../rows/tally.js';
import type { Report } from '../runs/progress.js';
import { MatterRule } from './matter-rule.js';
import { countRule, elementRule, type PartRule, postRule, type RuleTerms } from './part-rules.js';
import { takeLayer } from './take-layer.js';

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
  #units: ReadonlyMap<LayerKey, ReadonlySet<SourceId>> = new Map();
  readonly #rules: RuleTerms;
  readonly #matters: MatterRule;

  constructor(
    private readonly terms: OfficeTerms,
    private readonly sql: Sql,
    private readonly stamp: RunStamp,
    private readonly tally: Tally,
  ) {
    this.#rules = { ...terms, hasUnit: (layerKey, localId) => this.#hasUnit(layerKey, localId) };
    this.#matters = new MatterRule(this.#rules, stamp.now);
  }

  /** The local ids of the matters read so far that stay home, or may. */
  get keptHome(): ReadonlySet<SourceId> {
    return this.#matters.keptHome;
  }

  /** Reads layers, elements, counts, posts and matters in this order; answers how many records changed. */
  async run(): Promise<number> {
    const { office } = this.terms;
    await this.#layers(office.layers);
    this.#units = await this.terms.writer.unitIds(this.sql);
    const once = new Once();
    for (const file of office.elements) await this.#file(file, elementRule(this.#rules, elementKindOf(file), once));
    const [counts, posts] = [countRule(this.#rules), postRule(this.#rules)];
    for (const file of office.counts) await this.#file(file, counts);
    for (const file of office.posts) await this.#file(file, posts);
    for (const file of office.matters) {
      await this.#file(file, this.#matters);
      await this.#matters.settle(this.sql, file.path, this.stamp);
    }
    if (this.#matters.finding) this.tally.find(this.#matters.finding);
    return this.tally.totals.changed;
  }

  async #layers(layers: readonly ManifestLayer[]): Promise<void> {
    const ground = new Map<LayerKey, ReadonlyMap<SourceId, Rings | null>>();
    const { sql, stamp, tally } = this;
    // Layers that are sets of others come after those.
    for (const layer of layers.toSorted((a, b) => Number(a.membersOf !== undefined) - Number(b.membersOf !== undefined)))
      ground.set(layer.key, await takeLayer({ ...this.terms, layer, ground, isWhole: true }, { sql, stamp, tally }));
  }

  async #file<Accepted>(file: ManifestFile, rule: PartRule<Accepted>): Promise<void> {
    const { layout, judgement } = rule;
    let done = 0;
    for await (const batch of judgeRows(this.terms.source.rows(file, layout), { ...judgement, tally: this.tally, file: file.path })) {
      this.tally.wrote(await rule.write(this.sql, batch, this.stamp));
      done += judgement.counted ? batch.filter(judgement.counted).length : batch.length;
      this.terms.report({ stage: file.path, done, total: null });
    }
    for (const finding of datumConverted(null, file)) this.tally.find(finding);
    this.terms.report({ stage: file.path, done, total: done });
  }

  #hasUnit(layerKey: LayerKey, localId: SourceId): boolean {
    return layerKey === allElementsLayer ? this.terms.allElements.has(localId) : (this.#units.get(layerKey)?.has(localId) ?? false);
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
