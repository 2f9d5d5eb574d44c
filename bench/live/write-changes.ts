import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

/** Matters that are changed, and how fast. */
export interface Changing {
  readonly indexUrl: string;
  readonly matters: readonly string[];
  /** Changes a second; each is a transaction of its own. */
  readonly rate: number;
  readonly seconds: number;
}

// A change of a matter as the platform writes it: the row, and its event in the inbox of the same transaction.
const change = `
  with known as materialized (select pg_current_xact_id() as xact),
  moved as (update matter set version = version + 1 where id = $1 returning id, version, department, division_code, state),
  told as (
    insert into event_inbox (event_id, topic, kind, subject, version, department, division_code, payload, occurred_at)
    select gen_random_uuid(), 'matter', 'MATTER_CHANGED', id, version, department, division_code,
           jsonb_build_object('state', state), date_trunc('milliseconds', clock_timestamp())
      from moved where (select xact from known) is not null returning id
  )
  select pg_notify('event_inbox', '') from told`;
const connections = 4;

/** Changes matters at a steady pace; a change that is late is made at once. Answers how many were made. */
export async function changeMatters({ indexUrl, matters, rate, seconds }: Changing): Promise<number> {
  const clients = Array.from({ length: connections }, () => new Client({ connectionString: indexUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  const wanted = Math.round(rate * seconds);
  const began = performance.now();
  let made = 0;
  const work = async (client: Client): Promise<void> => {
    while (made < wanted) {
      const nth = made++;
      const early = began + (nth * 1_000) / rate - performance.now();
      if (early > 1) await pause(early);
      await client.query({ name: 'change', text: change, values: [matters[nth % matters.length]] });
    }
  };
  await Promise.all(clients.map(work));
  await Promise.all(clients.map((client) => client.end()));
  return made;
}

/** Makes many changes in one transaction: what a reader who was away has missed. */
export async function changeAtOnce({
  indexUrl,
  matters,
  count,
}: {
  readonly indexUrl: string;
  readonly matters: readonly string[];
  readonly count: number;
}): Promise<void> {
  const client = new Client({ connectionString: indexUrl });
  await client.connect();
  await client.query(
    `with known as materialized (select pg_current_xact_id() as xact), told as (
       insert into event_inbox (event_id, topic, kind, subject, version, department, division_code, payload, occurred_at)
       select gen_random_uuid(), 'matter', 'MATTER_CHANGED', matter.id, matter.version, department, division_code,
              jsonb_build_object('state', state), date_trunc('milliseconds', clock_timestamp())
         from generate_series(1, $2) nth join matter on matter.id = ($1::uuid[])[1 + nth % cardinality($1::uuid[])]
        where (select xact from known) is not null returning id)
     select pg_notify('event_inbox', '') from (select from told limit 1) any_told`,
    [matters, count],
  );
  await client.end();
}
