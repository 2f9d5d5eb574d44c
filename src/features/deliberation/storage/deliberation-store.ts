import { Parameters } from '../../../database/parameters.js';
import { append } from '../../../eventlog/append.js';
import type { SourceId } from '../../../kernel/ids.js';
import { globalId } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { CategoryKey } from '../../categories/index.js';
import type { Deliberation } from '../deliberation.js';
import type { DecidingBody, DeliberationStore, NewDeliberation, NewStep } from '../ports.js';
import { deliberationColumns, deliberationOf, type DeliberationRow, deliberationScope, deliberationSource } from './deliberation-sql.js';

/** Keeps deliberations in the city index, and tells the event log of each step. */
export class PgDeliberationStore implements DeliberationStore {
  async isCategory(sql: Sql, { standard, kind, code }: CategoryKey): Promise<boolean> {
    const found = await sql.query(`select from matter_category where standard = $1 and kind = $2 and code = $3`, [standard, kind, code]);
    return found.length > 0;
  }

  async body(sql: Sql, organisationUuid: string): Promise<DecidingBody> {
    const [row] = await sql.query<DecidingBody>(
      `select name, kind, level, division_code as "divisionCode" from organisation where id = $1`,
      [organisationUuid],
    );
    return row!;
  }

  async organisationOf(sql: Sql, code: SourceId): Promise<string | null> {
    const [row, ...others] = await sql.query<{ id: string }>(`select id from organisation where code = $1 limit 2`, [code]);
    return others.length > 0 ? null : (row?.id ?? null);
  }

  async propose(sql: Sql, deliberation: NewDeliberation, step: NewStep): Promise<void> {
    const { uuid, department, proposedBy, gridUuid, divisionCode, category, title, text, proposedAt } = deliberation;
    await sql.query(
      `insert into deliberation (id, department, proposed_by, grid_id, division_code, standard, category_kind, category_code, title, text,
              state, version, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[uuid, department, proposedBy, gridUuid, divisionCode, category.standard, category.kind, category.code, title, text],
        ...[step.toState, step.version, proposedAt],
      ],
    );
    await writeStep(sql, deliberation, step);
  }

  async held(sql: Sql, scope: Scope, uuid: string): Promise<Deliberation | null> {
    // Locked by itself first: what a locking statement reads of other tables is as old as its snapshot, not as the lock.
    await sql.query('select from deliberation where id = $1 for update', [uuid]);
    const parameters = new Parameters();
    const [row] = await sql.query<DeliberationRow>(
      `select ${deliberationColumns} from ${deliberationSource}
        where deliberation.id = ${parameters.add(uuid)}::uuid and ${deliberationScope(scope, parameters)}`,
      parameters.values,
    );
    return row === undefined ? null : deliberationOf(row);
  }

  async advance(sql: Sql, deliberation: Deliberation, step: NewStep): Promise<void> {
    await sql.query('update deliberation set state = $2, version = $3 where id = $1', [deliberation.uuid, step.toState, step.version]);
    await writeStep(sql, deliberation, step);
  }
}

async function writeStep(sql: Sql, deliberation: NewDeliberation, step: NewStep): Promise<void> {
  const { uuid, department, divisionCode } = deliberation;
  const { version, fromState, toState, session, matterUuids } = step;
  await sql.query(
    `insert into deliberation_step (deliberation_id, version, step, from_state, to_state, made_by, organisation_id, role, document, words,
            happened_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [uuid, version, step.step, fromState, toState, step.madeBy, step.organisationUuid, step.role, step.document, step.words, step.at],
  );
  if (session !== null) {
    const { platform, heldOn, participants, inFavour, against, abstained } = session;
    await sql.query(
      `insert into deliberation_session (deliberation_id, version, platform, held_on, participants, in_favour, against, abstained)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [uuid, version, platform, heldOn, participants, inFavour, against, abstained],
    );
  }
  if (matterUuids.length > 0) {
    await sql.query(
      `insert into deliberation_matter (matter_id, deliberation_id, version) select matter, $2, $3 from unnest($1::uuid[]) matter`,
      [matterUuids, uuid, version],
    );
  }
  await append(sql, [
    {
      topic: 'deliberation',
      kind: 'DELIBERATION_CHANGED',
      subject: uuid,
      version,
      department,
      divisionCode,
      // Words stay out: events are copied, cached and shown.
      payload: { deliberation: globalId('Deliberation', uuid), state: toState, from: fromState, step: step.step },
      occurredAt: step.at,
    },
  ]);
}
