import { matterSight } from '../../../src/features/matters/storage/reading/matter-sight.js';
import { FunnelBook } from '../../../src/features/statistics/funnel/loop-funnel.js';
import type { FlowCell } from '../../../src/features/statistics/ports.js';
import { FlowFold } from '../../../src/features/statistics/storage/flow-fold.js';
import { FlowReader } from '../../../src/features/statistics/storage/flow-reader.js';
import { aCityOfRows, type CityOfRows, codes } from '../../support/access/a-city-of-rows.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
import { seededRandom } from '../../support/gateway/seeded-random.js';
import { timeZone } from '../../support/statistics/matters-with-a-past.js';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const random = seededRandom(seed).next;
const below = (count: number): number => Math.floor(random() * count);
const always = { from: null, to: null };
const everywhere = { departments: null, places: null };
const all = aScope();

let city: CityOfRows;
let flow: FlowReader;
let fold: FlowFold;
beforeAll(async () => {
  process.stdout.write(`  seed ${seed}: the kept flow\n`);
  city = await aCityOfRows();
  await city.sql.query(
    `insert into city (code, name_zh, name_en, time_zone, division_scheme, west, south, east, north, shift_days)
     values ('city', '城', 'city', $1, 'x', 0, 0, 1, 1, 0)`,
    [timeZone],
  );
  // The matters came before the city told its time zone.
  await city.sql.query(`delete from matter_flow_delta`);
  await city.sql.query('select add_matter_flow(matter, 1) from matter');
  flow = new FlowReader({ sql: city.sql, sight: matterSight, timeZone: () => timeZone });
  fold = new FlowFold(city.index.transaction);
});
afterAll(() => city?.index.drop());

/** Cells that count something, in one order. */
const told = (cells: readonly FlowCell[]): readonly string[] =>
  cells
    .filter(({ count }) => count !== 0)
    .map(({ stage, bucket, count }) => `${stage} ${bucket} ${count}`)
    .sort();

/** What the histories say, read whole. */
const scanned = async (period: { readonly from: string | null; readonly to: string | null }): Promise<readonly string[]> =>
  told((await flow.ofHistories(all, { query: {}, period, limit: 10_000 }))!);

const states = ['REPORTED', 'UNDER_REVIEW', 'DISPATCHED', 'FEEDBACK', 'VERIFYING', 'VERIFIED', 'OBJECTED', 'CLOSED', 'MERGED'];

/** Something that happens to matters: steps of many or of one, another place, another office, another day, or an end. */
async function something(): Promise<void> {
  const some = Array.from({ length: 1 + below(20) }, () => city.matters[below(city.matters.length)]!.uuid);
  const kind = below(8);
  if (kind === 0) await city.sql.query('delete from matter where id = $1', [some[0]]);
  else if (kind === 1)
    await city.sql.query('update matter set division_code = $2 where id = any($1::uuid[])', [some, codes.communities[below(8)]]);
  else if (kind === 2)
    await city.sql.query(`update matter set department = $2, reported_at = reported_at - interval '9 days' where id = any($1::uuid[])`, [
      some,
      ['RED', null][below(2)],
    ]);
  else
    await city.sql.query(
      `insert into matter_transition (matter_id, version, from_state, to_state, occurred_at, recorded_at)
       select matter.id, held.version + step.nth, null, ($2::text[])[1 + (step.nth + ordinality) % 9], held.occurred_at + make_interval(secs => $3 * step.nth), now()
         from (select distinct unnest($1::uuid[]) as id) given join matter using (id)
         cross join lateral (select version, occurred_at from matter_transition where matter_id = matter.id order by version desc limit 1) held
         cross join generate_series(1, $4::int) with ordinality step (nth, ordinality)`,
      [some, [...states].sort(() => random() - 0.5), below(1_000_000), 1 + below(3)],
    );
}

describe('the kept flow of matters', () => {
  test('equals what the histories say after any steps, moves and ends, folded or not', async () => {
    for (let round = 0; round < 60; round++) {
      await something();
      if (below(3) === 0) await fold.fold(1 + below(400));
      if (round % 6 > 0) continue;
      expect(told(await flow.ofDays(all, always))).toEqual(await scanned(always));
      expect(told(await flow.ofMonths(all, everywhere, always))).toEqual(await scanned(always));
    }
    const days = { from: '2026-01-01', to: '2026-01-03' };
    expect(told(await flow.ofDays(all, days))).toEqual(await scanned(days));
  });

  test('loses and doubles nothing while two fold at once and steps come in', async () => {
    const folding = Array.from({ length: 2 }, async () => {
      for (let turn = 0; turn < 12; turn++) await fold.fold(50);
    });
    // Writers of one matter take their turns, by its row; so does this one.
    const stepping = (async () => {
      for (let turn = 0; turn < 15; turn++) await something();
    })();
    const reading = Array.from({ length: 6 }, () => flow.ofDays(all, always));
    await Promise.all([...folding, stepping, ...reading]);
    expect(told(await flow.ofDays(all, always))).toEqual(await scanned(always));
    while ((await fold.fold(10_000)) > 0);
    expect(told(await flow.ofDays(all, always))).toEqual(await scanned(always));
    expect(await city.sql.query('select from matter_flow_delta')).toHaveLength(0);
    expect(await city.sql.query('select from matter_flow where n <= 0')).toHaveLength(0);
  });

  test('is the same by township, office and day, whether kept or read from histories', async () => {
    const funnel = new FunnelBook(flow);
    const divisions = { find: (code: string) => ({ code, level: 'TOWNSHIP' }), codesWithin: (code: string) => [code] } as never;
    const scope = aScope({
      jurisdiction: { counties: [], townships: ['t1', 't9'], communities: [] },
      readings: readingsOf(['RED', 'BLUE']),
    });
    const byGrids = { ...scope, jurisdiction: { ...scope.jurisdiction!, communities: ['unheard'] } };
    const ask = (asked: typeof scope, query = {}): Promise<object> =>
      funnel.funnel(asked, { query, period: { from: '2025-12-29', to: null }, divisions, askedBy: null });
    expect(await ask(scope)).toEqual(await ask(byGrids));
    expect(await ask(scope, { departments: ['RED'] })).toEqual(await ask(byGrids, { departments: ['RED'] }));
    expect(await flow.ofHistories(all, { query: {}, period: always, limit: 3 })).toBeNull();
  });
});
