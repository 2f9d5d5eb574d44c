import { randomUUID } from 'node:crypto';

import type { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../kernel/sql.js';
import { publishedRefused } from '../lineage-contradiction.js';
import { cycleRefused, lineageCycle, type LineageEdge } from '../lineage-cycle.js';
import type { LineageEvidence, LineageWriter, NewLineageStep } from '../ports.js';

/** Writes lineage into the city index, on two clocks. */
export class PgLineageWriter implements LineageWriter {
  constructor(private readonly clock: Clock) {}

  async add(sql: Sql, steps: readonly NewLineageStep[], evidence: LineageEvidence): Promise<number> {
    if (steps.length === 0) return 0;
    // Two acts at once could each close half of a circle, which neither would see.
    await sql.query(`select pg_advisory_xact_lock(hashtext('unit_lineage'))`);
    const news = await unknownSteps(sql, steps, evidence);
    if (news.length === 0) return 0;
    await refusePublished(sql, news);
    await refuseCycles(sql, news);
    const recordedAt = await this.#recordedAt(sql);
    await closeReplaced(sql, news, recordedAt);
    await insertSteps(sql, news, { evidence, recordedAt });
    return news.length;
  }

  /** Now, but later than everything recorded before, so that no statement has an empty life. */
  async #recordedAt(sql: Sql): Promise<string> {
    const [row] = await sql.query<{ at: string }>(
      `select greatest($1::timestamptz, (select max(recorded_from) + interval '1 microsecond' from unit_lineage))::text as at`,
      [this.clock.now()],
    );
    return row!.at;
  }
}

const given = `json_to_recordset($1::json) given ("fromUuid" uuid, "toUuid" uuid, kind text, basis text, "effectiveOn" date,
  weight double precision, "inverseWeight" double precision, uuid uuid)`;
const sameStep = `step.from_id = given."fromUuid" and step.to_id = given."toUuid" and step.kind = given.kind
  and step.effective_on = given."effectiveOn" and step.recorded_to is null`;

/** What is said already; and what a file says otherwise than a person or a redraw has: an old file undoes no correction. */
async function unknownSteps(sql: Sql, steps: readonly NewLineageStep[], { runId }: LineageEvidence): Promise<readonly NewLineageStep[]> {
  const numbered = steps.map((step, place) => ({ ...step, place }));
  const known = await sql.query<{ place: number }>(
    `select given.place from ${given.replace('uuid uuid)', 'place int)')} join unit_lineage step on ${sameStep}
        and (step.weight = given.weight and step.inverse_weight = given."inverseWeight" and step.basis = given.basis
             or $2::boolean and step.run_id is null)`,
    [JSON.stringify(numbered), runId !== null],
  );
  const places = new Set(known.map(({ place }) => place));
  return steps.filter((_, place) => !places.has(place));
}

/** What a filed redraw has published is never said otherwise. */
async function refusePublished(sql: Sql, news: readonly NewLineageStep[]): Promise<void> {
  const [published] = await sql.query<{ effectiveOn: string }>(
    `select step.effective_on::text as "effectiveOn" from ${given} join unit_lineage step on ${sameStep} where step.redraw_id is not null limit 1`,
    [JSON.stringify(news)],
  );
  if (published) throw publishedRefused(published.effectiveOn);
}

/** Looks at everything that the new steps lead on to: a circle goes through one of them. */
async function refuseCycles(sql: Sql, news: readonly NewLineageStep[]): Promise<void> {
  const before = await sql.query<LineageEdge>(
    `with recursive reached (id) as (
       select unnest($1::uuid[]) union
       select step.to_id from reached join unit_lineage step on step.from_id = reached.id and step.recorded_to is null)
     select from_id as "fromUuid", to_id as "toUuid" from unit_lineage where recorded_to is null and from_id in (select id from reached)`,
    [news.map(({ toUuid }) => toUuid)],
  );
  const cycle = lineageCycle([...news, ...before]);
  if (cycle === null) return;
  const names = await sql.query<{ id: string; name: string }>(
    `select id, layer_key || ' ' || local_id || case when generation > 1 then ' (' || generation || ')' else '' end as name
       from unit where id = any($1::uuid[])`,
    [cycle],
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  throw cycleRefused(cycle.map((uuid) => nameOf.get(uuid) ?? uuid));
}

async function closeReplaced(sql: Sql, news: readonly NewLineageStep[], recordedAt: string): Promise<void> {
  await sql.query(`update unit_lineage step set recorded_to = $2 from ${given} where ${sameStep}`, [JSON.stringify(news), recordedAt]);
}

async function insertSteps(
  sql: Sql,
  news: readonly NewLineageStep[],
  { evidence, recordedAt }: { readonly evidence: LineageEvidence; readonly recordedAt: string },
): Promise<void> {
  const { redrawUuid, document, runId, subject, role, organisationUuid } = evidence;
  await sql.query(
    `insert into unit_lineage (id, kind, basis, from_id, to_id, weight, inverse_weight, effective_on, redraw_id, document, run_id,
         subject, role, organisation_id, recorded_from)
       select given.uuid, kind, basis, "fromUuid", "toUuid", weight, "inverseWeight", "effectiveOn", $2, $3, $4, $5, $6, $7, $8 from ${given}`,
    [
      JSON.stringify(news.map((step) => ({ ...step, uuid: randomUUID() }))),
      redrawUuid,
      document,
      runId,
      subject,
      role,
      organisationUuid,
      recordedAt,
    ],
  );
}
