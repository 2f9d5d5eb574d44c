import { append } from '../../../eventlog/append.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Concern } from '../../access/index.js';
import type { UnitRef } from '../../grids/index.js';
import type { DeclaredSet } from '../decisions/decision.js';
import type { DecisionMatter, DecisionRecord, DecisionStore, DecisionTold, RowRef } from '../decisions/ports.js';
import { readConcern } from './decided-concern.js';
import { readCandidates, readGround } from './decided-units.js';
import { lockDecisions } from './decision-lock.js';
import { readDecisionsInForce } from './decision-rows.js';
import { readDecisionsByUuid } from './read-decisions.js';
import { reapplyDecisions } from './reapply-decisions.js';

/** Keeps the decisions in the city index. */
export class DecisionTables implements DecisionStore {
  lock(sql: Sql): Promise<void> {
    return lockDecisions(sql);
  }

  async firstDay(sql: Sql): Promise<CalendarDate | null> {
    const [row] = await sql.query<{ readonly day: CalendarDate | null }>(
      `select least((select min(valid_from) from division where recorded_to is null),
                    (select min(valid_from) from unit_version where recorded_to is null))::text as day`,
    );
    return row!.day;
  }

  candidates(sql: Sql, refs: readonly UnitRef[], day: CalendarDate): ReturnType<DecisionStore['candidates']> {
    return readCandidates(sql, refs, day);
  }

  async hasLayer(sql: Sql, key: LayerKey): Promise<boolean> {
    return (await sql.query(`select from layer where key = $1`, [key])).length > 0;
  }

  inForce(sql: Sql, unitUuids: readonly string[]): ReturnType<DecisionStore['inForce']> {
    return readDecisionsInForce(sql, unitUuids);
  }

  ground(sql: Sql, unitUuids: readonly string[]): ReturnType<DecisionStore['ground']> {
    return readGround(sql, unitUuids);
  }

  byUuid(sql: Sql, uuids: readonly string[]): ReturnType<DecisionStore['byUuid']> {
    return readDecisionsByUuid(sql, uuids);
  }

  concernOf(sql: Sql, rows: readonly RowRef[]): Promise<Concern> {
    return readConcern(sql, rows);
  }

  async insert(sql: Sql, record: DecisionRecord, matter: DecisionMatter): Promise<void> {
    const set = matter.kind === 'DECLARATION' ? matter.set : null;
    const pair = matter.kind === 'REJECTION' ? matter.pair : null;
    const { subject, role, department } = record.by;
    await sql.query(
      `insert into link_decision (id, kind, unit_id, other_id, target_layer, valid_from, valid_to, remainder, double_cover, subject, role,
              department, organisation_id, document_number, reason, ends, recorded_from, difference)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0)`,
      [
        record.uuid,
        matter.kind,
        set?.unitUuid ?? pair?.oneUuid ?? null,
        pair?.otherUuid ?? null,
        set?.layerKey ?? null,
        (set ?? pair)?.validFrom ?? null,
        (set ?? pair)?.validTo ?? null,
        set?.remainder ?? null,
        set?.doubleCover ?? 0,
        subject,
        role,
        department,
        record.organisationUuid,
        record.documentNumber,
        record.reason,
        record.endsUuid,
        record.recordedAt,
      ],
    );
    if (set) await insertWeights(sql, set);
  }

  async end(sql: Sql, uuid: string, at: Date): Promise<void> {
    await sql.query(`update link_decision set recorded_to = $2 where id = $1`, [uuid, at]);
  }

  async tell(sql: Sql, { kind, uuid, department, endsUuid, at }: DecisionTold): Promise<void> {
    const payload = endsUuid === null ? {} : { ends: endsUuid };
    await append(sql, [{ topic: 'link', kind, subject: uuid, version: 1, department, divisionCode: null, payload, occurredAt: at }]);
  }

  reapply(sql: Sql, rows: readonly RowRef[], by: { readonly decisionUuid: string; readonly at: Date }): Promise<void> {
    return reapplyDecisions(sql, rows, by);
  }
}

async function insertWeights(sql: Sql, { id, weights }: DeclaredSet): Promise<void> {
  await sql.query(
    `insert into link_decision_weight (decision_id, target_id, weight, inverse_weight, inverse_given)
     select $1, * from unnest($2::uuid[], $3::float8[], $4::float8[], $5::boolean[])`,
    [
      id,
      weights.map(({ targetUuid }) => targetUuid),
      weights.map(({ weight }) => weight),
      weights.map(({ inverseWeight }) => inverseWeight),
      weights.map(({ inverseGiven }) => inverseGiven),
    ],
  );
}
