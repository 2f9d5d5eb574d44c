import type { IdRule } from '../../../departments/contract.js';
import type { EqualAreaPlane } from '../../../geometry/equal-area.js';
import { addDays } from '../../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { CatalogueWriter } from '../../catalogue/index.js';
import type { CategoryLinkWriter } from '../../categories/index.js';
import type { ClockWriter } from '../../clocks/index.js';
import type { DutyArrival, ElementIndexWriter, OrganisationArrival } from '../../elements/index.js';
import { allElementsLayer, type ChangedUnit, type UnitArrival, type UnitIndexWriter } from '../../grids/index.js';
import type { ManifestLayer } from '../city-pack/manifest.js';
import type { CityPack } from '../city-pack/open-pack.js';
import { unitArrival } from '../feed/arrivals.js';
import { surveyLayer } from '../layer-checks/layer-survey.js';
import type { SisterLayers } from '../layer-checks/sister-layers.js';
import { readLayer } from '../office/layer-intake.js';
import type { CityRegisterWriter, CurrentUnit, RunStamp } from '../ports.js';
import type { CategoryRecord } from '../records.js';
import type { BoundaryRule } from '../row-rules/boundary.js';
import { categoryRow, divisionRow, dutyRow, organisationRow } from '../row-rules/city-rows.js';
import { layouts } from '../rows/layouts.js';
import type { RowSource } from '../rows/row-source.js';
import type { Tally } from '../rows/tally.js';
import { categoryKey, type CityRegister } from './city-register.js';
import { ClockIntake } from './clock-intake.js';
import type { DivisionListing } from './division-changes.js';
import { layersOf } from './manifest-layers.js';
import { StatementIntake } from './statement-intake.js';
import { WaitingRows } from './waiting-rows.js';

/** What reading the city's own part of a pack needs. */
export interface CityTerms {
  readonly pack: CityPack;
  readonly source: RowSource;
  /** Empty at first; filled here, and what the offices' rows are checked against afterwards. */
  readonly register: CityRegister;
  readonly idRules: Readonly<Record<string, IdRule>>;
  readonly boundaries: BoundaryRule;
  readonly sisters: SisterLayers;
  readonly plane: EqualAreaPlane;
  readonly writers: {
    readonly register: CityRegisterWriter;
    readonly elements: ElementIndexWriter;
    readonly units: UnitIndexWriter;
    readonly categoryLinks: CategoryLinkWriter;
    readonly clocks: ClockWriter;
    readonly catalogue: CatalogueWriter;
  };
}

/** What the city's own part brought. */
export interface CityIntakeEnd {
  readonly changed: number;
  readonly changedUnits: readonly ChangedUnit[];
  readonly changedDivisions: number;
  readonly organisations: readonly OrganisationArrival[];
  readonly allElements: ReadonlySet<SourceId>;
}

/** Brings the city's own registers and its all-elements grids straight into the index, inside one transaction. */
export class CityIntake {
  readonly #rows: WaitingRows;

  constructor(
    private readonly terms: CityTerms,
    private readonly sql: Sql,
    private readonly stamp: RunStamp,
    private readonly tally: Tally,
  ) {
    this.#rows = new WaitingRows(terms.source, tally);
  }

  async run(departmentOf: (office: string) => DepartmentCode): Promise<CityIntakeEnd> {
    const { pack, writers, register } = this.terms;
    const { manifest } = pack;
    await writers.register.writeCity(this.sql, manifest.city, register.time.shiftDays);
    const changedDivisions = await writers.register.writeDivisions(this.sql, await this.#divisions(), this.stamp);
    await writers.register.writeCategories(this.sql, await this.#categories());
    const changedLayers = await writers.register.writeLayers(this.sql, layersOf(manifest, departmentOf), this.stamp);
    const organisations = await this.#organisations();
    let changed = changedDivisions + changedLayers + (await writers.elements.applyOrganisations(this.sql, organisations));
    const statements = new StatementIntake(this.terms, this.sql, this.stamp, this.tally);
    changed += (await statements.categoryLinks()) + (await statements.organisationIds());
    changed += await writers.elements.applyDuties(this.sql, await this.#duties(), this.stamp.now);
    changed += await new ClockIntake(this.terms, this.sql, this.stamp, this.tally).run();
    changed += (await statements.lists()) + (await statements.forms());
    const { ids, arrivals } = await this.#allElements(manifest.allElements);
    const changedUnits = await writers.units.apply(this.sql, arrivals);
    return { changed: changed + changedUnits.length, changedUnits, changedDivisions, organisations, allElements: ids };
  }

  async #divisions(): Promise<DivisionListing> {
    const { manifest } = this.terms.pack;
    const refused = new Set<DivisionCode>();
    let complete = true;
    const rows = await this.#rows.read(manifest.divisions, layouts.divisions, {
      rule: (row) => divisionRow(row, this.terms.register),
      key: (division) => [division.code, division.validFrom],
      onRefused: (row) => {
        const code = row?.text('code').trim() ?? '';
        if (code === '') complete = false;
        else refused.add(code);
      },
    });
    const accepted = this.#rows.acceptWithParents(
      rows,
      (division) => division.code,
      (division) => division.parentCode,
    );
    const standing = new Set(accepted);
    for (const { value } of rows) if (!standing.has(value)) refused.add(value.code);
    for (const division of accepted) this.terms.register.addDivision(division);
    return { accepted, refused, complete: complete && rows.length > 0 };
  }

  async #categories(): Promise<readonly CategoryRecord[]> {
    const { manifest } = this.terms.pack;
    const rows = await this.#rows.read(manifest.categories, layouts.categories, {
      rule: categoryRow,
      key: (category) => [categoryKey(category)],
    });
    const accepted = this.#rows.acceptWithParents(
      rows,
      categoryKey,
      (category) => category.parentCode && categoryKey({ ...category, code: category.parentCode }),
    );
    for (const category of accepted) this.terms.register.addCategory(category);
    return accepted;
  }

  async #organisations(): Promise<readonly OrganisationArrival[]> {
    const { register, pack } = this.terms;
    const asOf = this.stamp.now;
    const key = ({ issuer, scheme }: OrganisationArrival, code: string): string => JSON.stringify([issuer, scheme, code]);
    const rows = await this.#rows.read(pack.manifest.organisations, layouts.organisations, {
      rule: (row): OrganisationArrival => ({ ...organisationRow(row, register), asOf }),
      key: ({ issuer, scheme, code }) => [issuer, scheme, code],
    });
    const accepted = this.#rows.acceptWithParents(
      rows,
      (body) => key(body, body.code),
      (body) => body.parentCode && key(body, body.parentCode),
    );
    for (const organisation of accepted) register.addOrganisation(organisation);
    return accepted;
  }

  async #duties(): Promise<readonly DutyArrival[]> {
    const { register, pack } = this.terms;
    const rows = await this.#rows.read(pack.manifest.duties, layouts.duties, {
      rule: (row) => dutyRow(row, register),
      key: (duty) => [duty.standard, duty.kind, duty.categoryCode, duty.divisionCode, duty.organisationCode, duty.validFrom],
    });
    this.tally.accept(rows.length);
    return rows.map(({ value }) => value);
  }

  async #allElements(layer: ManifestLayer): Promise<{ ids: ReadonlySet<SourceId>; arrivals: readonly UnitArrival[] }> {
    const read = await readLayer({ ...this.terms, layer, own: null, tally: this.tally, ground: new Map() });
    for (const finding of this.terms.sisters.check(surveyLayer(layer, read, this.stamp.today))) this.tally.find(finding);
    const current = await this.terms.writers.register.currentUnits(this.sql, allElementsLayer);
    const { runId, today } = this.stamp;
    const arrivals = read.units.map((unit) => {
      const generation = generationOf(unit.validFrom, current.get(unit.localId));
      return unitArrival({ ...unit, generation, asOf: unit.asOf ?? today, runId }, this.terms.plane);
    });
    return { ids: new Set([...read.listed, ...current.keys()]), arrivals: [...arrivals, ...(await this.#retired(read, current))] };
  }

  /** All-elements grids that a complete file no longer lists end today. */
  async #retired(
    read: { readonly listed: ReadonlySet<SourceId>; readonly complete: boolean },
    current: ReadonlyMap<SourceId, CurrentUnit>,
  ): Promise<readonly UnitArrival[]> {
    const gone = read.complete ? [...current].filter(([localId, unit]) => unit.validTo === null && !read.listed.has(localId)) : [];
    if (gone.length === 0) return [];
    const { today, runId } = this.stamp;
    const held = await this.terms.writers.register.unitsAsHeld(
      this.sql,
      allElementsLayer,
      gone.map(([localId]) => localId),
    );
    return held.map((unit) => ({
      ...unit,
      validTo: today > unit.validFrom ? today : addDays(unit.validFrom, 1),
      contentHash: `retired/${unit.contentHash}`,
      runId,
    }));
  }
}

function generationOf(validFrom: string, last: CurrentUnit | undefined): number {
  if (!last) return 1;
  return last.validTo !== null && validFrom >= last.validTo ? last.generation + 1 : last.generation;
}
