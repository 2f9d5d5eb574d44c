import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import type { CalendarSettings, ClockWriter, HolidayArrival, LimitArrival } from '../../../src/features/clocks/index.js';
import type { UnitArrival } from '../../../src/features/grids/index.js';
import {
  type BoundaryRepair,
  CityImport,
  FeedApplier,
  type ImportOutcome,
  type OfficeFront,
  type QuarantinedRow,
  type RingRepair,
} from '../../../src/features/intake/index.js';
import type { ChangeFeed, CityRegisterWriter, Database, FrontWriter, RunRegister } from '../../../src/features/intake/ports.js';
import type { CountRecord, ElementRecord, MatterRecord, PostRecord, UnitRecord } from '../../../src/features/intake/records.js';
import { silentLog } from '../../../src/kernel/log.js';
import type { Sql } from '../../../src/kernel/sql.js';
import { testSeal } from '../../support/access/test-seal.js';

const noSql: Sql = { query: () => Promise.reject(new Error('No database stands behind this fake.')) };
const database: Database = { sql: noSql, transaction: (work) => work(noSql) };

/** What one office's front holds in memory, as it was accepted. */
export class FrontInMemory implements FrontWriter {
  readonly units = new Map<string, UnitRecord>();
  readonly elements: ElementRecord[] = [];
  readonly counts: CountRecord[] = [];
  readonly posts: PostRecord[] = [];
  readonly matters: MatterRecord[] = [];
  readonly atHome: QuarantinedRow[] = [];
  readonly retired: string[] = [];

  async writeUnits(_: Sql, units: readonly UnitRecord[]): Promise<number> {
    for (const unit of units) this.units.set(`${unit.layerKey} ${unit.localId}`, unit);
    return units.length;
  }

  async retireUnits(_: Sql, layerKey: string, listed: readonly string[]): Promise<number> {
    const gone = [...this.units.values()].filter((unit) => unit.layerKey === layerKey && !listed.includes(unit.localId));
    this.retired.push(...gone.map(({ localId }) => localId));
    return gone.length;
  }

  async writeElements(_: Sql, elements: readonly ElementRecord[]): Promise<number> {
    return this.elements.push(...elements);
  }

  async writeCounts(_: Sql, counts: readonly CountRecord[]): Promise<number> {
    return this.counts.push(...counts);
  }

  async writePosts(_: Sql, posts: readonly PostRecord[]): Promise<number> {
    return this.posts.push(...posts);
  }

  async writeMatters(_: Sql, matters: readonly MatterRecord[]): Promise<number> {
    return this.matters.push(...matters);
  }

  async keepHome(): Promise<number> {
    return 0;
  }

  async quarantineAtHome(_: Sql, { rows }: { readonly rows: readonly QuarantinedRow[] }): Promise<void> {
    this.atHome.push(...rows);
  }

  async older(): Promise<ReadonlySet<never>> {
    return new Set();
  }

  async groundHeld(): Promise<ReadonlyMap<string, null>> {
    return new Map();
  }

  async unitIds(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const layers = new Map<string, Set<string>>();
    for (const { layerKey, localId } of this.units.values()) layers.set(layerKey, (layers.get(layerKey) ?? new Set()).add(localId));
    return layers;
  }

  async feedAnew(): Promise<void> {}

  async refreshStatistics(): Promise<void> {}
}

/** What a pack said of clocks, as it was accepted. */
export class ClocksInMemory implements ClockWriter {
  settings: CalendarSettings | null = null;
  readonly days: HolidayArrival[] = [];
  readonly years: number[] = [];
  readonly limits: LimitArrival[] = [];
  /** Whether the last list of limits was all that the pack has. */
  complete = false;

  async applySettings(_: Sql, settings: CalendarSettings | null): Promise<number> {
    this.settings = settings;
    return 0;
  }

  async applyHolidays(_: Sql, { days, years }: Parameters<ClockWriter['applyHolidays']>[1]): Promise<number> {
    this.years.push(...years);
    return this.days.push(...days);
  }

  async applyLimits(_: Sql, arrivals: readonly LimitArrival[], { complete }: { readonly complete: boolean }): Promise<number> {
    this.complete = complete;
    return this.limits.push(...arrivals);
  }
}

/** An import over nothing but memory: rows are judged and kept, and the feeds stay empty. */
export class InMemoryIntake {
  readonly quarantined: QuarantinedRow[] = [];
  readonly repairs: BoundaryRepair[] = [];
  readonly fronts = new Map<string, FrontInMemory>();
  readonly clocks = new ClocksInMemory();
  readonly #import: CityImport;

  constructor(departments: readonly DepartmentDefinition[], repair: RingRepair, now: Date) {
    const register = cityRegister();
    const runs = this.#runs();
    const clock = { now: () => now };
    const offices = departments.map((department) => ({ front: this.#front(department), writer: this.fronts.get(department.key)! }));
    const placer = {
      place: () => ({ gridUuid: null, divisionCode: null, unitUuids: [] }),
      unit: () => null,
      viaLinks: () => ({ placements: [], gridUuid: null }),
    };
    this.#import = new CityImport({
      index: database,
      offices,
      writers: { ...acceptingWriters, clocks: this.clocks },
      register,
      runs,
      lock: { hold: (_, work) => work(), isHeld: () => Promise.resolve(false) },
      feed: emptyFeed,
      applier: new FeedApplier({
        index: database,
        feed: emptyFeed,
        writers: { ...acceptingWriters, clocks: this.clocks },
        register,
        runs,
        clock,
        owed: { withdraw: () => Promise.resolve() },
        placer: () => placer,
      }),
      steps: { afterUnits: () => Promise.resolve(), afterElements: () => Promise.resolve(), placer: () => placer },
      repair,
      clock,
      log: silentLog,
    });
  }

  importPack(folder: string): Promise<ImportOutcome> {
    return this.#import.importPack(folder);
  }

  #front(department: DepartmentDefinition): OfficeFront {
    this.fronts.set(department.key, new FrontInMemory());
    return { ...database, looks: database.sql, awaySince: () => null, department, seal: testSeal(department.key) };
  }

  #runs(): RunRegister {
    const nothing = (): Promise<void> => Promise.resolve();
    return {
      open: nothing,
      quarantine: async (_, rows) => void this.quarantined.push(...rows),
      hasOpenKeys: () => Promise.resolve(false),
      markCleared: nothing,
      noteRepairs: async (_, repairs) => void this.repairs.push(...repairs),
      noteFindings: nothing,
      forgetBeyond: nothing,
      forgetValues: nothing,
      close: nothing,
      failAbandoned: nothing,
      hasApplied: () => Promise.resolve(true),
      noteApplied: nothing,
      noteCaughtUp: nothing,
    };
  }
}

const all = async (_: Sql, arrivals: readonly unknown[]): Promise<number> => arrivals.length;
const acceptingWriters = {
  units: {
    apply: async (_: Sql, arrivals: readonly UnitArrival[]) =>
      arrivals.map(({ localId, validFrom }) => ({ uuid: localId, from: validFrom })),
  },
  elements: {
    applyOrganisations: all,
    applyOrganisationIds: all,
    organisationIds: () => Promise.resolve([]),
    applyDuties: all,
    applyElements: async (_: Sql, arrivals: readonly unknown[]) => ({ changed: arrivals.length, buildings: 0 }),
    applyCounts: all,
    applyPosts: all,
  },
  catalogue: { applyLists: all, applyForms: all },
  categoryLinks: { apply: all },
  lineage: { add: all },
  matters: { apply: all, withdraw: () => Promise.resolve(0) },
};

const emptyFeed: ChangeFeed = {
  take: () => Promise.resolve({ ids: [], records: [], withdrawn: [] }),
  acknowledge: () => Promise.resolve(),
  waiting: () => Promise.resolve(new Map()),
};

function cityRegister(): CityRegisterWriter {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    knownCity: () => Promise.resolve(null),
    writeCity: nothing,
    writeDivisions: (_, { accepted }) => Promise.resolve(accepted.length),
    writeCategories: nothing,
    writeLayers: (_, layers) => Promise.resolve(layers.length),
    currentUnits: () => Promise.resolve(new Map()),
    unitsAsHeld: () => Promise.resolve([]),
    bounds: () => Promise.resolve({ minX: 117, minY: 29, maxX: 117.1, maxY: 29.1 }),
    wordsOf: () => Promise.resolve([]),
  };
}
