import { Parameters } from '../../../database/parameters.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { MatterSight } from '../../matters/index.js';
import type { AlarmedMatter } from '../ports.js';
import type { Supervision, SupervisionReadModel, SupervisionStore, UnansweredSupervision } from '../supervision/ports.js';
import { alarmedColumns } from './alarmed-columns.js';

const unanswered = 'answered_at is null and told_at is null';
const batch = 100;

const tellDue = `
  with held as (
    select ${alarmedColumns}, due.version as ordered, due.due_at
      from matter_supervision due join matter on matter.id = due.matter_id
     where ${unanswered} and due.due_at <= $1 order by due.due_at limit ${batch} for no key update of matter skip locked
  ), told as (
    update matter_supervision set told_at = $1 from held
     where matter_id = held.uuid and matter_supervision.version = held.ordered and ${unanswered}
    returning matter_id, matter_supervision.version
  )
  select held.* from held join told on told.matter_id = held.uuid and told.version = held.ordered`;

type DueRow = AlarmedMatter & { readonly ordered: number; readonly due_at: Date };

/** The supervisions of matters in the city index. */
export const supervisionTable: SupervisionStore = {
  order: async (sql, { matterUuid, version, organisationUuid, orderedAt, dueAt }) => {
    await sql.query(
      `insert into matter_supervision (matter_id, version, organisation_id, ordered_at, due_at) values ($1, $2, $3, $4, $5)`,
      [matterUuid, version, organisationUuid, orderedAt, dueAt],
    );
  },
  answer: async (sql, { matterUuid, version, answeredVersion, at }) => {
    const answered = await sql.query(
      `update matter_supervision set answered_at = $4, answered_version = $3
        where matter_id = $1 and version = $2 and answered_at is null returning version`,
      [matterUuid, version, answeredVersion, at],
    );
    return answered.length === 1;
  },
  isWaiting: async (sql, matterUuid) => {
    const waiting = await sql.query('select from matter_supervision where matter_id = $1 and answered_at is null limit 1', [matterUuid]);
    return waiting.length > 0;
  },
  nextDue: async (sql) => {
    const [row] = await sql.query<{ at: Date | null }>(`select min(due_at) as at from matter_supervision where ${unanswered}`);
    return row!.at;
  },
  tellDue: async (sql, at) => {
    const rows = await sql.query<DueRow>(tellDue, [at]);
    return rows.map(({ ordered: version, due_at: dueAt, ...matter }): UnansweredSupervision => ({ matter, version, dueAt }));
  },
};

/** Reads supervisions of the matters that a scope shows. */
export class SupervisionReader implements SupervisionReadModel {
  constructor(
    private readonly sql: Sql,
    private readonly sight: MatterSight,
  ) {}

  async of(scope: Scope, matterUuids: readonly string[]): Promise<readonly Supervision[]> {
    const parameters = new Parameters();
    return this.sql.query<Supervision>(
      `select matter_id as "matterUuid", ordered.version, organisation_id as "organisationUuid", ordered_at as "orderedAt",
              ordered.due_at as "dueAt", answered_at as "answeredAt", answered_version as "answeredVersion"
         from matter_supervision ordered join matter on matter.id = ordered.matter_id
        where matter_id = any(${parameters.add(matterUuids)}::uuid[]) and ${this.sight(scope, {}, parameters)}
        order by ordered_at, ordered.version`,
      parameters.values,
    );
  }
}
