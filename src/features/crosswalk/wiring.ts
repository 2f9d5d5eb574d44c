import type { Clock } from '../../kernel/clock.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import type { GridModelReader } from '../grids/index.js';
import { CrosswalkBuild } from './compute/crosswalk-build.js';
import type { BuildingPoint } from './compute/crosswalk-input.js';
import { CityModels } from './model/city-models.js';
import type { ReadDecisions } from './ports.js';
import { CrosswalkTables } from './storage/crosswalk-tables.js';
import { computeCrosswalk } from './worker/compute-crosswalk.js';

export { crosswalkTables } from './storage/tables.js';

/** What the crosswalk needs of the house. */
export interface CrosswalkNeeds {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly grids: GridModelReader;
  readonly buildings: () => Promise<readonly BuildingPoint[]>;
  readonly clock: Clock;
}

/** What the crosswalk offers. */
export interface CrosswalkParts {
  readonly models: CityModels;
  readonly build: CrosswalkBuild;
}

/** Until people decide, what was computed stands. */
const noDecisions: ReadDecisions = () => Promise.resolve({ apply: (rows) => rows });

/** Builds the crosswalk over the city index. */
export function wireCrosswalk(needs: CrosswalkNeeds): CrosswalkParts {
  const store = new CrosswalkTables(needs.sql, needs.inTransaction);
  return {
    models: new CityModels(needs.grids, store),
    build: new CrosswalkBuild({ compute: computeCrosswalk, store, buildings: needs.buildings, decisions: noDecisions, clock: needs.clock }),
  };
}
