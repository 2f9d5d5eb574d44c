import { append } from '../../../../eventlog/append.js';
import type { DepartmentCode } from '../../../../kernel/ids.js';
import { uuidOf } from '../../../../kernel/ids.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { OfficeState } from '../../office-state.js';
import type { DepartmentStateColumns } from './department-state.table.js';

/** The state that an office is in now, as the process knows it that follows it. */
export interface SeenState {
  readonly department: DepartmentCode;
  readonly state: OfficeState;
  /** When it began, as far as that is known. */
  readonly since: Date;
  /** Everything up to then is in the index; null before the first time. */
  readonly asOf: Date | null;
}

/**
 * Tells the event log of offices that are in another state than was told last, each once. Begins and ends a transaction of its own on the
 * leader's session, so that a leader that lost its lock can tell nothing.
 */
export async function tellStates(leader: Sql, seen: readonly SeenState[]): Promise<void> {
  const told = await leader.query<Pick<DepartmentStateColumns, 'department' | 'state'>>('select department, state from department_state');
  const before = new Map(told.map(({ department, state }) => [department, state]));
  const changed = seen.filter(({ department, state }) => before.get(department) !== state);
  if (changed.length === 0) return;
  await leader.query('begin');
  try {
    await remember(leader, changed, before);
    await leader.query('commit');
  } catch (thrown) {
    await leader.query('rollback').catch(() => undefined);
    throw thrown;
  }
}

async function remember(sql: Sql, changed: readonly SeenState[], before: ReadonlyMap<DepartmentCode, OfficeState>): Promise<void> {
  const rows = await sql.query<Pick<DepartmentStateColumns, 'department' | 'version'>>(
    `insert into department_state as known (department, state, since, version)
       select department, state, since, 1 from unnest($1::text[], $2::text[], $3::timestamptz[]) seen (department, state, since)
       on conflict (department) do update set state = excluded.state, since = excluded.since, version = known.version + 1
        where known.state <> excluded.state
     returning department, version`,
    [changed.map(({ department }) => department), changed.map(({ state }) => state), changed.map(({ since }) => since.toISOString())],
  );
  const versions = new Map(rows.map(({ department, version }) => [department, version]));
  await append(
    sql,
    changed.flatMap(({ department, state, since, asOf }) => {
      const version = versions.get(department);
      if (version === undefined) return [];
      const payload = { state, from: before.get(department) ?? null, since, asOf };
      const about = { subject: uuidOf('department', department), version, department, divisionCode: null };
      return [{ topic: 'department', kind: 'DEPARTMENT_STATE_CHANGED', ...about, payload, occurredAt: since }];
    }),
  );
}
