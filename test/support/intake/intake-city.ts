import type { DataSource } from 'typeorm';

import { cityIndexMigrations } from '../../../migrations/city-index/index.js';
import { frontMigrations } from '../../../migrations/front/index.js';
import { transactionsOn } from '../../../src/database/in-transaction.js';
import { openDatabase } from '../../../src/database/open-database.js';
import { interleaved } from '../../../src/database/ordered-migrations.js';
import { runMigrations } from '../../../src/database/run-migrations.js';
import type { MigrationClass } from '../../../src/database/schema-parts.js';
import { sqlOf } from '../../../src/database/sql.js';
import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import { PgCatalogueWriter } from '../../../src/features/catalogue/storage/catalogue-writer.js';
import { PgCategoryLinkWriter } from '../../../src/features/categories/storage/category-link-writer.js';
import { clockWriter } from '../../../src/features/clocks/wiring.js';
import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { ElementWriter } from '../../../src/features/elements/storage/element-writer.js';
import { PgUnitIndexWriter } from '../../../src/features/grids/storage/unit-index-writer.js';
import type { Database } from '../../../src/features/intake/index.js';
import { type Intake, wireIntake } from '../../../src/features/intake/wiring.js';
import { PgLineageWriter } from '../../../src/features/lineage/storage/lineage-writer.js';
import { FeedJudge } from '../../../src/features/loop/procedure/feed-judge.js';
import { MatterWriter } from '../../../src/features/matters/storage/writing/matter-writer.js';
import { silentLog } from '../../../src/kernel/log.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import { testSeal } from '../access/test-seal.js';
import { anOpenDatabase, type TestDatabase } from '../database/an-open-database.js';
import { templateOf } from '../database/template-of.js';
import { clocksOfFeeds } from '../loop/clocks-of-feeds.js';
import { IndexPlacer } from './index-placer.js';

/** What stands between intake and a database, so that a test can break off. */
export type Interference = (database: Database) => Database;

/** A city index, the fronts of two invented offices, and intake over them. */
export interface IntakeCity {
  readonly index: Database;
  readonly fronts: Readonly<Record<'lighthouse' | 'orchard', Database>>;
  /** Intake as one process has it, reading the time from {@link IntakeCity.now}; `lighthouses` stands in for the first office as it is. */
  intake(through?: Interference, lighthouses?: DepartmentDefinition): Intake;
  now: Date;
  /** How often units were told to be complete. */
  readonly unitRounds: number[];
  close(): Promise<void>;
}

/** The city index of a city whose offices' databases no test asks for. */
export type IndexedCity = Pick<IntakeCity, 'index' | 'close'>;

/** Makes a fresh, migrated, empty city index alone. */
export async function anIndexedCity(): Promise<IndexedCity> {
  const database = await migrated('intake-index', cityIndexMigrations);
  return { index: databaseOf(database.dataSource), close: () => database.drop() };
}

/** Makes a fresh city of migrated, empty databases. */
export async function anIntakeCity(): Promise<IntakeCity> {
  const databases = await Promise.all([
    migrated('intake-index', cityIndexMigrations),
    migrated('intake-lighthouse', interleaved(frontMigrations, lighthouse.migrations)),
    migrated('intake-orchard', interleaved(frontMigrations, orchard.migrations)),
  ]);
  const [index, ...fronts] = databases.map(({ dataSource }) => databaseOf(dataSource)) as [Database, Database, Database];
  const engine = await openGeosOverlayEngine();
  return new City(index, { lighthouse: fronts[0], orchard: fronts[1] }, engine, databases);
}

class City implements IntakeCity {
  now = new Date('2026-03-10T20:00:00Z');
  readonly unitRounds: number[] = [];
  readonly #clock = { now: () => this.now };

  constructor(
    readonly index: Database,
    readonly fronts: IntakeCity['fronts'],
    private readonly engine: OverlayEngine,
    private readonly databases: readonly TestDatabase[],
  ) {}

  intake(through: Interference = (database) => database, lighthouses = lighthouse): Intake {
    const placer = new IndexPlacer();
    return wireIntake({
      index: through(this.index),
      fronts: [lighthouses, orchard].map((department) => {
        const front = through(this.#frontOf(department));
        return { ...front, looks: front.sql, awaySince: () => null, department, seal: testSeal(department.key) };
      }),
      writers: {
        units: new PgUnitIndexWriter(this.#clock),
        elements: new ElementWriter(),
        matters: new MatterWriter({ clock: this.#clock, judge: new FeedJudge(new Map()), told: clocksOfFeeds(this.#clock) }),
        categoryLinks: new PgCategoryLinkWriter(),
        clocks: clockWriter(),
        catalogue: new PgCatalogueWriter(),
        lineage: new PgLineageWriter(this.#clock),
      },
      steps: {
        afterUnits: async ({ records }) => {
          this.unitRounds.push(records);
          await placer.read(this.index.sql);
        },
        afterElements: () => Promise.resolve(),
        placer: () => placer,
      },
      repair: this.engine,
      clock: this.#clock,
      log: silentLog,
      pollMs: 20,
      rowsAtOnce: 4,
    });
  }

  async close(): Promise<void> {
    this.engine.dispose();
    await Promise.all(this.databases.map((database) => database.drop()));
  }

  #frontOf(department: DepartmentDefinition): Database {
    return this.fronts[department.key as 'lighthouse' | 'orchard'];
  }
}

function databaseOf(dataSource: DataSource): Database {
  return { sql: sqlOf(dataSource), transaction: transactionsOn(dataSource) };
}

async function migrated(name: string, migrations: readonly MigrationClass[]): Promise<TestDatabase> {
  const template = await templateOf(name, async (url) => {
    const dataSource = await openDatabase({ name, url, entities: [], migrations, log: silentLog, poolSize: 1 });
    await runMigrations(dataSource).finally(() => dataSource.destroy());
  });
  return anOpenDatabase({ name, poolSize: 6 }, template);
}
