import type { CalendarDate } from '../../../kernel/dates.js';
import { type LayerKey, type SourceId, unitUuid } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { UnitArrival, UnitIndexWriter } from '../../grids/index.js';
import type { LineageWriter, NewLineageStep } from '../../lineage/index.js';
import type { CityPack } from '../city-pack/open-pack.js';
import { changedRecords } from '../feed/changes.js';
import { readRows } from '../files/read-rows.js';
import type { Changes, CityRegisterWriter, CurrentUnit, RunStamp } from '../ports.js';
import { type LineageRow, lineageRow, type LineageTerms } from '../row-rules/lineage-row.js';
import { judgeRows } from '../rows/judge-rows.js';
import { layouts } from '../rows/layouts.js';
import { quarantined, type Refusal } from '../rows/refusal.js';
import type { SourceRow } from '../rows/source-row.js';
import type { Tally } from '../rows/tally.js';

/** What reading a pack's lineage needs. */
export interface LineageIntakeTerms extends Pick<LineageTerms, 'idRules'> {
  readonly pack: CityPack;
  readonly writers: { readonly register: CityRegisterWriter; readonly units: UnitIndexWriter; readonly lineage: LineageWriter };
}

/** A row with where it stood. */
interface Told {
  readonly told: LineageRow;
  readonly row: SourceRow;
}

/** A unit as lineage needs it. */
type KnownUnit = Pick<CurrentUnit, 'generation' | 'validFrom'>;

/** The beginning of a retired unit that no row tells. */
const sinceEver = '1900-01-01';

/**
 * Brings a pack's lineage into the index, after all units. An old id that the index does not know becomes a retired unit without a
 * boundary, named by the file and valid until the day of its row; a new id must be a unit, or the old id of a later row.
 */
export class LineageIntake {
  readonly #known = new Map<LayerKey, Map<SourceId, KnownUnit>>();
  readonly #retired: UnitArrival[] = [];

  constructor(
    private readonly terms: LineageIntakeTerms,
    private readonly sql: Sql,
    private readonly stamp: RunStamp,
    private readonly tally: Tally,
  ) {}

  async run(): Promise<Changes> {
    const { units, lineage } = this.terms.writers;
    const rows = [...(await this.#rows())].sort((a, b) => (a.told.from < b.told.from ? -1 : a.told.from > b.told.from ? 1 : 0));
    for (const { told } of rows) await this.#load(told.layerKey);
    for (const [place, { told }] of rows.entries()) this.#retire(told, rows.slice(0, place));
    const steps = rows.flatMap((one) => this.#step(one));
    const retired = await units.apply(this.sql, this.#retired);
    let added = 0;
    for (const [document, ofDocument] of byDocument(steps)) {
      const evidence = { redrawUuid: null, document, runId: this.stamp.runId, organisationUuid: null };
      added += await lineage.add(this.sql, ofDocument, { ...evidence, subject: 'intake', role: 'INTAKE' });
    }
    return { ...changedRecords(retired.length + added), units: retired };
  }

  async #rows(): Promise<readonly Told[]> {
    const { pack, idRules } = this.terms;
    const rows: Told[] = [];
    for (const file of pack.manifest.lineage) {
      const rule = (row: SourceRow): Told => ({ told: lineageRow(row, { manifest: pack.manifest, idRules }), row });
      const judged = judgeRows(readRows(pack, file, layouts.lineage), { rule, tally: this.tally, file: file.path, counted: () => false });
      for await (const batch of judged) rows.push(...batch);
    }
    return rows;
  }

  async #load(layerKey: LayerKey): Promise<void> {
    if (!this.#known.has(layerKey)) this.#known.set(layerKey, new Map(await this.terms.writers.register.currentUnits(this.sql, layerKey)));
  }

  /** Makes the old unit known where it is not; it began, at the latest, with the row that led to it. */
  #retire({ layerKey, oldId, newId, oldName, oldFrom, from }: LineageRow, earlier: readonly Told[]): void {
    const known = this.#known.get(layerKey)!;
    if (known.has(oldId) || oldId === newId) return;
    const origin = earlier.findLast(({ told }) => told.layerKey === layerKey && told.newId === oldId)?.told.from;
    const validFrom = oldFrom ?? origin ?? sinceEver;
    if (validFrom >= from) return;
    known.set(oldId, { generation: 1, validFrom });
    this.#retired.push(this.#arrival({ layerKey, localId: oldId, name: oldName ?? oldId, validFrom, validTo: from }));
  }

  #arrival(unit: Pick<UnitArrival, 'layerKey' | 'localId' | 'name' | 'validFrom' | 'validTo'>): UnitArrival {
    const { runId, today } = this.stamp;
    const nothing = { divisionCode: null, households: null, boundary: null, areaM2: null, members: [], buildings: [] };
    return { ...unit, ...nothing, generation: 1, asOf: today, contentHash: `lineage/${unit.name}/${unit.validTo}`, runId };
  }

  #step({ told, row }: Told): readonly (NewLineageStep & { readonly document: string | null })[] {
    const { layerKey, oldId, newId, kind, weight, inverseWeight, from, document } = told;
    const old = this.#known.get(layerKey)!.get(oldId);
    if (old === undefined || (oldId !== newId && old.validFrom >= from)) return this.#refuse(row, 'old_id', oldUnit(oldId, from));
    if (kind === 'REMOVED' || newId === null) return this.#accept([]);
    const to = this.#known.get(layerKey)!.get(newId);
    if (to === undefined) return this.#refuse(row, 'new_id', newUnit(newId));
    const uuidOf = (localId: SourceId, { generation }: KnownUnit): string => unitUuid(layerKey, localId, generation);
    const ends = { fromUuid: uuidOf(oldId, old), toUuid: uuidOf(newId, to) };
    return this.#accept([{ ...ends, kind, basis: 'DECLARED', weight, inverseWeight, effectiveOn: from, document }]);
  }

  #accept<Steps>(steps: Steps): Steps {
    this.tally.accept();
    return steps;
  }

  #refuse(row: SourceRow, field: string, refusal: Omit<Refusal, 'field'>): readonly [] {
    this.tally.refuse(quarantined(row.file, row.number, { ...refusal, field: row.nameOf(field) }));
    return [];
  }
}

function byDocument<Step extends { readonly document: string | null }>(
  steps: readonly Step[],
): ReadonlyMap<string | null, readonly Step[]> {
  const found = new Map<string | null, Step[]>();
  for (const step of steps) found.set(step.document, [...(found.get(step.document) ?? []), step]);
  return found;
}

function oldUnit(value: string, from: CalendarDate): Omit<Refusal, 'field'> {
  return {
    value,
    code: 'BAD_USER_INPUT',
    expected: `an id that was in use before ${from}`,
    remedy: 'Correct the id or the day; the index holds this id only from a later day on.',
  };
}

function newUnit(value: string): Omit<Refusal, 'field'> {
  return {
    value,
    code: 'BAD_USER_INPUT',
    expected: 'the local id of a unit, or the old id of a later row',
    remedy: 'Correct the id, or add the unit to its layer.',
  };
}
