import fc from 'fast-check';

import { Parameters } from '../../../src/database/parameters.js';
import { ElementReader } from '../../../src/features/elements/storage/element-reader.js';
import { elementScope } from '../../../src/features/elements/storage/element-scope-sql.js';
import { givenIn } from '../../../src/features/elements/storage/given-scope-sql.js';
import { PeopleReader } from '../../../src/features/elements/storage/people-reader.js';
import type { MatterQuery } from '../../../src/features/matters/matter-query.js';
import { MatterReader } from '../../../src/features/matters/storage/reading/matter-reader.js';
import { matterScope } from '../../../src/features/matters/storage/reading/matter-scope-sql.js';
import { readsOnCondition } from '../../../src/kernel/conditional-reads.js';
import { everything } from '../../../src/kernel/everything.js';
import { cityOwner, type DataClass, type Scope } from '../../../src/kernel/scope.js';
import { aCityOfRows, type CityOfRows, codes, type KnownRow, offices } from '../../support/access/a-city-of-rows.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
import { anyScope, isSeen } from '../../support/access/any-scope.js';
import { seededAsync } from '../../support/geometry/seeded.js';

const whole = process.env['SCALE'] === 'full';
const scopesAtOnce = 50;

let city: CityOfRows;
beforeAll(async () => {
  city = await aCityOfRows();
});
afterAll(() => city?.index.drop());

const seenOf = (rows: readonly KnownRow[], dataClass: DataClass, scope: Scope): readonly string[] =>
  rows
    .filter((row) => isSeen(row, dataClass, scope))
    .map(({ uuid }) => uuid)
    .sort();

/** What the condition of each scope lets through, all of them in one statement. */
async function shown(
  scopes: readonly Scope[],
  table: string,
  condition: (scope: Scope, parameters: Parameters) => string,
): Promise<readonly (readonly string[])[]> {
  const parameters = new Parameters();
  const parts = scopes.map(
    (scope) => `select coalesce(array_agg(id::text order by id), '{}') as ids from ${table} where ${condition(scope, parameters)}`,
  );
  const rows = await city.sql.query<{ ids: readonly string[] }>(parts.join(' union all '), parameters.values);
  return rows.map(({ ids }) => ids);
}

describe('what a scope shows of the tables', () => {
  test(
    'is in SQL what the rule says row by row, for matters, elements, counts and posts',
    async () => {
      const batches = whole ? 200 : 10;
      await seededAsync(
        fc.asyncProperty(fc.array(anyScope, { minLength: scopesAtOnce, maxLength: scopesAtOnce }), async (scopes) => {
          expect(await shown(scopes, 'matter', matterScope)).toEqual(scopes.map((scope) => seenOf(city.matters, 'MATTERS', scope)));
          expect(await shown(scopes, 'element', elementScope)).toEqual(scopes.map((scope) => seenOf(city.elements, 'ELEMENTS', scope)));
          const [counts, posts] = ['unit_count', 'post'].map((table) => `(select unit_id as id, unit_id, department from ${table}) given`);
          expect(await shown(scopes, counts!, (scope, given) => givenIn(scope, 'COUNTS', given))).toEqual(
            scopes.map((scope) => seenOf(city.counts, 'COUNTS', scope)),
          );
          expect(await shown(scopes, posts!, (scope, given) => givenIn(scope, 'POSTS', given))).toEqual(
            scopes.map((scope) => seenOf(city.posts, 'POSTS', scope)),
          );
        }),
        batches,
      );
    },
    whole ? 600_000 : 60_000,
  );

  test('is nothing where a list is empty, and everything under the scope that hides nothing', async () => {
    const nothing = [
      aScope({ readings: { ...aScope().readings, MATTERS: { owners: [], conditional: [] } } }),
      aScope({ jurisdiction: { counties: [], townships: [], communities: [] } }),
      aScope({ gridUuids: [] }),
    ];
    expect(await shown([...nothing, everything], 'matter', matterScope)).toEqual([[], [], [], seenOf(city.matters, 'MATTERS', everything)]);
    expect(nothing.map((scope) => matterScope(scope, new Parameters()))).toEqual(['false', 'false', 'false']);
  });
});

const wish = fc.record({
  scope: anyScope,
  isOpen: fc.option(fc.boolean(), { nil: undefined }),
  departments: fc.option(fc.subarray([...offices]), { nil: undefined }),
  notIn: fc.option(fc.constantFrom(...codes.communities), { nil: undefined }),
});

describe('the read models', () => {
  const matters = () => new MatterReader(city.sql, new Map());
  const newest = { by: 'REPORTED_AT', descending: true } as const;

  async function walked(scope: Scope, query: MatterQuery): Promise<readonly string[]> {
    const uuids: string[] = [];
    for (let after = null as { value: number; uuid: string } | null; ;) {
      const page = await matters().page(scope, { query, ordering: newest, first: 90, after });
      uuids.push(...page.matters.map(({ uuid }) => uuid));
      const last = page.matters.at(-1);
      if (!page.hasMore || !last) return uuids.sort();
      after = { value: last.reportedAt.getTime(), uuid: last.uuid };
    }
  }

  test(
    'answer totals that are the sum of what may be seen, with and without filters, in the whole city and unit by unit',
    async () => {
      await seededAsync(
        fc.asyncProperty(wish, async ({ scope, isOpen, departments, notIn }) => {
          const query: MatterQuery = {
            ...(isOpen === undefined ? {} : { isOpen }),
            ...(departments === undefined ? {} : { departments }),
            ...(notIn === undefined ? {} : { not: { divisionCodes: [notIn] } }),
          };
          const all = new Set(await walked(everything, query));
          const seen = seenOf(city.matters, 'MATTERS', scope).filter((uuid) => all.has(uuid));
          expect(await walked(scope, query)).toEqual(seen);
          expect(await matters().count(scope, query, 10_000)).toBe(seen.length);

          const ofUnits = await matters().pagesOfUnits(scope, city.units, { query, ordering: newest, first: 500, after: null });
          const placed = city.units.map((unit) =>
            city.matters.filter(({ uuid, place }) => place.grid === unit && seen.includes(uuid)).map(({ uuid }) => uuid),
          );
          expect(ofUnits.map((rows) => rows.matters.map(({ uuid }) => uuid).sort())).toEqual(placed);
          expect(await matters().countsOfUnits(scope, city.units, query)).toEqual(placed.map(({ length }) => length));
        }),
        whole ? 300 : 25,
      );
    },
    whole ? 600_000 : 60_000,
  );

  test('answer by id, part by part and office by office only what is seen', async () => {
    const ids = city.matters.map(({ uuid }) => uuid);
    await seededAsync(
      fc.asyncProperty(anyScope, async (scope) => {
        const seen = seenOf(city.matters, 'MATTERS', scope);
        expect((await matters().byUuid(scope, ids)).flatMap((matter) => matter?.uuid ?? []).sort()).toEqual(seen);
        expect((await matters().historyOf(scope, ids)).map(({ matterUuid }) => matterUuid)).toEqual(seen);
        expect((await matters().assignmentsOf(scope, ids)).every(({ matterUuid }) => seen.includes(matterUuid))).toBe(true);
        expect((await matters().countsOfOffices(scope)).reduce((sum, office) => sum + office.matters, 0)).toBe(seen.length);
        const first = city.matters[ids.length % 7]!;
        const found = await matters().bySource(scope, { department: first.department, localId: first.uuid });
        expect(found?.uuid ?? null).toBe(seen.includes(first.uuid) ? first.uuid : null);

        const elements = new ElementReader(city.sql);
        const things = seenOf(city.elements, 'ELEMENTS', scope);
        const page = await elements.page(scope, { query: {}, first: 1_000, after: null });
        expect([page.rows.map(({ uuid }) => uuid), await elements.count(scope, {})]).toEqual([things, things.length]);
        const inGrids = city.units.map(
          (grid) => city.elements.filter(({ uuid, place }) => place.grid === grid && things.includes(uuid)).length,
        );
        const kinds = await elements.countsOfGrids(scope, city.units);
        expect(kinds.map((grid) => grid.reduce((sum, { count }) => sum + count, 0))).toEqual(inGrids);

        const people = new PeopleReader(city.sql);
        const flat = (await people.countsOfUnits(scope, city.units)).flatMap((given, nth) => given.map(() => city.units[nth]!));
        expect(flat).toEqual(seenOf(city.counts, 'COUNTS', scope));
        expect((await people.postsOfUnits(scope, city.units)).flat()).toHaveLength(seenOf(city.posts, 'POSTS', scope).length);
      }),
      whole ? 300 : 25,
    );
  }, 60_000);
});

describe('what is read on condition', () => {
  test('is noted under the scope of the request, exactly the rows that were answered', async () => {
    const scope = aScope({ readings: readingsOf(['RED', 'BLUE'], ['BLUE']) });
    const rows = await new MatterReader(city.sql, new Map()).page(scope, {
      ...{ query: {}, ordering: { by: 'REPORTED_AT', descending: true }, first: 20, after: null },
    });
    const blue = rows.matters.filter(({ department }) => department === 'BLUE').map(({ uuid }) => uuid);
    expect(blue.length).toBeGreaterThan(0);
    expect(readsOnCondition(scope)).toEqual([{ dataClass: 'MATTERS', owner: 'BLUE', ids: blue }]);
    expect(readsOnCondition(aScope({ readings: readingsOf(['RED', 'BLUE'], ['BLUE']) }))).toEqual([]);
  });

  test('is told of a number without ids: any of the owners may be in it', async () => {
    const scope = aScope({ readings: readingsOf(['RED', cityOwner], [cityOwner]) });
    await new ElementReader(city.sql).count(scope, {});
    expect(readsOnCondition(scope)).toEqual([{ dataClass: 'ELEMENTS', owner: cityOwner, ids: [] }]);
  });
});
