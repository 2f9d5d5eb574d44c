import type { Client } from 'pg';

import { FlowFold } from '../../src/features/statistics/storage/flow-fold.js';

/** Townships of the generated city, each with ten communities, in four counties. */
export const townships = 40;
/** The day after the last report. */
export const lastDay = '2026-11-22';
const communities = 10;
const batch = 50_000;

/** What a generated matter goes through, and where in its time. */
const path = [
  ['REPORTED', 0],
  ['DISPATCHED', 0.03],
  ['ACCEPTED', 0.1],
  ['HANDLING', 0.2],
  ['VERIFYING', 0.9],
  ['CLOSED', 1],
] as const;

/** The code of a generated township. */
export const townshipCode = (nth: number): string => `t${nth}`;
/** The code of a generated township's community. */
export const communityCodes = (township: number): readonly string[] =>
  Array.from({ length: communities }, (_, nth) => `${townshipCode(township)}-${nth}`);

/**
 * Fills a migrated, empty index with matters of one year, set by set: evenly over offices and communities, an eighth of them open, most with
 * a deadline, each with the steps that its state comes from. Drawn from the number of the matter alone, so that a database can be kept.
 */
export async function generateMatters(client: Client, count: number): Promise<void> {
  await writeGround(client);
  for (let from = 0; from < count; from += batch) {
    await client.query(insertMatters, [from, Math.min(from + batch, count) - 1, count]);
    await client.query(insertSteps, [from, Math.min(from + batch, count) - 1]);
    await fold(client);
    process.stdout.write(`\r${from + batch} of ${count} matters`);
  }
  process.stdout.write('\n');
  await client.query('vacuum analyze');
}

async function writeGround(client: Client): Promise<void> {
  await client.query(
    `insert into city (code, name_zh, name_en, time_zone, division_scheme, west, south, east, north, shift_days)
     values ('city', '城', 'city', 'Asia/Shanghai', 'x', 0, 0, 1, 1, 0)`,
  );
  await client.query(
    `insert into division (code, name, level, parent_code, kind, valid_from)
     select 'city', 'city', 'CITY', null, 'X', date '2000-01-01'
      union all select 'k' || n, 'k' || n, 'COUNTY', 'city', 'X', '2000-01-01' from generate_series(0, 3) n
      union all select 't' || n, 't' || n, 'TOWNSHIP', 'k' || n % 4, 'X', '2000-01-01' from generate_series(0, $1::int - 1) n
      union all select 't' || n || '-' || m, 'c', 'COMMUNITY', 't' || n, 'X', '2000-01-01'
                  from generate_series(0, $1::int - 1) n, generate_series(0, $2::int - 1) m`,
    [townships, communities],
  );
  await client.query(
    `insert into organisation (id, issuer, scheme, code, name, kind, level, as_of)
     values ('00000000-0000-4000-8000-000000000001', 'a', 'x', 'o', 'o', 'X', 'X', now())`,
  );
}

// Every seventh bit of a hash gives a share from 0 to 1 of its own.
const share = (salt: number): string => `(abs(hashint8extended(n, ${salt})) % 1000003) / 1000003.0::float8`;

const insertMatters = `
  insert into matter (id, department, local_id, born_in, source, title, standard, category_kind, category_code, state, keeper_id, lead_id,
                      division_code, reported_at, due_at, yellow_at, closed_at, version, as_of, content_hash)
  select md5('matter' || n)::uuid, (array['PETITION', 'CIVIL_AFFAIRS', 'URBAN_MANAGEMENT', 'POLITICAL_LEGAL', 'PARTY_BUILDING', null])[1 + n % 6],
         n::text, 'OFFICE', 'GRID', 'title ' || n, 'std', 'MATTER', lpad((n % 20)::text, 2, '0'),
         case when closed then 'CLOSED' else (array['REPORTED', 'DISPATCHED', 'HANDLING'])[1 + n % 3] end,
         '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001',
         't' || (n / 6) % ${townships} || '-' || (n / 240) % ${communities}, reported,
         case when n % 20 > 0 then reported + limited end, case when n % 20 > 0 then reported + limited * 0.8 end,
         case when closed then reported + make_interval(secs => 600 + ${share(4)} * ${share(5)} * 5000000) end, 1, now(), ''
    from (select n, timestamptz '${lastDay} 00:00+08' - make_interval(secs => (1 - n / $3::float8) * 365 * 86400) as reported,
                 ${share(1)} < 0.875 as closed, make_interval(hours => 24 + (${share(3)} * 900)::int) as limited
            from generate_series($1::bigint, $2::bigint) n) drawn`;

const insertSteps = `
  insert into matter_transition (matter_id, version, from_state, to_state, occurred_at, recorded_at)
  select matter.id, step.nth, (array[${path.map(([state]) => `'${state}'`).join(', ')}])[step.nth - 1], step.state,
         matter.reported_at + (coalesce(matter.closed_at, matter.reported_at + interval '20 days') - matter.reported_at) * step.place, now()
    from generate_series($1::bigint, $2::bigint) n join matter on matter.id = md5('matter' || n)::uuid
    join (values ${path.map(([state, place], nth) => `(${nth + 1}, '${state}', ${place}::float8)`).join(', ')}) step (nth, state, place)
      on step.nth <= case matter.state when 'CLOSED' then 6 when 'HANDLING' then 4 when 'DISPATCHED' then 2 else 1 end`;

/** What the platform does in the background; here after each set. */
async function fold(client: Client): Promise<void> {
  const sql = { query: async (text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as never };
  const folding = new FlowFold(async (work) => {
    await client.query('begin');
    const result = await work(sql);
    await client.query('commit');
    return result;
  });
  while ((await folding.fold(1_000_000)) > 0);
}
