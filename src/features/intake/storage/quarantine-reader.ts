import { Parameters } from '../../../database/parameters.js';
import { allOf, ownerCondition } from '../../../database/scope-condition.js';
import { noteCounting, noteReads } from '../../../kernel/conditional-reads.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { HeldRow, Quarantine, QuarantinePage, QuarantineQuery } from '../runs/quarantine.js';

const columns = `held.id::text, held.run_id as "runId", held.department, held.file, held.row_number as "rowNumber", held.field, held.value,
  held.rule, held.remedy, held.quarantined_at as "quarantinedAt", held.cleared_at as "clearedAt",
  case when held.cleared_at is not null then held.cleared_by end as "clearedBy"`;

/** Further rows are not counted. */
const mostCounted = 10_001;

/** Reads refused rows from the city index. */
export class QuarantineReader implements Quarantine {
  constructor(private readonly sql: Sql) {}

  async page(scope: Scope, query: QuarantineQuery, { first, after }: QuarantinePage): Promise<readonly HeldRow[]> {
    const parameters = new Parameters();
    const condition = allOf([conditionOf(scope, query, parameters), ...(after === null ? [] : [`held.id < ${parameters.add(after)}`])]);
    const limit = parameters.add(first + 1);
    const text = `select ${columns} from quarantined_row held where ${condition} order by held.id desc limit ${limit}`;
    const rows = await this.sql.query<HeldRow>(text, parameters.values);
    noteRows(scope, rows);
    return rows;
  }

  async count(scope: Scope, query: QuarantineQuery): Promise<number> {
    const parameters = new Parameters();
    const condition = conditionOf(scope, query, parameters);
    const [row] = await this.sql.query<{ count: number }>(
      `select count(*)::int as count from (select from quarantined_row held where ${condition} limit ${parameters.add(mostCounted)}) counted`,
      parameters.values,
    );
    noteCounting(scope, 'INTAKE');
    return row!.count;
  }

  async pagesOfRuns(
    scope: Scope,
    runs: readonly { readonly runId: string; readonly after: string | null }[],
    first: number,
  ): Promise<readonly (readonly HeldRow[])[]> {
    const parameters = new Parameters();
    const [ids, afters] = [parameters.add(runs.map(({ runId }) => runId)), parameters.add(runs.map(({ after }) => after))];
    const rows = await this.sql.query<HeldRow & { readonly place: number }>(
      `select asked.place::int, ${columns} from unnest(${ids}::uuid[], ${afters}::bigint[]) with ordinality asked (run_id, after, place)
         cross join lateral (select * from quarantined_row one where one.run_id = asked.run_id and (asked.after is null or one.id < asked.after)
           and ${ownerCondition({ scope, dataClass: 'INTAKE' }, 'one.department', parameters)} order by one.id desc limit ${parameters.add(first + 1)}) held
        order by asked.place, held.id desc`,
      parameters.values,
    );
    noteRows(scope, rows);
    return runs.map((_, nth) => rows.filter(({ place }) => place === nth + 1));
  }

  async openOfRuns(scope: Scope, runIds: readonly string[]): Promise<readonly number[]> {
    const parameters = new Parameters();
    const rows = await this.sql.query<{ runId: string; open: number }>(
      `select run_id as "runId", count(*)::int as open from quarantined_row held
        where run_id = any(${parameters.add(runIds)}::uuid[]) and cleared_at is null and ${readable(scope, parameters)} group by run_id`,
      parameters.values,
    );
    noteCounting(scope, 'INTAKE');
    const open = new Map(rows.map((row) => [row.runId, row.open]));
    return runIds.map((id) => open.get(id) ?? 0);
  }

  async openOfOffices(scope: Scope): Promise<ReadonlyMap<DepartmentCode, number>> {
    const parameters = new Parameters();
    const rows = await this.sql.query<{ department: DepartmentCode; open: number }>(
      `select department, count(*)::int as open from quarantined_row held
        where department is not null and cleared_at is null and ${readable(scope, parameters)} group by department`,
      parameters.values,
    );
    noteCounting(scope, 'INTAKE');
    return new Map(rows.map(({ department, open }) => [department, open]));
  }
}

const readable = (scope: Scope, parameters: Parameters): string =>
  ownerCondition({ scope, dataClass: 'INTAKE' }, 'held.department', parameters);

function conditionOf(scope: Scope, { department, runId, file, field, code, open }: QuarantineQuery, parameters: Parameters): string {
  const wanted = (column: string, value: string | null): readonly string[] =>
    value === null ? [] : [`${column} = ${parameters.add(value)}`];
  return allOf([
    readable(scope, parameters),
    ...wanted('held.department', department),
    ...wanted('held.run_id', runId),
    ...wanted('held.file', file),
    ...wanted('held.field', field),
    ...wanted(`split_part(held.rule, ':', 1)`, code),
    ...(open === null ? [] : [`held.cleared_at is ${open ? 'null' : 'not null'}`]),
  ]);
}

/** A refused row goes on the audit log under the run that refused it, as runs do. */
function noteRows(scope: Scope, rows: readonly HeldRow[]): void {
  noteReads(
    scope,
    'INTAKE',
    rows.map(({ department, runId }) => ({ department, uuid: runId })),
  );
}
