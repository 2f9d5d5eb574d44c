import type { Clock } from '../../kernel/clock.js';
import type { Sql } from '../../kernel/sql.js';
import type { ActParts, FindOrganisation } from '../access/index.js';
import type { MatterReporting } from '../matters/index.js';
import { Deliberating } from './deliberating.js';
import { checkDeliberationProcedure, deliberationProcedure } from './deliberation-procedure.js';
import type { DeliberationReadModel } from './ports.js';
import { PgDeliberationReader } from './storage/deliberation-reader.js';
import { PgDeliberationStore } from './storage/deliberation-store.js';

export { deliberationTables } from './storage/tables.js';

/** What deliberations need of the house. */
export interface DeliberationNeeds extends ActParts {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly findOrganisation: FindOrganisation;
  /** Opens the matters that are decided upon. */
  readonly reporting: MatterReporting;
}

/** What deliberations offer. */
export interface DeliberationParts {
  readonly deliberations: DeliberationReadModel;
  readonly deliberating: Deliberating;
}

/** Builds deliberations over the city index; refuses to start on a procedure that cannot run. */
export function wireDeliberation(needs: DeliberationNeeds): DeliberationParts {
  checkDeliberationProcedure(deliberationProcedure);
  return {
    deliberations: new PgDeliberationReader(needs.sql),
    deliberating: new Deliberating({ ...needs, store: new PgDeliberationStore() }),
  };
}
