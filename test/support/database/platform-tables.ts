import { cityIndexMigrations } from '../../../migrations/city-index/index.js';
import { frontMigrations } from '../../../migrations/front/index.js';
import { interleaved } from '../../../src/database/ordered-migrations.js';
import type { MigrationClass, TableSchema } from '../../../src/database/schema-parts.js';
import { eventLogTables } from '../../../src/eventlog/event-log-tables.js';
import { accessTables, sealedTables } from '../../../src/features/access/wiring.js';
import { catalogueTables } from '../../../src/features/catalogue/wiring.js';
import { categoriesTables } from '../../../src/features/categories/wiring.js';
import { clocksTables } from '../../../src/features/clocks/wiring.js';
import { crosswalkTables } from '../../../src/features/crosswalk/wiring.js';
import { deliberationTables } from '../../../src/features/deliberation/wiring.js';
import { divisionsTables } from '../../../src/features/divisions/wiring.js';
import { elementsTables } from '../../../src/features/elements/wiring.js';
import { gridsTables } from '../../../src/features/grids/wiring.js';
import { frontTables, intakeTables } from '../../../src/features/intake/wiring.js';
import { lineageTables } from '../../../src/features/lineage/wiring.js';
import { loopTables } from '../../../src/features/loop/wiring.js';
import { mattersTables } from '../../../src/features/matters/wiring.js';
import { statisticsTables } from '../../../src/features/statistics/wiring.js';
import { sixOffices } from '../departments/six-offices.js';

/** One database of the platform as the code declares it. */
export interface DeclaredDatabase {
  /** `city-index` or the office's key. */
  readonly name: string;
  readonly migrations: readonly MigrationClass[];
  readonly tables: readonly TableSchema[];
}

const cityIndex: DeclaredDatabase = {
  name: 'city-index',
  migrations: cityIndexMigrations,
  tables: [
    ...divisionsTables,
    ...categoriesTables,
    ...elementsTables,
    ...gridsTables,
    ...lineageTables,
    ...crosswalkTables,
    ...catalogueTables,
    ...clocksTables,
    ...mattersTables,
    ...loopTables,
    ...statisticsTables,
    ...deliberationTables,
    ...accessTables,
    ...intakeTables,
    ...eventLogTables,
  ],
};

const fronts = sixOffices.map((office): DeclaredDatabase => ({
  name: office.key,
  migrations: interleaved(frontMigrations, office.migrations),
  tables: [...frontTables, ...sealedTables, ...office.tables],
}));

/** The city index and the front database of each office. */
export const declaredDatabases: readonly DeclaredDatabase[] = [cityIndex, ...fronts];
