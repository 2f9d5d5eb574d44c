import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { TeamTask } from './team-task.js';

/** Keeps the tasks of joint teams. */
export interface TeamStore {
  /** Puts a team in the place of the one that a matter had. */
  replace(sql: Sql, matterUuid: string, tasks: readonly TeamTask[]): Promise<void>;
}

/** Reads the tasks of joint teams as far as a scope shows their matters. */
export interface TeamReadModel {
  teamsOf(scope: Scope, matterUuids: readonly string[]): Promise<readonly TeamTask[]>;
}
