import { Parameters } from '../../../../database/parameters.js';
import { prepared } from '../../../../database/prepared.js';
import { noteCounting, noteReads } from '../../../../kernel/conditional-reads.js';
import type { CalendarDate } from '../../../../kernel/dates.js';
import { groupBy } from '../../../../kernel/group-by.js';
import type { DepartmentCode } from '../../../../kernel/ids.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { Matter } from '../../matter.js';
import type { MatterPageWish, MatterQuery } from '../../matter-query.js';
import type { Assignment, MatterPlacement, MatterReadModel, MatterRows, MatterSourceKey, MatterTransition } from '../../ports.js';
import { followsSql, orderOf } from './matter-page-sql.js';
import { matterColumns, matterOf, type MatterRow, type MatterTypes } from './matter-row.js';
import { matterScope, ofMatterInScope } from './matter-scope-sql.js';
import { matterSight } from './matter-sight.js';

/** Reads matters from the city index. */
export class MatterReader implements MatterReadModel {
  readonly #sql: Sql;
  readonly #types: MatterTypes;

  constructor(sql: Sql, types: MatterTypes) {
    this.#sql = sql;
    this.#types = types;
  }

  async page(scope: Scope, wish: MatterPageWish): Promise<MatterRows> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<MatterRow>(
      `select ${matterColumns} from matter where ${wantedSql(scope, wish, parameters)}
        order by ${orderOf(wish.ordering)} limit ${parameters.add(wish.first + 1)}`,
      parameters.values,
    );
    return this.#cut(scope, rows, wish.first);
  }

  async count(scope: Scope, query: MatterQuery, cap: number): Promise<number> {
    const parameters = new Parameters();
    const [row] = await this.#sql.query<{ total: number }>(
      `select count(*)::int as total
         from (select from matter where ${matterSight(scope, query, parameters)} limit ${parameters.add(cap + 1)}) found`,
      parameters.values,
    );
    noteCounting(scope, 'MATTERS');
    return row!.total;
  }

  pagesOfUnits(scope: Scope, unitUuids: readonly string[], wish: MatterPageWish): Promise<readonly MatterRows[]> {
    return this.#pagesOf(heldByUnits, scope, { uuids: unitUuids, wish });
  }

  countsOfUnits(scope: Scope, unitUuids: readonly string[], query: MatterQuery): Promise<readonly number[]> {
    return this.#countsOf(heldByUnits, scope, { uuids: unitUuids, query });
  }

  pagesOfElements(scope: Scope, elementUuids: readonly string[], wish: MatterPageWish): Promise<readonly MatterRows[]> {
    return this.#pagesOf(heldByElements, scope, { uuids: elementUuids, wish });
  }

  countsOfElements(scope: Scope, elementUuids: readonly string[], query: MatterQuery): Promise<readonly number[]> {
    return this.#countsOf(heldByElements, scope, { uuids: elementUuids, query });
  }

  async byUuid(scope: Scope, uuids: readonly string[]): Promise<readonly (Matter | null)[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<MatterRow>(
      prepared(
        `select ${matterColumns} from matter where id = any(${parameters.add(uuids)}::uuid[]) and ${matterScope(scope, parameters)}`,
      ),
      parameters.values,
    );
    const found = new Map(this.#read(scope, rows).map((matter) => [matter.uuid, matter]));
    return uuids.map((uuid) => found.get(uuid) ?? null);
  }

  async bySource(scope: Scope, { department, localId }: MatterSourceKey): Promise<Matter | null> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<MatterRow>(
      `select ${matterColumns} from matter
        where coalesce(department, '') = ${parameters.add(department ?? '')} and local_id = ${parameters.add(localId)}
          and ${matterScope(scope, parameters)}
        order by born_in limit 1`,
      parameters.values,
    );
    return this.#read(scope, rows)[0] ?? null;
  }

  async countsOfOffices(scope: Scope): ReturnType<MatterReadModel['countsOfOffices']> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<{ department: DepartmentCode | null; matters: number }>(
      `select department, count(*)::int as matters from matter where ${matterScope(scope, parameters)} group by department`,
      parameters.values,
    );
    noteCounting(scope, 'MATTERS');
    return rows;
  }

  async assignmentsOf(scope: Scope, matterUuids: readonly string[]): Promise<readonly Assignment[]> {
    const parameters = new Parameters();
    return this.#sql.query<Assignment>(
      `select matter_id as "matterUuid", organisation_id as "organisationUuid", role, since, until
         from matter_assignment assigned
        where matter_id = any(${parameters.add(matterUuids)}::uuid[]) and ${ofMatterInScope(scope, 'assigned.matter_id', parameters)}
        order by matter_id, role, since, organisation_id`,
      parameters.values,
    );
  }

  async historyOf(scope: Scope, matterUuids: readonly string[]): Promise<readonly MatterTransition[]> {
    const parameters = new Parameters();
    return this.#sql.query<MatterTransition>(
      `select matter_id as "matterUuid", version, from_state as "fromState", to_state as "toState", organisation_id as "organisationUuid",
              occurred_at as "occurredAt", recorded_at as "recordedAt", step, office_state as "officeState", reason, carried
         from matter_transition taken
        where matter_id = any(${parameters.add(matterUuids)}::uuid[]) and ${ofMatterInScope(scope, 'taken.matter_id', parameters)}
        order by matter_id, version`,
      parameters.values,
    );
  }

  async placementsOf(scope: Scope, matterUuids: readonly string[], day: CalendarDate | null): Promise<readonly MatterPlacement[]> {
    const parameters = new Parameters();
    const matters = parameters.add(matterUuids);
    const from = day === null ? 'matter_placement' : countedOn(matters, parameters.add(day));
    return this.#sql.query<MatterPlacement>(
      `select matter_id as "matterUuid", unit_id as "unitUuid", weight, placed_by as by from ${from} place
        where matter_id = any(${matters}::uuid[]) and ${ofMatterInScope(scope, 'place.matter_id', parameters)}
        order by matter_id, weight desc, unit_id`,
      parameters.values,
    );
  }

  async elementsOf(
    scope: Scope,
    matterUuids: readonly string[],
  ): Promise<readonly { readonly matterUuid: string; readonly elementUuid: string }[]> {
    const parameters = new Parameters();
    return this.#sql.query<{ matterUuid: string; elementUuid: string }>(
      `select concern.matter_id as "matterUuid", concern.element_id as "elementUuid"
         from matter_element concern join matter on matter.id = concern.matter_id and not matter.sealed
        where concern.matter_id = any(${parameters.add(matterUuids)}::uuid[]) and ${matterScope(scope, parameters)}
        order by concern.matter_id, concern.element_id`,
      parameters.values,
    );
  }

  async #pagesOf(
    { key, from, orderOf: order }: Holders,
    scope: Scope,
    { uuids, wish }: { readonly uuids: readonly string[]; readonly wish: MatterPageWish },
  ): Promise<readonly MatterRows[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<MatterRow & { asked: number }>(
      `select asked.place::int as asked, ${matterColumns}
         from unnest(${parameters.add(uuids)}::uuid[]) with ordinality asked (holder, place)
        cross join lateral (
          select matter.* from ${from}
           where ${key} = asked.holder and ${wantedSql(scope, wish, parameters)}
           order by ${order(wish)} limit ${parameters.add(wish.first + 1)}) matter
        order by asked.place, ${orderOf(wish.ordering)}`,
      parameters.values,
    );
    const byHolder = groupBy(rows, (row) => row.asked);
    return uuids.map((_, index) => this.#cut(scope, (byHolder.get(index + 1) ?? []).map(withoutAsked), wish.first));
  }

  async #countsOf(
    { key, from }: Holders,
    scope: Scope,
    { uuids, query }: { readonly uuids: readonly string[]; readonly query: MatterQuery },
  ): Promise<readonly number[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<{ holder: string; total: number }>(
      `select ${key} as holder, count(*)::int as total from ${from}
        where ${key} = any(${parameters.add(uuids)}::uuid[]) and ${matterSight(scope, query, parameters)}
        group by 1`,
      parameters.values,
    );
    noteCounting(scope, 'MATTERS');
    const totals = new Map(rows.map((row) => [row.holder, row.total]));
    return uuids.map((uuid) => totals.get(uuid) ?? 0);
  }

  #cut(scope: Scope, rows: readonly MatterRow[], first: number): MatterRows {
    return { matters: this.#read(scope, rows.slice(0, first)), hasMore: rows.length > first };
  }

  /** The one place where rows become answers, so that what is read on condition is noted. */
  #read(scope: Scope, rows: readonly MatterRow[]): readonly Matter[] {
    noteReads(scope, 'MATTERS', rows);
    return rows.map((row) => matterOf(row, this.#types));
  }
}

function wantedSql(scope: Scope, wish: MatterPageWish, parameters: Parameters): string {
  const wanted = matterSight(scope, wish.query, parameters);
  return wish.after === null ? wanted : `${wanted} and ${followsSql(wish.after, wish.ordering, parameters)}`;
}

/** What holds matters: the rows that name holder and matter, and how a page of one is ordered. */
interface Holders {
  readonly key: string;
  readonly from: string;
  readonly orderOf: (wish: MatterPageWish) => string;
}

const heldByUnits: Holders = {
  key: 'placement.unit_id',
  from: 'matter_placement placement join matter on matter.id = placement.matter_id',
  // The placement carries the time of report, so that its own index answers the newest of a unit without touching older matters.
  orderOf: ({ ordering }) =>
    ordering.by === 'REPORTED_AT' && ordering.descending ? 'placement.reported_at desc, placement.matter_id desc' : orderOf(ordering),
};

const heldByElements: Holders = {
  key: 'concern.element_id',
  from: 'matter_element concern join matter on matter.id = concern.matter_id and not matter.sealed',
  orderOf: ({ ordering }) => orderOf(ordering),
};

function withoutAsked({ asked, ...row }: MatterRow & { asked: number }): MatterRow {
  void asked;
  return row;
}

/** The places of some matters on a day: those that were given up first after it, else those of now. */
function countedOn(matters: string, day: string): string {
  return `(
    with given_up as (
      select matter_id, min(until) as until from past_matter_placement where matter_id = any(${matters}::uuid[]) and until > ${day}::date group by 1)
    select past.matter_id, past.unit_id, past.weight, past.placed_by from past_matter_placement past join given_up using (matter_id, until)
    union all
    select held.matter_id, held.unit_id, held.weight, held.placed_by from matter_placement held
     where held.matter_id = any(${matters}::uuid[]) and held.matter_id not in (select matter_id from given_up))`;
}
