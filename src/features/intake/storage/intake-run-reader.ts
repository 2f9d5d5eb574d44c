import { Parameters } from '../../../database/parameters.js';
import { ownerCondition } from '../../../database/scope-condition.js';
import { noteReads } from '../../../kernel/conditional-reads.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { BoundaryRepair } from '../runs/boundary-repair.js';
import type { IntakeRun, IntakeRuns } from '../runs/intake-runs.js';
import type { RunFinding } from '../runs/run-finding.js';

const columns = `id, department, pack, started_at as "startedAt", ended_at as "endedAt", state, rows_read as "rowsRead",
  rows_accepted as "rowsAccepted", rows_quarantined as "rowsQuarantined", boundaries_repaired as "boundariesRepaired",
  rows_older as "rowsOlder", case when file_name is not null then json_build_object('name', file_name, 'sha256', file_sha256,
    'bytes', file_bytes, 'format', file_format, 'encoding', file_encoding) end as file`;

/** Reads runs, their findings and their repairs from the city index. */
export class IntakeRunReader implements IntakeRuns {
  constructor(private readonly sql: Sql) {}

  async newest(
    scope: Scope,
    { department, first }: { readonly department: DepartmentCode | null; readonly first: number },
  ): Promise<readonly IntakeRun[]> {
    const parameters = new Parameters();
    const asked = parameters.add(department);
    const rows = await this.sql.query<IntakeRun>(
      `select ${columns} from intake_run where (${asked}::text is null or department = ${asked}) and ${readRuns(scope, 'department', parameters)}
        order by started_at desc, id limit ${parameters.add(first)}`,
      parameters.values,
    );
    noteRuns(scope, rows);
    return rows;
  }

  async byIds(scope: Scope, runIds: readonly string[]): Promise<readonly (IntakeRun | null)[]> {
    const parameters = new Parameters();
    const rows = await this.sql.query<IntakeRun>(
      `select ${columns} from intake_run where id = any(${parameters.add(runIds)}::uuid[]) and ${readRuns(scope, 'department', parameters)}`,
      parameters.values,
    );
    noteRuns(scope, rows);
    const found = new Map(rows.map((run) => [run.id, run]));
    return runIds.map((id) => found.get(id) ?? null);
  }

  async findings(scope: Scope, runIds: readonly string[]): Promise<readonly (readonly RunFinding[])[]> {
    const parameters = new Parameters();
    const rows = await this.sql.query<RunFinding & { readonly runId: string }>(
      `select run_id as "runId", kind, layer_key as "layerKey", local_id as "localId", message, message_zh as "messageZh", measures
         from run_finding where run_id = any(${parameters.add(runIds)}::uuid[]) and ${ofRunRead(scope, 'run_id', parameters)} order by id`,
      parameters.values,
    );
    return runIds.map((id) => rows.filter(({ runId }) => runId === id));
  }

  async repairs(scope: Scope, runIds: readonly string[], first: number): Promise<readonly (readonly BoundaryRepair[])[]> {
    const parameters = new Parameters();
    const rows = await this.sql.query<BoundaryRepair & { readonly runId: string }>(
      `select run_id as "runId", layer_key as "layerKey", local_id as "localId", file, row_number as "rowNumber", faults, dropped,
              area_m2 as "areaM2", area_change_m2 as "areaChangeM2"
         from unnest(${parameters.add(runIds)}::uuid[]) asked (id)
         cross join lateral (select * from boundary_repair where run_id = asked.id order by boundary_repair.id limit ${parameters.add(first)}) repair
        where ${ofRunRead(scope, 'asked.id', parameters)} order by repair.id`,
      parameters.values,
    );
    return runIds.map((id) => rows.filter(({ runId }) => runId === id));
  }
}

function noteRuns(scope: Scope, runs: readonly IntakeRun[]): void {
  noteReads(
    scope,
    'INTAKE',
    runs.map(({ id, department }) => ({ department, uuid: id })),
  );
}

function readRuns(scope: Scope, owner: string, parameters: Parameters): string {
  return ownerCondition({ scope, dataClass: 'INTAKE' }, owner, parameters);
}

/** The condition that a row belongs to a run that a scope reads. */
function ofRunRead(scope: Scope, runId: string, parameters: Parameters): string {
  const read = readRuns(scope, 'run.department', parameters);
  if (read === 'true' || read === 'false') return read;
  return `exists (select from intake_run run where run.id = ${runId} and ${read})`;
}
