import { lightOf } from '../../../src/features/matters/light.js';
import { matterSight } from '../../../src/features/matters/storage/reading/matter-sight.js';
import { DueReader } from '../../../src/features/statistics/storage/due-reader.js';
import type { CityOfRows } from '../../support/access/a-city-of-rows.js';
import { aScope } from '../../support/access/a-scope.js';
import { mattersWithAPast, now } from '../../support/statistics/matters-with-a-past.js';

const all = aScope();
let city: CityOfRows;
let due: DueReader;
beforeAll(async () => {
  city = await mattersWithAPast(7);
  due = new DueReader({ sql: city.sql, sight: matterSight });
});
afterAll(() => city?.index.drop());

interface Open {
  readonly id: string;
  readonly reportedAt: Date;
  readonly dueAt: Date;
  readonly yellowAt: Date;
}

async function redAndYellow(): Promise<readonly Open[]> {
  const open = await city.sql.query<Open>(
    `select id, reported_at as "reportedAt", due_at as "dueAt", yellow_at as "yellowAt" from matter where closed_at is null and due_at is not null`,
  );
  return open
    .filter((matter) => lightOf({ ...matter, closedAt: null }, now) !== 'GREEN')
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
}

describe('the due board', () => {
  test('shows every open matter with a red or yellow light once, by deadline, page after page', async () => {
    const expected = (await redAndYellow()).map(({ id }) => id);
    const found: string[] = [];
    for (let after: { dueAt: Date; uuid: string } | null = null; ;) {
      const rows = await due.page(all, { query: {}, now, first: 7, after });
      found.push(...rows.slice(0, 7).map(({ uuid }) => uuid));
      if (rows.length <= 7) break;
      after = rows[6]!;
    }
    expect(found.length).toBeGreaterThan(20);
    expect(found).toEqual(expected);
    expect(await due.count(all, { query: {}, now, cap: 5 })).toBe(6);
    expect(await due.count(all, { query: {}, now, cap: 10_000 })).toBe(expected.length);
  });

  test('goes by when the deadline is near, and names the running clock that gives it', async () => {
    const { id, dueAt } = (await redAndYellow()).at(-1)!;
    await city.sql.query(`delete from matter_clock where matter_id = $1`, [id]);
    await city.sql.query(
      `insert into matter_clock (matter_id, clock, round, started_at, limit_amount, limit_unit, due_at, yellow_at)
       values ($1, 'HANDLING', 1, $2, 1, 'X', $3, $2)`,
      [id, now, dueAt],
    );
    const yellow = (at: Date): Promise<unknown> => city.sql.query('update matter set yellow_at = $2 where id = $1', [id, at]);
    const shown = async () => (await due.page(all, { query: {}, now, first: 1_000, after: null })).find(({ uuid }) => uuid === id);
    await yellow(now);
    expect(await shown()).toMatchObject({ clock: 'HANDLING' });
    await yellow(new Date(now.getTime() + 1));
    expect(await shown()).toBeUndefined();
  });
});
