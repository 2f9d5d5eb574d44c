import { deadlineAsTold, type Light, lightOf } from '../../../src/features/matters/light.js';
import type { MatterOrdering, MatterQuery } from '../../../src/features/matters/matter-query.js';
import { MatterReader } from '../../../src/features/matters/storage/reading/matter-reader.js';
import { everything } from '../../../src/kernel/everything.js';
import { aScope } from '../../support/access/a-scope.js';
import { PlacingCity } from '../../support/matters/a-placing-city.js';

const hour = 3_600_000;
const now = new Date('2026-03-01T00:00:00Z');
const newest: MatterOrdering = { by: 'REPORTED_AT', descending: true };

let city: PlacingCity;
let reader: MatterReader;
beforeAll(async () => {
  city = await PlacingCity.make();
  await city.draw([{ localId: 'B', box: [0, 0, 100, 100] }]);
  reader = new MatterReader(city.sql, new Map());
});
beforeEach(() => city.sql.query('truncate matter, matter_placement cascade'));
afterAll(() => city.close());

async function found(query: MatterQuery, scope = everything, ordering = newest): Promise<readonly string[]> {
  const { matters } = await reader.page(scope, { query, ordering, first: 100, after: null });
  return matters.map(({ localId }) => localId);
}

const change = (localId: string, columns: string, ...values: readonly unknown[]): Promise<unknown> =>
  city.sql.query(`update matter set ${columns} where local_id = $1`, [localId, ...values]);

describe('a list of matters is narrowed', () => {
  test('by the light that each of them shows', async () => {
    const limits = [null, -hour, 0, hour, 2 * hour, 3 * hour, 100 * hour, 200 * hour];
    for (const [nth, limit] of limits.entries())
      for (const closed of [null, -2 * hour, 2 * hour]) {
        const name = `${nth} ${closed}`;
        await city.matter(name, { at: [5, 5] });
        const at = (ms: number | null): Date | null => (ms === null ? null : new Date(now.getTime() + ms));
        const reported = new Date(now.getTime() - 500 * hour);
        const { dueAt, yellowAt } = limit === null ? { dueAt: null, yellowAt: null } : deadlineAsTold(reported, at(limit)!);
        const columns = 'due_at = $2, yellow_at = $3, closed_at = $4, reported_at = $5';
        await change(name, columns, dueAt, yellowAt, at(closed), reported);
      }
    const all = (await reader.page(everything, { query: {}, ordering: newest, first: 100, after: null })).matters;
    for (const light of ['GREEN', 'YELLOW', 'RED'] as const) {
      const expected = all.filter((matter) => lightOf(matter, now) === light).map(({ localId }) => localId);
      expect(expected).not.toEqual([]);
      expect(await found({ light: { lights: [light], at: now } })).toEqual(expected);
    }
    const lights: readonly Light[] = ['RED', 'YELLOW'];
    expect(await found({ light: { lights, at: now } })).toHaveLength(all.filter((matter) => lights.includes(lightOf(matter, now))).length);
  });

  test('by its distance in metres on the ellipsoid; a sealed matter lies near nothing', async () => {
    // 0.01 degrees at this latitude, by the geodesic of Vincenty: 1,108.3618 m to the north, 974.2015 m to the east.
    await city.matter('north', { at: [20, 30] });
    await city.matter('east', { at: [30, 20] });
    await city.matter('sealed', { at: [20, 20] });
    await change('sealed', 'sealed = true');
    const near = (metres: number): MatterQuery => ({ near: { longitude: 117.02, latitude: 29.02, metres } });
    expect(await found(near(974.2))).toEqual([]);
    expect(await found(near(974.203))).toEqual(['east']);
    expect(await found(near(1_108.36))).toEqual(['east']);
    expect((await found(near(1_108.363))).toSorted()).toEqual(['east', 'north']);
  });

  test('by the organisation that leads it, and by half-open periods of closing and deadline', async () => {
    await city.matter('led', { at: [5, 5] });
    await city.matter('other', { at: [5, 5] });
    await change('led', `lead_id = (select id from organisation where code = 'government-990101'), closed_at = $2, due_at = $2`, now);
    expect(await found({ leadCode: 'government-990101' })).toEqual(['led']);
    expect(await found({ leadCode: 'nobody' })).toEqual([]);
    const later = new Date(now.getTime() + 1);
    expect(await found({ closedFrom: now, closedBefore: later, dueFrom: now, dueBefore: later })).toEqual(['led']);
    expect(await found({ closedBefore: now })).toEqual([]);
    expect(await found({ dueFrom: later })).toEqual([]);
    expect(await found({}, everything, { by: 'CLOSED_AT', descending: false })).toEqual(['led', 'other']);
  });

  test('by an element that the scope shows; a sealed matter is about nothing', async () => {
    const [element] = await city.sql.query<{ id: string }>(
      `insert into element (id, kind, department, keeper_id, source_id, name, as_of, content_hash)
         select gen_random_uuid(), 'SITE', 'LIGHTHOUSE', id, 'S', 'S', now(), '' from organisation where code = 'government-990100' returning id`,
    );
    await city.matter('open', { at: [5, 5] });
    await city.matter('sealed', { at: [5, 5] });
    await change('sealed', 'sealed = true');
    await city.sql.query('insert into matter_element (matter_id, element_id) select id, $1 from matter', [element!.id]);
    const query = { aboutElement: element!.id };
    expect(await found(query)).toEqual(['open']);
    const blind = aScope({ readings: { ...everything.readings, ELEMENTS: { owners: [], conditional: [] } } });
    expect(await found({}, blind)).toHaveLength(2);
    expect(await found(query, blind)).toEqual([]);
    const [page] = await reader.pagesOfElements(everything, [element!.id], { query: {}, ordering: newest, first: 5, after: null });
    expect(page!.matters.map(({ localId }) => localId)).toEqual(['open']);
    expect(await reader.countsOfElements(everything, [element!.id], {})).toEqual([1]);
  });
});

test('where a matter was counted on a day before it was placed anew is answered', async () => {
  await city.matter('open', { at: [5, 5] });
  const [{ uuid }] = (await city.sql.query('select id as uuid from matter')) as [{ uuid: string }];
  const [elsewhere] = await city.sql.query<{ id: string }>(
    `insert into past_matter_placement (matter_id, until, unit_id, weight, placed_by) values ($1, '2026-02-10', gen_random_uuid(), 1, 'POINT')
       returning unit_id as id`,
    [uuid],
  );
  const unitsOn = async (day: string | null): Promise<readonly string[]> =>
    (await reader.placementsOf(everything, [uuid], day)).map(({ unitUuid }) => unitUuid);
  expect(await unitsOn('2026-02-09')).toEqual([elsewhere!.id]);
  expect(await unitsOn('2026-02-10')).toEqual([city.ground.uuid('lighthouse/beam', 'B')]);
  expect(await unitsOn(null)).toEqual([city.ground.uuid('lighthouse/beam', 'B')]);
});
