import { randomUUID } from 'node:crypto';

import { append } from '../../../eventlog/append.js';
import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Concern, Declarant } from '../../access/index.js';
import type { DutyMoveStore, FoundDutyMove } from '../move-duties.js';
import { dutyRecordTime, lockDuties } from './duty-record-time.js';
import { readOrganisationConcern } from './organisation-concern.js';

interface HeldDuty {
  readonly id: string;
  readonly standard: string;
  readonly kind: string;
  readonly category: string;
  readonly division: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Moves duties between organisations in the city index. */
export class DutyMoveTable implements DutyMoveStore {
  lock(sql: Sql): Promise<void> {
    return lockDuties(sql);
  }

  async concernOf(sql: Sql, move: FoundDutyMove): Promise<Concern> {
    const { owners, divisions } = await readOrganisationConcern(sql, [move.fromUuid, move.toUuid]);
    const duties = await dutiesOf(sql, move);
    return { owners, divisions: [...new Set([...divisions, ...duties.map(({ division }) => division)])] };
  }

  async move(sql: Sql, move: FoundDutyMove, declarant: Declarant): Promise<string | null> {
    const duties = await dutiesOf(sql, move);
    if (duties.length === 0) return null;
    const recordedAt = await dutyRecordTime(sql, declarant.recordedAt);
    const uuid = randomUUID();
    await insertMove(sql, uuid, { move, declarant });
    await endWith(sql, duties, { uuid, recordedAt, day: move.effectiveFrom });
    await beginWith(sql, duties, { uuid, recordedAt, move, document: declarant.document });
    await tell(sql, uuid, { move, duties: duties.length, at: declarant.recordedAt });
    return uuid;
  }
}

/** The duties of the move that are believed now and reach beyond its day. */
async function dutiesOf(sql: Sql, { fromUuid, category, division, effectiveFrom }: FoundDutyMove): Promise<readonly HeldDuty[]> {
  return sql.query<HeldDuty>(
    `select id, standard, kind, category_code as category, division_code as division, valid_from::text as "validFrom", valid_to::text as "validTo"
       from duty
      where organisation_id = $1 and recorded_to is null and (valid_to is null or valid_to > $2)
        and ($3::text is null or (standard, kind, category_code) = ($3, $4, $5)) and ($6::text is null or division_code = $6)
      order by id`,
    [fromUuid, effectiveFrom, category?.standard ?? null, category?.kind ?? null, category?.code ?? null, division],
  );
}

async function insertMove(
  sql: Sql,
  uuid: string,
  { move, declarant }: { readonly move: FoundDutyMove; readonly declarant: Declarant },
): Promise<void> {
  const { category } = move;
  await sql.query(
    `insert into duty_move (id, from_id, to_id, standard, kind, category_code, division_code, effective_from, document, declared_by, role,
            on_behalf_of, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[uuid, move.fromUuid, move.toUuid, category?.standard ?? null, category?.kind ?? null, category?.code ?? null],
      ...[move.division, move.effectiveFrom, declarant.document, declarant.declaredBy, declarant.role, declarant.onBehalfOf],
      declarant.recordedAt,
    ],
  );
}

/** Closes what was believed of the duties; those that began before the day are believed to end on it. */
async function endWith(
  sql: Sql,
  duties: readonly HeldDuty[],
  { uuid, recordedAt, day }: { readonly uuid: string; readonly recordedAt: string; readonly day: string },
): Promise<void> {
  const ids = duties.map(({ id }) => id);
  await sql.query(`update duty set recorded_to = $2, ended_by = $3 where id = any($1::uuid[]) and recorded_to is null`, [
    ids,
    recordedAt,
    uuid,
  ]);
  await sql.query(
    `insert into duty (id, standard, kind, category_code, division_code, organisation_id, valid_from, valid_to, document, origin, move_id, recorded_from)
     select id, standard, kind, category_code, division_code, organisation_id, valid_from, $4, document, 'DECLARED', $3, $2
       from duty where id = any($1::uuid[]) and ended_by = $3 and valid_from < $4`,
    [ids, recordedAt, uuid, day],
  );
}

/** Lets the successor have the duties from the day on, or from their own later beginning; what it has already it does not get twice. */
async function beginWith(
  sql: Sql,
  duties: readonly HeldDuty[],
  {
    uuid,
    recordedAt,
    move,
    document,
  }: { readonly uuid: string; readonly recordedAt: string; readonly move: FoundDutyMove; readonly document: string },
): Promise<void> {
  const rows = duties.map(({ id, validFrom, ...duty }) => ({
    ...duty,
    id: uuidOf('moved-duty', uuid, id),
    validFrom: validFrom > move.effectiveFrom ? validFrom : move.effectiveFrom,
  }));
  await sql.query(
    `insert into duty (id, standard, kind, category_code, division_code, organisation_id, valid_from, valid_to, document, origin, move_id, recorded_from)
     select id, standard, kind, category, division, $2, "validFrom", "validTo", $3, 'DECLARED', $4, $5
       from jsonb_to_recordset($1::jsonb) as moved (id uuid, standard text, kind text, category text, division text, "validFrom" date, "validTo" date)
      where not exists (select from duty held where held.recorded_to is null
        and (held.organisation_id, held.standard, held.kind, held.category_code, held.division_code)
            = ($2::uuid, moved.standard, moved.kind, moved.category, moved.division)
        and held.valid_from <= "validFrom" and (held.valid_to is null or ("validTo" is not null and "validTo" <= held.valid_to)))`,
    [JSON.stringify(rows), move.toUuid, document, uuid, recordedAt],
  );
}

async function tell(
  sql: Sql,
  uuid: string,
  { move, duties, at }: { readonly move: FoundDutyMove; readonly duties: number; readonly at: Date },
): Promise<void> {
  const { fromUuid, toUuid, category, division, effectiveFrom } = move;
  await append(sql, [
    {
      topic: 'organisation',
      kind: 'DUTIES_MOVED',
      subject: uuid,
      version: 1,
      department: null,
      divisionCode: division,
      payload: { from: fromUuid, to: toUuid, category, effectiveFrom, duties },
      occurredAt: at,
    },
  ]);
}
