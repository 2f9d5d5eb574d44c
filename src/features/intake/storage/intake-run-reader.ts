import type { Sql } from '../../../kernel/sql.js';
import type { BoundaryRepair } from '../boundary-repair.js';
import type { IntakeRun, IntakeRuns } from '../intake-runs.js';
import type { RunFinding } from '../run-finding.js';

/** Reads runs, their findings and their repairs from the city index. */
export class IntakeRunReader implements IntakeRuns {
  constructor(private readonly sql: Sql) {}

  newest({ department, first }: Parameters<IntakeRuns['newest']>[0]): Promise<readonly IntakeRun[]> {
    return this.sql.query<IntakeRun>(
      `select id, department, pack, started_at as "startedAt", ended_at as "endedAt", state, rows_read as "rowsRead",
              rows_accepted as "rowsAccepted", rows_quarantined as "rowsQuarantined", boundaries_repaired as "boundariesRepaired"
         from intake_run where $1::text is null or department = $1 order by started_at desc, id limit $2`,
      [department, first],
    );
  }

  async findings(runIds: readonly string[]): Promise<readonly (readonly RunFinding[])[]> {
    const rows = await this.sql.query<RunFinding & { readonly runId: string }>(
      `select run_id as "runId", kind, layer_key as "layerKey", local_id as "localId", message, message_zh as "messageZh", measures
         from run_finding where run_id = any($1::uuid[]) order by id`,
      [runIds],
    );
    return runIds.map((id) => rows.filter(({ runId }) => runId === id));
  }

  async repairs(runIds: readonly string[], first: number): Promise<readonly (readonly BoundaryRepair[])[]> {
    const rows = await this.sql.query<BoundaryRepair & { readonly runId: string }>(
      `select run_id as "runId", layer_key as "layerKey", local_id as "localId", file, row_number as "rowNumber", faults, dropped,
              area_m2 as "areaM2", area_change_m2 as "areaChangeM2"
         from unnest($1::uuid[]) asked (id)
         cross join lateral (select * from boundary_repair where run_id = asked.id order by boundary_repair.id limit $2) repair
        order by repair.id`,
      [runIds, first],
    );
    return runIds.map((id) => rows.filter(({ runId }) => runId === id));
  }
}
