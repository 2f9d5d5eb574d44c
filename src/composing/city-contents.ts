import { cityIndexMigrations } from '../../migrations/city-index/index.js';
import { frontMigrations } from '../../migrations/front/index.js';
import type { openCityDatabases } from '../database/city-databases.js';
import { type DatabaseContent } from '../database/city-databases.js';
import { interleaved } from '../database/ordered-migrations.js';
import { tableName } from '../database/schema-parts.js';
import { type DepartmentDefinition } from '../departments/contract.js';
import { eventLogTables } from '../eventlog/event-log-tables.js';
import { accessTables, sealedTables } from '../features/access/wiring.js';
import { catalogueTables } from '../features/catalogue/wiring.js';
import { categoriesTables } from '../features/categories/wiring.js';
import { clocksTables } from '../features/clocks/wiring.js';
import { crosswalkTables } from '../features/crosswalk/wiring.js';
import { deliberationTables } from '../features/deliberation/wiring.js';
import { divisionsTables } from '../features/divisions/wiring.js';
import { elementsTables } from '../features/elements/wiring.js';
import { gridsTables } from '../features/grids/wiring.js';
import { frontTables, intakeTables, tableGrants } from '../features/intake/wiring.js';
import { lineageTables } from '../features/lineage/wiring.js';
import { loopTables } from '../features/loop/wiring.js';
import { mattersTables } from '../features/matters/wiring.js';
import { statisticsTables } from '../features/statistics/wiring.js';

/** What stands in the city index and in the front databases of these offices. */
export function contentsOf(offices: readonly DepartmentDefinition[]): Pick<Parameters<typeof openCityDatabases>[0], 'index' | 'fronts'> {
  return {
    index: {
      tables: [
        ...intakeTables,
        ...divisionsTables,
        ...categoriesTables,
        ...elementsTables,
        ...gridsTables,
        ...lineageTables,
        ...crosswalkTables,
        ...catalogueTables,
        ...clocksTables,
        ...mattersTables,
        ...deliberationTables,
        ...loopTables,
        ...statisticsTables,
        ...accessTables,
        ...eventLogTables,
      ],
      migrations: cityIndexMigrations,
    },
    fronts: new Map(offices.map((office) => [office.key, frontContent(office)])),
  };
}

/** What is in one office's front database. */
export function frontContent({ tables, migrations, unitFields, matterFields }: DepartmentDefinition): DatabaseContent {
  const common = [...frontTables, ...sealedTables];
  const own = [unitFields, matterFields].flatMap((fields) => fields?.table ?? []);
  return {
    tables: [...common, ...tables],
    migrations: interleaved(frontMigrations, migrations),
    grants: tableGrants(common.map(tableName), [...new Set([...own, ...tables.map(tableName)])]),
  };
}
