import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { ImportHolder, RunEnd, RunMark, RunRegister } from '../ports.js';
import { recordKey } from '../rows/record-key.js';
import type { QuarantinedRow } from '../rows/refusal.js';
import type { TableRead } from '../rows/table-read.js';
import type { BoundaryRepair } from '../runs/boundary-repair.js';
import type { RunFinding } from '../runs/run-finding.js';
import { clearMarked, dropClearings, hasOpenKeys, markByKeys, markByTable, neverOpen, openAgain } from './quarantine-clearing.js';

/** The register of runs and refused rows in the city index. */
export class IntakeRunStore implements RunRegister {
  constructor(private readonly sql: Sql) {}

  async open({ id, department, pack, file, startedAt }: Parameters<RunRegister['open']>[0]): Promise<void> {
    await this.sql.query(
      `insert into intake_run (id, department, pack, started_at, state, file_name, file_sha256, file_bytes, file_format, file_encoding)
         values ($1, $2, $3, $4, 'RUNNING', $5, $6, $7, $8, $9)
         on conflict (id) do update set state = 'RUNNING', ended_at = null, message = null`,
      [id, department, pack, startedAt, file?.name, file?.sha256, file?.bytes, file?.format, file?.encoding],
    );
  }

  async quarantine(run: RunMark, rows: readonly QuarantinedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.sql.query(
      `insert into quarantined_row (run_id, department, file, part, row_number, field, value, rule, remedy, record_key, quarantined_at)
         select $1, $2, given.file, coalesce(given.part, ''), given."rowNumber", given.field, given.value, given.rule, given.remedy, given."recordKey", $3
           from json_to_recordset($4::json) given (file text, part text, "rowNumber" integer, field text, value text, rule text, remedy text, "recordKey" text)`,
      [run.id, run.department, run.at, JSON.stringify(rows)],
    );
  }

  hasOpenKeys(run: RunMark): Promise<boolean> {
    return hasOpenKeys(this.sql, run);
  }

  async markCleared(
    run: RunMark,
    { keys, tables }: { readonly keys: readonly string[]; readonly tables: readonly TableRead[] },
  ): Promise<void> {
    if (keys.length > 0) await markByKeys(this.sql, run, keys);
    for (const table of tables) await markByTable(this.sql, run, table);
  }

  async noteRepairs(run: RunMark, repairs: readonly BoundaryRepair[]): Promise<void> {
    if (repairs.length === 0) return;
    await this.sql.query(
      `insert into boundary_repair (run_id, layer_key, local_id, file, row_number, faults, dropped, area_m2, area_change_m2, repaired_at)
         select $1, "layerKey", "localId", file, "rowNumber", faults, dropped, "areaM2", "areaChangeM2", $2
           from json_to_recordset($3::json) given ("layerKey" text, "localId" text, file text, "rowNumber" integer, faults jsonb,
             dropped jsonb, "areaM2" double precision, "areaChangeM2" double precision)`,
      [run.id, run.at, JSON.stringify(repairs)],
    );
  }

  async noteFindings(run: RunMark, findings: readonly RunFinding[]): Promise<void> {
    if (findings.length === 0) return;
    await this.sql.query(
      `insert into run_finding (run_id, department, kind, layer_key, local_id, message, message_zh, measures, found_at)
         select $1, $2, kind, "layerKey", "localId", message, "messageZh", measures, $3
           from json_to_recordset($4::json) given (kind text, "layerKey" text, "localId" text, message text, "messageZh" text, measures jsonb)`,
      [run.id, run.department, run.at, JSON.stringify(findings)],
    );
  }

  async forgetBeyond(runId: string, begun: Parameters<RunRegister['forgetBeyond']>[1]): Promise<void> {
    const kept = [
      ['quarantined_row', begun.quarantined],
      ['boundary_repair', begun.repaired],
      ['run_finding', begun.findings],
    ] as const;
    for (const [table, first] of kept) {
      await this.sql.query(
        `delete from ${table} where run_id = $1 and id not in (select id from ${table} where run_id = $1 order by id limit $2)`,
        [runId, first],
      );
    }
    // One that goes on keeps what it refused open again, and marks what it clears once more.
    await (begun.accepted + begun.quarantined === 0 ? dropClearings(this.sql, [runId]) : openAgain(this.sql, runId));
  }

  async forgetValues(department: DepartmentCode, values: readonly string[]): Promise<void> {
    if (values.length === 0) return;
    await this.sql.query('update quarantined_row set value = null where department = $1 and btrim(value) = any($2::text[])', [
      department,
      values,
    ]);
    const keys = values.map((value) => recordKey('MATTER', value));
    await this.sql.query('update quarantined_row set record_key = null where department = $1 and record_key = any($2::text[])', [
      department,
      keys,
    ]);
  }

  async close(runId: string, end: RunEnd, endedAt: Date): Promise<void> {
    await this.sql.query(
      `update intake_run set state = $2, rows_read = $3, rows_accepted = $4, rows_quarantined = $5, message = $6, ended_at = $7,
              boundaries_repaired = $8, findings = $9, rows_older = $10 where id = $1`,
      [runId, end.state, end.read, end.accepted, end.quarantined, end.message, endedAt, end.repaired, end.findings, end.older],
    );
    if (end.state === 'DONE') return clearMarked(this.sql, runId, endedAt);
    await dropClearings(this.sql, [runId]);
    await neverOpen(this.sql, [runId], endedAt);
  }

  async failAbandoned(who: ImportHolder, at: Date): Promise<void> {
    const abandoned = await this.sql.query<{ id: string }>(
      `update intake_run set state = 'FAILED', ended_at = $1, message = 'cut off; a later run goes on'
        where state = 'RUNNING' and ($2::text is null or department = $2) returning id`,
      [at, who],
    );
    const runIds = abandoned.map(({ id }) => id);
    await dropClearings(this.sql, runIds);
    await neverOpen(this.sql, runIds, at);
  }

  async hasApplied(department: DepartmentCode): Promise<boolean> {
    const rows = await this.sql.query('select from office_state where department = $1 and applied_rows > 0', [department]);
    return rows.length > 0;
  }

  async noteApplied(sql: Sql, department: DepartmentCode, applied: { readonly rows: number; readonly at: Date }): Promise<void> {
    await sql.query(
      `insert into office_state (department, applied_at, applied_rows) values ($1, $2, $3)
         on conflict (department) do update set applied_at = excluded.applied_at, applied_rows = office_state.applied_rows + excluded.applied_rows`,
      [department, applied.at, applied.rows],
    );
  }

  async noteCaughtUp(department: DepartmentCode, asOf: Date): Promise<void> {
    await this.sql.query(
      `insert into office_state (department, as_of) values ($1, $2) on conflict (department) do update set as_of = excluded.as_of`,
      [department, asOf],
    );
  }
}
