import { Parameters } from '../../../database/parameters.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { MatterSight } from '../../matters/index.js';
import type { ClockOfMatter, ClockReadModel } from '../ports.js';
import { clockColumns } from './clock-table.js';

/** Reads the clocks of matters as far as a scope shows these. */
export class ClockReader implements ClockReadModel {
  readonly #sql: Sql;
  readonly #sight: MatterSight;

  constructor(sql: Sql, sight: MatterSight) {
    this.#sql = sql;
    this.#sight = sight;
  }

  clocksOf(scope: Scope, matterUuids: readonly string[]): Promise<readonly ClockOfMatter[]> {
    const parameters = new Parameters();
    return this.#sql.query<ClockOfMatter>(
      `select matter_clock.matter_id as "matterUuid", ${clockColumns} from matter_clock join matter on matter.id = matter_clock.matter_id
        where matter.id = any(${parameters.add(matterUuids)}::uuid[]) and ${this.#sight(scope, {}, parameters)}
        order by matter_clock.matter_id, matter_clock.started_at, matter_clock.clock, matter_clock.round`,
      parameters.values,
    );
  }
}
