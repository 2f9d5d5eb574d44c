import { groupBy } from '../../../kernel/group-by.js';
import type { DepartmentCode, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Matter } from '../matter.js';
import type { MatterPageWish, MatterQuery } from '../matter-query.js';
import type { Assignment, MatterReadModel, MatterRows, MatterTransition } from '../ports.js';
import { conditionOf, Parameters } from './matter-conditions-sql.js';
import { followsSql, orderOf } from './matter-page-sql.js';
import { matterColumns, matterOf, type MatterRow, type MatterTypes } from './matter-row.js';

/** Reads matters from the city index. */
export class MatterReader implements MatterReadModel {
  readonly #sql: Sql;
  readonly #types: MatterTypes;

  constructor(sql: Sql, types: MatterTypes) {
    this.#sql = sql;
    this.#types = types;
  }

  async page(wish: MatterPageWish): Promise<MatterRows> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<MatterRow>(
      `select ${matterColumns} from matter where ${wantedSql(wish, parameters)}
        order by ${orderOf(wish.ordering)} limit ${parameters.add(wish.first + 1)}`,
      parameters.values,
    );
    return this.#cut(rows, wish.first);
  }

  async count(query: MatterQuery, cap: number): Promise<number> {
    const parameters = new Parameters();
    const [row] = await this.#sql.query<{ total: number }>(
      `select count(*)::int as total from (select from matter where ${conditionOf(query, parameters)} limit ${parameters.add(cap + 1)}) found`,
      parameters.values,
    );
    return row!.total;
  }

  async pagesOfUnits(unitUuids: readonly string[], wish: MatterPageWish): Promise<readonly MatterRows[]> {
    const parameters = new Parameters();
    const units = parameters.add(unitUuids);
    const rows = await this.#sql.query<MatterRow & { asked: number }>(
      `select asked.place::int as asked, ${matterColumns}
         from unnest(${units}::uuid[]) with ordinality asked (unit, place)
        cross join lateral (
          select matter.* from matter_placement placement join matter on matter.id = placement.matter_id
           where placement.unit_id = asked.unit and ${wantedSql(wish, parameters)}
           order by ${placedOrder(wish)} limit ${parameters.add(wish.first + 1)}) matter
        order by asked.place, ${orderOf(wish.ordering)}`,
      parameters.values,
    );
    const byUnit = groupBy(rows, (row) => row.asked);
    return unitUuids.map((_, index) => this.#cut((byUnit.get(index + 1) ?? []).map(withoutAsked), wish.first));
  }

  async countsOfUnits(unitUuids: readonly string[], query: MatterQuery): Promise<readonly number[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<{ unit: string; total: number }>(
      `select placement.unit_id as unit, count(*)::int as total from matter_placement placement join matter on matter.id = placement.matter_id
        where placement.unit_id = any(${parameters.add(unitUuids)}::uuid[]) and ${conditionOf(query, parameters)} group by placement.unit_id`,
      parameters.values,
    );
    const totals = new Map(rows.map((row) => [row.unit, row.total]));
    return unitUuids.map((unit) => totals.get(unit) ?? 0);
  }

  async byUuid(uuids: readonly string[]): Promise<readonly (Matter | null)[]> {
    const rows = await this.#sql.query<MatterRow>(`select ${matterColumns} from matter where id = any($1::uuid[])`, [uuids]);
    const found = new Map(rows.map((row) => [row.uuid, matterOf(row, this.#types)]));
    return uuids.map((uuid) => found.get(uuid) ?? null);
  }

  async bySource(department: DepartmentCode, localId: SourceId): Promise<Matter | null> {
    const [row] = await this.#sql.query<MatterRow>(
      `select ${matterColumns} from matter where coalesce(department, '') = $1 and local_id = $2`,
      [department, localId],
    );
    return row ? matterOf(row, this.#types) : null;
  }

  async assignmentsOf(matterUuids: readonly string[]): Promise<readonly Assignment[]> {
    return this.#sql.query<Assignment>(
      `select matter_id as "matterUuid", organisation_id as "organisationUuid", role, since, until
         from matter_assignment where matter_id = any($1::uuid[]) order by matter_id, role, since, organisation_id`,
      [matterUuids],
    );
  }

  async historyOf(matterUuids: readonly string[]): Promise<readonly MatterTransition[]> {
    return this.#sql.query<MatterTransition>(
      `select matter_id as "matterUuid", version, from_state as "fromState", to_state as "toState", organisation_id as "organisationUuid",
              occurred_at as "occurredAt", recorded_at as "recordedAt"
         from matter_transition where matter_id = any($1::uuid[]) order by matter_id, version`,
      [matterUuids],
    );
  }

  async elementsOf(matterUuids: readonly string[]): Promise<readonly { readonly matterUuid: string; readonly elementUuid: string }[]> {
    return this.#sql.query<{ matterUuid: string; elementUuid: string }>(
      `select concern.matter_id as "matterUuid", concern.element_id as "elementUuid"
         from matter_element concern join matter on matter.id = concern.matter_id and not matter.sealed
        where concern.matter_id = any($1::uuid[]) order by concern.matter_id, concern.element_id`,
      [matterUuids],
    );
  }

  #cut(rows: readonly MatterRow[], first: number): MatterRows {
    return { matters: rows.slice(0, first).map((row) => matterOf(row, this.#types)), hasMore: rows.length > first };
  }
}

function wantedSql(wish: MatterPageWish, parameters: Parameters): string {
  const wanted = conditionOf(wish.query, parameters);
  return wish.after === null ? wanted : `${wanted} and ${followsSql(wish.after, wish.ordering, parameters)}`;
}

/** The placement carries the time of report, so that its own index answers the newest of a unit without touching older matters. */
function placedOrder(wish: MatterPageWish): string {
  const newestFirst = wish.ordering.by === 'REPORTED_AT' && wish.ordering.descending;
  return newestFirst ? 'placement.reported_at desc, placement.matter_id desc' : orderOf(wish.ordering);
}

function withoutAsked({ asked, ...row }: MatterRow & { asked: number }): MatterRow {
  void asked;
  return row;
}
