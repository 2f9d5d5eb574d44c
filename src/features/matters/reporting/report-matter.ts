import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import { everything } from '../../../kernel/everything.js';
import type { DepartmentCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import { accountOf, type Principal } from '../../../kernel/principal.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import { isPlainText } from '../../../kernel/text.js';
import { type Acting, actOnce, type ActParts, type Concerning } from '../../access/index.js';
import { type CategoryKey, unknownCategory } from '../../categories/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { ElementReadModel } from '../../elements/index.js';
import { allElementsLayer, type GridUnit, layersAsked, theOneUnit } from '../../grids/index.js';
import type { Matter, MatterSource } from '../matter.js';
import { type MatterPlace, placeAtPoint, placeInUnit } from '../placing/place-matter.js';
import type { MatterReadModel } from '../ports.js';
import { elementsMeant } from './elements-meant.js';

/** What somebody reports. The place is a point, or a unit of an office, or an all-elements grid: exactly one of them. */
export interface MatterReport {
  readonly idempotencyKey: string;
  readonly title: string;
  readonly category: CategoryKey;
  readonly source: MatterSource;
  readonly point: { readonly longitude: number; readonly latitude: number } | null;
  readonly grid: SourceId | null;
  readonly unit: { readonly department: DepartmentCode; readonly localId: SourceId; readonly layer: LayerKey | null } | null;
  /** Global ids of the elements that it is about. */
  readonly about: readonly string[];
}

/** A report with everything that the index needs to hold it. */
export interface PlacedReport extends MatterPlace {
  readonly report: MatterReport;
  readonly reportedAt: Date;
  /** The account that reports, by which it may withdraw the matter later; null where who reported is sealed. */
  readonly reportedBy: string | null;
  /** The elements that it is about, by uuid; none where something of it is sealed. */
  readonly aboutUuids: readonly string[];
  /** Null where nothing of it is sealed. */
  readonly sealed: SealedAs | null;
}

/** How a report stands in the index whose words are sealed: by an id, an office and a title that tell nothing of them, and without its point. */
export interface SealedAs {
  readonly uuid: string;
  readonly department: DepartmentCode;
  readonly title: string;
}

/** Writes reports into the city index. */
export interface ReportStore {
  /** The Chinese name of a category; null where there is none. */
  categoryName(sql: Sql, category: CategoryKey): Promise<string | null>;
  /** The organisation that keeps matters of a place: the government of the lowest of these divisions that has one; null where none has. */
  keeperOf(sql: Sql, divisionCodes: readonly string[]): Promise<string | null>;
  /** Inserts the matter, its first step and its event; answers its uuid. */
  insert(sql: Sql, placed: PlacedReport, keeperUuid: string): Promise<string>;
  /** The uuids of the elements that a matter is about. */
  aboutOf(sql: Sql, uuid: string): Promise<readonly string[]>;
}

/** What the service needs. */
export interface ReportingParts extends ActParts {
  readonly store: ReportStore;
  readonly matters: Pick<MatterReadModel, 'byUuid'>;
  readonly elements: Pick<ElementReadModel, 'byUuid'>;
  readonly clock: Clock;
  /** Told of each new matter in the transaction that wrote it: its procedure begins. */
  readonly begun: (sql: Sql, matterUuid: string) => Promise<void>;
}

/** Who reports, on which model, under which request. */
export interface ReportingContext extends Acting {
  /** What the reporter may see: only of such elements may it report. */
  readonly scope: Scope;
  readonly model: CityModel;
}

/** What recording a matter within an act takes. */
export interface Recording {
  readonly model: CityModel;
  readonly concerning: Concerning;
  readonly principal: Principal;
  /** The elements that it is about, which the reporter may see; none when left out. */
  readonly aboutUuids?: readonly string[];
}

/** The answer to a report. */
export interface Reported {
  readonly matterUuid: string;
  /** Whether the key had been used before and nothing was done now. */
  readonly idempotentReplay: boolean;
}

const longestTitle = 200;

/** Takes reports of new matters: placed, kept by the township-level government of the place, in state REPORTED. */
export class MatterReporting {
  readonly #parts: ReportingParts;

  constructor(parts: ReportingParts) {
    this.#parts = parts;
  }

  /** Reports a matter once for each idempotency key; throws `BAD_USER_INPUT`, `NOT_FOUND`, `FORBIDDEN` or `IDEMPOTENCY_KEY_REUSED`, having changed nothing. */
  async report(report: MatterReport, { principal, requestId, model, scope }: ReportingContext): Promise<Reported> {
    const { idempotencyKey, ...input } = report;
    const act = { principal, requestId, name: 'reportMatter' as const, idempotencyKey, input };
    const { ids, idempotentReplay } = await actOnce(act, this.#parts, async (sql, concerning) => {
      checkTitle(report.title);
      const aboutUuids = await elementsMeant(report.about, scope, this.#parts.elements);
      return { matter: await this.record(sql, report, { model, concerning, principal, aboutUuids }) };
    });
    return { matterUuid: ids.matter, idempotentReplay };
  }

  /**
   * The matter of a report, for whoever made it: its own row is shown to its reporter also where its scope ends, as it wrote it and must
   * learn under which id. All that hangs on the matter is read by the reporter's scope like anybody's.
   */
  async matterOf({ matterUuid }: Reported): Promise<Matter> {
    return (await this.#parts.matters.byUuid(everything, [matterUuid]))[0]!;
  }

  /** Records a matter as a part of a greater act, in its transaction; answers its uuid. Throws `BAD_USER_INPUT`, `NOT_FOUND` or `FORBIDDEN`. */
  async record(sql: Sql, report: MatterReport, { model, concerning, principal, aboutUuids = [] }: Recording): Promise<string> {
    const { store, clock, begun } = this.#parts;
    const { place, keeper } = await whereItLies(sql, report, { store, model, concerning });
    const reportedBy = accountOf(principal);
    const uuid = await store.insert(sql, { ...place, report, reportedAt: clock.now(), reportedBy, aboutUuids, sealed: null }, keeper);
    await begun(sql, uuid);
    return uuid;
  }
}

/** The place of a report, its category's name and the uuid of whoever keeps it. Throws `BAD_USER_INPUT` or `NOT_FOUND`, having written nothing. */
export async function whereItLies(
  sql: Sql,
  report: MatterReport,
  { store, model, concerning }: { readonly store: ReportStore; readonly model: CityModel; readonly concerning: Concerning },
): Promise<{ readonly place: MatterPlace; readonly categoryName: string; readonly keeper: string }> {
  const categoryName = await store.categoryName(sql, report.category);
  if (categoryName === null) throw unknownCategory(report.category);
  const place = placeOf(report, model);
  concerning({ owners: [], divisions: [place.divisionCode] });
  const path = place.divisionCode === null ? [] : model.divisions.pathOf(place.divisionCode).map((division) => division.code);
  const keeper = await store.keeperOf(sql, [...path, model.city.code]);
  if (keeper === null) throw nobodyKeeps(place.divisionCode);
  return { place, categoryName, keeper };
}

function placeOf(report: MatterReport, model: CityModel): MatterPlace {
  const given = [report.point, report.grid, report.unit].filter((place) => place !== null).length;
  if (given !== 1) throw onePlace(given);
  if (report.point === null) return placeInUnit(model, unitOf(report, model));
  const place = placeAtPoint(model, report.point.longitude, report.point.latitude);
  if (place.placements.length === 0) throw outside(report.point);
  return place;
}

function unitOf(report: MatterReport, model: CityModel): GridUnit {
  const { grid, unit } = report;
  const found =
    unit === null ? model.unit(allElementsLayer, grid!) : theOneUnit(layersAsked(model, unit.department, unit.layer), unit.localId, model);
  if (found) return found;
  throw new CityError({
    code: 'NOT_FOUND',
    message: `Expected a grid that is in force today, got ${JSON.stringify(unit?.localId ?? grid)}.`,
    messageZh: `应为今日有效的网格，收到 ${JSON.stringify(unit?.localId ?? grid)}。`,
    hint: 'resolveIds tells whether the id was retired.',
  });
}

/** Passes a title that may stand; throws `BAD_USER_INPUT` telling its length alone. */
export function checkTitle(title: string): void {
  const length = [...title.trim()].length;
  if (isPlainText(title) && length >= 1 && length <= longestTitle) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `title: expected 1 to ${longestTitle} characters, got ${length}.`,
    messageZh: `title：应为 1 到 ${longestTitle} 个字，收到 ${length} 个。`,
  });
}

function onePlace(given: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected exactly one place (point, grid or unit), got ${given}.`,
    messageZh: `地点须恰好给出一种（point、grid 或 unit），收到 ${given} 种。`,
  });
}

function outside(point: { readonly longitude: number; readonly latitude: number }): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `point: expected a place within some unit of this city, got ${point.longitude}, ${point.latitude}.`,
    messageZh: `point：应落在本市某个网格内，收到 ${point.longitude}, ${point.latitude}。`,
    hint: 'Are longitude and latitude swapped?',
  });
}

function nobodyKeeps(divisionCode: string | null): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `No government of ${divisionCode ?? 'that place'} or above is registered, so nobody would keep the matter.`,
    messageZh: `${divisionCode ?? '该地点'}及其上级均未登记政府组织，事项无人归口。`,
    hint: 'Load the organisations first.',
  });
}
