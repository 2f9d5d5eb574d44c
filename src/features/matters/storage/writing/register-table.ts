import { Parameters } from '../../../../database/parameters.js';
import { prepared } from '../../../../database/prepared.js';
import { append } from '../../../../eventlog/append.js';
import type { NewEvent } from '../../../../eventlog/event.js';
import { groupBy } from '../../../../kernel/group-by.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { Deadline } from '../../light.js';
import type { Matter } from '../../matter.js';
import type { Handler, HeldMatter, MatterRegister, PastStep, TakenStep } from '../../register.js';
import { matterColumns, matterOf, type MatterRow, type MatterTypes } from '../reading/matter-row.js';
import { matterScope } from '../reading/matter-scope-sql.js';

const pastColumns = `version, step, to_state as "toState", office_state as "officeState", organisation_id as "organisationUuid",
  made_by as "madeBy", carried, occurred_at as "occurredAt"`;

/** The register of matters in the city index. */
export class RegisterTable implements MatterRegister {
  readonly #types: MatterTypes;

  constructor(types: MatterTypes) {
    this.#types = types;
  }

  async hold(sql: Sql, scope: Scope, uuid: string): Promise<HeldMatter | null> {
    const parameters = new Parameters();
    const [[row], handlers] = await Promise.all([
      sql.query<MatterRow>(
        // Nobody changes the key, so what only points at the matter, such as a proposed duplicate, need not wait, nor be waited for.
        prepared(
          `select ${matterColumns} from matter where id = ${parameters.add(uuid)} and ${matterScope(scope, parameters)} for no key update`,
        ),
        parameters.values,
      ),
      // Runs after the lock: in the statement that waited for it, they would be those of before.
      sql.query<Handler>(
        prepared(`select organisation_id as "organisationUuid", role from matter_assignment where matter_id = $1 and until is null
          order by role, since, organisation_id`),
        [uuid],
      ),
    ]);
    if (row === undefined) return null;
    return { ...matterOf(row, this.#types), handlers };
  }

  past(sql: Sql, uuid: string): Promise<readonly PastStep[]> {
    return sql.query<PastStep>(prepared(`select ${pastColumns} from matter_transition where matter_id = $1 order by version`), [uuid]);
  }

  async pasts(sql: Sql, uuids: readonly string[]): Promise<readonly (readonly PastStep[])[]> {
    const rows = await sql.query<PastStep & { readonly matterUuid: string }>(
      `select matter_id as "matterUuid", ${pastColumns} from matter_transition where matter_id = any($1::uuid[]) order by matter_id, version`,
      [uuids],
    );
    const byMatter = groupBy(rows, ({ matterUuid }) => matterUuid);
    return uuids.map((uuid) => byMatter.get(uuid) ?? []);
  }

  async read(sql: Sql, uuid: string): Promise<Matter> {
    const [row] = await sql.query<MatterRow>(prepared(`select ${matterColumns} from matter where id = $1`), [uuid]);
    return matterOf(row!, this.#types);
  }

  async setDeadline(sql: Sql, uuid: string, deadline: Deadline | null): Promise<void> {
    await sql.query(prepared('update matter set due_at = $2, yellow_at = $3 where id = $1'), [
      uuid,
      deadline?.dueAt ?? null,
      deadline?.yellowAt ?? null,
    ]);
  }

  async take(sql: Sql, taken: TakenStep): Promise<Matter> {
    const version = taken.matter.version + 1;
    const [[row]] = await Promise.all([
      sql.query<MatterRow>(moveMatter, moved(taken, version)),
      taken.handlers !== null && hand(sql, taken.matter, taken.handlers, taken.at),
      append(sql, [eventOf(taken, version)]),
    ]);
    return matterOf(row!, this.#types);
  }
}

/** Row and history in one statement: a step is two writes that are one. */
const moveMatter = prepared(`
  with moved as (
    update matter set state = $2, office_state = coalesce($3, office_state), lead_id = $4, due_at = $5, yellow_at = $15, closed_at = $6, version = $7, as_of = $8
     where id = $1 returning *),
  written as (
    insert into matter_transition (matter_id, version, from_state, to_state, organisation_id, occurred_at, recorded_at, made_in,
                                   step, office_state, reason, made_by, carried)
    values ($1, $7, $9, $2, $10, $8, $8, 'PLATFORM', $11, $3, $12, $13, $14))
  select ${matterColumns} from moved matter`);

function moved({ matter, ...taken }: TakenStep, version: number): readonly unknown[] {
  const lead = taken.handlers === null ? matter.leadUuid : (taken.handlers.find(({ role }) => role === 'LEAD')?.organisationUuid ?? null);
  const { state, officeState, deadline, closedAt, at, organisationUuid, step, reason, madeBy, carried } = taken;
  const history = [matter.state, organisationUuid, step, reason, madeBy, carried && JSON.stringify(carried)];
  return [matter.uuid, state, officeState, lead, deadline?.dueAt ?? null, closedAt, version, at, ...history, deadline?.yellowAt ?? null];
}

async function hand(sql: Sql, { uuid, handlers: before }: HeldMatter, now: readonly Handler[], at: Date): Promise<void> {
  const ended = before.filter((handler) => !now.some((one) => isSame(one, handler)));
  const begun = now.filter((handler) => !before.some((one) => isSame(one, handler)));
  if (ended.length > 0) {
    await sql.query(
      prepared(`update matter_assignment assigned set until = $2 from unnest($3::uuid[], $4::text[]) ended (organisation, role)
        where matter_id = $1 and until is null and assigned.organisation_id = ended.organisation and assigned.role = ended.role`),
      [uuid, at, ended.map(({ organisationUuid }) => organisationUuid), ended.map(({ role }) => role)],
    );
  }
  if (begun.length === 0) return;
  await sql.query(
    prepared(
      `insert into matter_assignment (matter_id, organisation_id, role, since) select $1, *, $2 from unnest($3::uuid[], $4::text[])`,
    ),
    [uuid, at, begun.map(({ organisationUuid }) => organisationUuid), begun.map(({ role }) => role)],
  );
}

function isSame(one: Handler, other: Handler): boolean {
  return one.organisationUuid === other.organisationUuid && one.role === other.role;
}

function eventOf({ matter, step, state, at }: TakenStep, version: number): NewEvent {
  return {
    topic: 'matter',
    kind: 'MATTER_CHANGED',
    subject: matter.uuid,
    version,
    department: matter.department,
    divisionCode: matter.divisionCode,
    payload: { state, from: matter.state, step },
    occurredAt: at,
  };
}
