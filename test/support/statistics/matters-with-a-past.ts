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

type Row = Readonly<Record<string, unknown>>;

async function giveThemAPast(sql: Sql, city: CityOfRows, random: () => number): Promise<void> {
  const below = (count: number): number => Math.floor(random() * count);
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const maybe = <Value>(share: number, value: () => Value): Value | null => (random() < share ? value() : null);
  const [matters, clocks, steps, evaluations]: [Row[], Row[], Row[], Row[]] = [[], [], [], []];
  for (const { uuid: matter_id } of city.matters) {
    const reported_at = new Date(now.getTime() - below(500 * 24) * hour - below(3_600_000));
    const after = (hours: number): Date => new Date(reported_at.getTime() + below(hours * 3_600) * 1_000);
    const closed = maybe(0.6, () => after(2_000));
    matters.push({
      ...{ id: matter_id, state: oneOf(states), reported_at, due_at: maybe(0.8, () => after(1_500)) },
      ...{ closed_at: closed !== null && closed > now ? null : closed, lead_id: maybe(0.8, () => oneOf(organisations)) },
      ...{
        sealed: random() < 0.2,
        source: oneOf(['GRID', 'HOTLINE']),
        standard: maybe(0.9, () => 'std'),
        category_code: oneOf(['01', '02|3']),
      },
    });
    for (let round = 1; round <= below(3); round++)
      clocks.push({
        ...{
          matter_id,
          clock: oneOf(['HANDLING', 'ACCEPTANCE', 'FEEDBACK']),
          round,
          started_at: after(300),
          limit_amount: 1,
          limit_unit: 'X',
        },
        ...{ due_at: after(1_500), yellow_at: now, paused_at: maybe(0.1, () => after(1_500)), stopped_at: maybe(0.6, () => after(1_500)) },
        ...{ extended: below(2), exempt_at: maybe(0.2, () => after(3_000)), alarmed: 'NONE' },
      });
    const path = [
      'REPORTED',
      ...Array.from({ length: below(6) }, () => oneOf(['DISPATCHED', 'OBJECTED', 'VERIFYING', 'HANDLING', 'CLOSED'])),
    ];
    for (const [nth, to_state] of path.entries()) {
      const occurred_at = nth === 0 ? reported_at : after(200 * nth);
      steps.push({
        matter_id,
        version: nth + 1,
        from_state: path[nth - 1] ?? null,
        to_state,
        occurred_at,
        recorded_at: now,
        made_in: 'OFFICE',
      });
    }
    if (random() < 0.4)
      evaluations.push({
        ...{ id: matter_id, matter_id, side: oneOf(['RESIDENT', 'TOWNSHIP', 'DEPARTMENT']), of_organisation_id: oneOf(organisations) },
        ...{ responded: maybe(0.7, () => random() < 0.5), solved: maybe(0.7, () => random() < 0.5) },
        ...{ satisfied: maybe(0.7, () => random() < 0.5), score: maybe(0.7, () => below(101)), evaluated_at: after(2_000) },
      });
  }
  await sql.query('delete from matter_transition');
  await sql.query(
    `update matter set state = given.state, reported_at = given.reported_at, due_at = given.due_at,
            yellow_at = given.due_at - greatest((given.due_at - given.reported_at) * 0.2, interval '2 hours'), closed_at = given.closed_at,
            lead_id = given.lead_id, sealed = given.sealed, source = given.source, standard = given.standard,
            category_kind = given.standard, category_code = given.category_code
       from jsonb_populate_recordset(null::matter, $1::jsonb) given where given.id = matter.id`,
    [JSON.stringify(matters)],
  );
  for (const [table, rows] of [
    ['matter_clock', clocks] as const,
    ['matter_transition', steps] as const,
    ['matter_evaluation', evaluations] as const,
  ])
    await sql.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
  // Two grids at once, of which the surer one counts.
  await sql.query('delete from matter_placement');
  await sql.query(
    `insert into matter_placement (unit_id, reported_at, matter_id, weight)
     select unit, reported_at, id, case when unit = grid_id then 0.75 else 0.25 end
       from matter cross join unnest($1::uuid[]) unit where grid_id is not null and unit in (grid_id, $2)`,
    [gridUuids, gridUuids[0]],
  );
}
