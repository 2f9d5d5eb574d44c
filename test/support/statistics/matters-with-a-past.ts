import type { Sql } from '../../../src/kernel/sql.js';
import { aCityOfRows, type CityOfRows, gridUuids } from '../access/a-city-of-rows.js';
import { seededRandom } from '../gateway/seeded-random.js';

/** The city's time zone in tests of figures: not UTC, so that days and hours are seen to be the city's. */
export const timeZone = 'Asia/Shanghai';
/** The instant of all questions. */
export const now = new Date('2026-06-15T09:30:00Z');

const hour = 3_600_000;
const states = ['REPORTED', 'DISPATCHED', 'HANDLING', 'CLOSED', 'EVALUATED', 'MERGED', 'WITHDRAWN'] as const;
const organisations = [0, 1, 2, 3].map((nth) => `00000000-0000-4000-8002-${String(nth).padStart(12, '0')}`);

/** {@link aCityOfRows} whose matters have deadlines, clocks, steps and evaluations without sense, drawn from a seed. */
export async function mattersWithAPast(seed: number): Promise<CityOfRows> {
  const city = await aCityOfRows();
  await city.index.transaction((sql) => giveThemAPast(sql, city, seededRandom(seed).next));
  return city;
}

async function giveThemAPast(sql: Sql, city: CityOfRows, random: () => number): Promise<void> {
  const below = (count: number): number => Math.floor(random() * count);
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const maybe = <Value>(share: number, value: () => Value): Value | null => (random() < share ? value() : null);
  await sql.query('delete from matter_transition');
  for (const { uuid } of city.matters) {
    const reported = new Date(now.getTime() - below(500 * 24) * hour - below(3_600_000));
    const after = (hours: number): Date => new Date(reported.getTime() + below(hours * 3_600) * 1_000);
    const closed = maybe(0.6, () => after(2_000));
    await sql.query(
      `update matter set state = $2, reported_at = $3, due_at = $4, closed_at = $5, lead_id = $6, sealed = $7, source = $8,
              standard = $9, category_kind = $9, category_code = $10, unit_id = null
        where id = $1`,
      [
        ...[uuid, oneOf(states), reported, maybe(0.8, () => after(1_500)), closed !== null && closed > now ? null : closed],
        ...[maybe(0.8, () => oneOf(organisations)), random() < 0.2, oneOf(['GRID', 'HOTLINE'])],
        ...[maybe(0.9, () => 'std'), oneOf(['01', '02', '02|3'])],
      ],
    );
    for (let round = 1; round <= below(3); round++)
      await sql.query(
        `insert into matter_clock (matter_id, clock, round, started_at, limit_amount, limit_unit, due_at, yellow_at, paused_at, stopped_at, extended, exempt_at)
         values ($1, $2, $3, $4, 1, 'CALENDAR_DAY', $5, $5, $6, $7, $8, $9)`,
        [
          ...[uuid, oneOf(['HANDLING', 'ACCEPTANCE', 'FEEDBACK']), round, after(300), after(1_500)],
          ...[maybe(0.1, () => after(1_500)), maybe(0.6, () => after(1_500)), below(2), maybe(0.2, () => after(3_000))],
        ],
      );
    const path = [
      'REPORTED',
      ...Array.from({ length: below(6) }, () => oneOf(['DISPATCHED', 'OBJECTED', 'VERIFYING', 'HANDLING', 'CLOSED'])),
    ];
    for (const [nth, state] of path.entries())
      await sql.query(
        `insert into matter_transition (matter_id, version, from_state, to_state, occurred_at, recorded_at) values ($1, $2, $3, $4, $5, $5)`,
        [uuid, nth + 1, path[nth - 1] ?? null, state, nth === 0 ? reported : after(200 * nth)],
      );
    if (random() < 0.4)
      await sql.query(
        `insert into matter_evaluation (id, matter_id, side, of_organisation_id, by_organisation_id, responded, solved, satisfied, score, evaluated_at)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[uuid, oneOf(['RESIDENT', 'TOWNSHIP', 'DEPARTMENT']), oneOf(organisations), maybe(0.5, () => oneOf(organisations))],
          ...[maybe(0.7, () => random() < 0.5), maybe(0.7, () => random() < 0.5), maybe(0.7, () => random() < 0.5)],
          ...[maybe(0.7, () => below(101)), after(2_000)],
        ],
      );
  }
  // Two grids at once, of which the surer one counts.
  await sql.query('delete from matter_placement');
  await sql.query(
    `insert into matter_placement (unit_id, reported_at, matter_id, weight)
     select unit, reported_at, id, case when unit = grid_id then 0.75 else 0.25 end
       from matter cross join unnest($1::uuid[]) unit where grid_id is not null and unit in (grid_id, $2)`,
    [gridUuids, gridUuids[0]],
  );
}
