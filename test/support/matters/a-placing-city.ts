import type { CityModel, IndexMark } from '../../../src/features/crosswalk/index.js';
import { coverageColumnsOf, CoverageTable, linkColumnsOf, LinkTable, type StoredLink } from '../../../src/features/crosswalk/index.js';
import { PgIndexMarks } from '../../../src/features/crosswalk/storage/index-marks.js';
import { PgElementPlaces } from '../../../src/features/elements/storage/element-places.js';
import { allElementsLayer } from '../../../src/features/grids/index.js';
import { Successions } from '../../../src/features/lineage/successions.js';
import { FeedJudge } from '../../../src/features/loop/procedure/feed-judge.js';
import { type MatterArrival, placeAtPoint, placeInUnit } from '../../../src/features/matters/index.js';
import { heirsByLineage } from '../../../src/features/matters/placing/heirs-by-lineage.js';
import type { PlacingStore } from '../../../src/features/matters/placing/ports.js';
import { RePlacing, type RoundOutcome } from '../../../src/features/matters/placing/re-placing.js';
import { PlacingTable } from '../../../src/features/matters/storage/placing/placing-table.js';
import { MatterWriter } from '../../../src/features/matters/storage/writing/matter-writer.js';
import { silentLog } from '../../../src/kernel/log.js';
import { type BeamParts, beams, LineageCity, onGeos, township } from '../lineage/a-lineage-city.js';
import { clocksOfFeeds } from '../loop/clocks-of-feeds.js';

/** Where something is, in thousandths of a degree from the city's corner. */
export type Spot = readonly [x: number, y: number];

/** A city index whose ground changes under matters and elements: all-elements grids and beams. */
export class PlacingCity {
  day = '2026-03-01';
  #picture!: { readonly model: CityModel; readonly mark: IndexMark };

  private constructor(readonly ground: LineageCity) {}

  static async make(): Promise<PlacingCity> {
    const ground = await LineageCity.make();
    await ground.city.index.sql.query(
      `insert into layer (key, department, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal, recorded_from)
         values ($1, null, '网', 'Grid', true, true, 'any', true, 0, '2026-01-01')`,
      [allElementsLayer],
    );
    return new PlacingCity(ground);
  }

  get sql() {
    return this.ground.city.index.sql;
  }

  get model(): CityModel {
    return this.#picture.model;
  }

  /** Writes units and takes the new picture of the city; `links` between units by their places in the model. */
  async draw(units: readonly BeamParts[], links: readonly StoredLink[] = []): Promise<void> {
    await this.ground.units(...units);
    const mark = await new PgIndexMarks(this.sql).now();
    const grids = await this.ground.model(this.day);
    const model = Object.assign(grids, {
      links: new LinkTable(grids, linkColumnsOf(links), new CoverageTable(grids, coverageColumnsOf([], grids))),
    });
    this.#picture = { model, mark };
  }

  /** Placing as one process has it; `through` stands between it and the index. */
  placing(through: (store: PlacingStore) => PlacingStore = (store) => store): { round(): Promise<RoundOutcome> } {
    const { model, mark } = this.#picture;
    return new RePlacing({
      store: through(new PlacingTable(this.sql, this.ground.city.index.transaction)),
      elements: new PgElementPlaces(this.sql, this.ground.city.index.transaction),
      models: { isLoaded: true, current: () => model, mark },
      marks: new PgIndexMarks(this.sql),
      heirsOf: heirsByLineage(this.ground.reader, new Successions(this.ground.reader, onGeos)),
      clock: { now: () => this.ground.now },
      log: silentLog,
    });
  }

  /** Brings a matter in as its office's feed does, placed on the picture of now. */
  async matter(
    localId: string,
    parts: { readonly at?: Spot; readonly unit?: string; readonly isClosed?: boolean; readonly title?: string },
  ): Promise<void> {
    const state = parts.isClosed ? ('CLOSED' as const) : ('REPORTED' as const);
    const reportedAt = new Date('2026-02-01T00:00:00Z');
    const point = parts.at && { longitude: 117 + parts.at[0] / 1000, latitude: 29 + parts.at[1] / 1000 };
    const place = point
      ? placeAtPoint(this.model, point.longitude, point.latitude)
      : placeInUnit(this.model, this.model.unit(beams, parts.unit!)!);
    const arrival: MatterArrival = {
      department: 'LIGHTHOUSE',
      localId,
      source: 'GRID',
      title: parts.title ?? localId,
      standard: null,
      categoryKind: null,
      categoryCode: null,
      state,
      officeState: null,
      keeperCode: `government-${township}`,
      leadCodes: [],
      supportCodes: [],
      sealed: false,
      longitude: point?.longitude ?? null,
      latitude: point?.latitude ?? null,
      ...place,
      reportedAt,
      dueAt: null,
      steps: [{ state, at: reportedAt, organisationCode: null }],
      contentHash: `${localId} ${parts.title ?? ''}`,
    };
    const clock = { now: () => this.ground.now };
    await this.ground.city.index.transaction((sql) =>
      new MatterWriter({ clock, judge: new FeedJudge(new Map()), told: clocksOfFeeds(clock) }).apply(sql, [arrival]),
    );
  }

  /** Where a matter lies: the local ids of its units with their weights, then its grid's. */
  async placesOf(localId: string): Promise<readonly string[]> {
    const rows = await this.sql.query<{ place: string }>(
      `select unit.local_id || ' ' || round(weight::numeric, 3) || ' ' || placed_by as place from matter
         join matter_placement on matter_id = matter.id join unit on unit.id = matter_placement.unit_id
        where matter.local_id = $1 order by 1`,
      [localId],
    );
    return rows.map(({ place }) => place);
  }

  /** What the log was told of placing anew: how often, of which matter. */
  async moves(): Promise<Readonly<Record<string, number>>> {
    const rows = await this.sql.query<{ name: string; times: number }>(
      `select matter.local_id as name, count(*)::int as times from event_inbox join matter on matter.id = subject and matter.version = event_inbox.version
        where kind = 'MATTER_REPLACED' group by 1 order by 1`,
    );
    return Object.fromEntries(rows.map(({ name, times }) => [name, times]));
  }

  close(): Promise<void> {
    return this.ground.close();
  }
}
