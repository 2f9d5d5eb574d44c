import { AbusedCity } from '../support/abuse/abused-city.js';

describe('values that are long or many', () => {
  let city: AbusedCity;
  beforeAll(async () => {
    city = await AbusedCity.start();
  }, 120_000);
  afterAll(() => city.stop());

  /** What one question may leave in use, bytes; a filter compiled level within level left 760 MB. */
  const mostMemory = 150 * 1024 * 1024;
  const lists: readonly (readonly [field: string, filter: string])[] = [
    ['allElementsGrids(first: 1, where: $where)', 'GridFilter'],
    ['departmentGrids(department: LIGHTHOUSE, first: 1, where: $where)', 'GridFilter'],
    ['matters(first: 1, where: $where)', 'MatterFilter'],
    ['elements(first: 1, where: $where)', 'ElementFilter'],
    ['organisations(first: 1, where: $where)', 'OrganisationFilter'],
  ];
  const query = (field: string, filter: string): string => `query Q($where: ${filter}) { found: ${field} { totalCount } }`;
  /** Asks while the canary sings; answers codes and total. */
  const asked = async (text: string, variables: object): Promise<{ readonly codes: readonly unknown[]; readonly total: number | null }> => {
    const before = process.memoryUsage().rss;
    const answer = await city.canary.whileSinging(() =>
      city.client.ask<{ found: { totalCount?: number } } | null>(text, variables as Readonly<Record<string, unknown>>),
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(mostMemory);
    expect(answer.text.length).toBeLessThan(5_000);
    return { codes: answer.errors.map(({ extensions }) => extensions.code), total: answer.data?.found.totalCount ?? null };
  };

  const filled = (text: string): string => text.repeat(Math.ceil(10_000 / text.length));
  const patterns = ['.*', '%', '_', filled('(a+)+$'), filled('(x+x+)+y'), filled('%_'), filled('_%\\'), filled('.*'), filled('[')];
  const texts: readonly (readonly [field: string, filter: string, where: (text: string) => object])[] = [
    [...lists[0]!, (text) => ({ name: { contains: text } })],
    [...lists[0]!, (text) => ({ localId: { contains: text } })],
    [...lists[1]!, (text) => ({ name: { contains: text } })],
    [...lists[2]!, (text) => ({ titleContains: text })],
    [...lists[3]!, (text) => ({ nameContains: text })],
    [...lists[4]!, (text) => ({ nameContains: text })],
  ];
  test.each(texts)('A19: a pattern is a text like others in %s (%s), and finds nothing', async (field, filter, where) => {
    expect((await asked(query(field, filter), { where: {} })).total).toBeGreaterThan(0);
    for (const pattern of patterns) {
      expect([pattern.slice(0, 12), await asked(query(field, filter), { where: where(pattern) })]).toEqual([
        pattern.slice(0, 12),
        { codes: [], total: 0 },
      ]);
    }
  });

  const many = <Value>(value: (place: number) => Value, count = 100_000): readonly Value[] =>
    Array.from({ length: count }, (_, n) => value(n));
  const id = (place: number): string => `i${place}`;
  const crowds: readonly (readonly [field: string, filter: string, where: (count: number) => object])[] = [
    [...lists[0]!, (count) => ({ localId: { in: many(id, count) } })],
    [...lists[1]!, (count) => ({ name: { in: many(id, count) } })],
    [...lists[0]!, (count) => ({ or: [{ not: { name: { in: many(id, count) } } }] })],
    [...lists[2]!, (count) => ({ state: { in: many(() => 'REPORTED', count) } })],
    [...lists[2]!, (count) => ({ department: many(() => 'LIGHTHOUSE', count) })],
    [...lists[3]!, (count) => ({ sourceId: many(id, count) })],
    [...lists[4]!, (count) => ({ code: many(id, count) })],
  ];
  test.each(crowds)(
    'A20: %s (%s) takes lists of 1,000 and refuses longer ones, 100,000 members among them',
    async (field, filter, where) => {
      const codes: unknown[] = [];
      for (const count of [1_000, 1_001, 100_000]) codes.push((await asked(query(field, filter), { where: where(count) })).codes);
      expect(codes).toEqual([[], ['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
    },
  );

  test('A20: ids by the hundred thousand are refused by the bound of their field, before anything runs', async () => {
    const nodes = 'query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const resolve = 'query Q($ids: [DepartmentalIdInput!]!) { resolveIds(ids: $ids) { __typename } }';
    const categories = 'query Q($codes: [CategoryInput!]!) { resolveCategories(codes: $codes) { __typename } }';
    await city.endures(async () => {
      expect([await asked(nodes, { ids: many(id, 101) }), await asked(nodes, { ids: many(id) })].map(({ codes }) => codes)).toEqual([
        ['BAD_USER_INPUT'],
        ['BAD_USER_INPUT'],
      ]);
      for (const count of [1_001, 30_000]) {
        const one = await asked(resolve, { ids: many((n) => ({ department: 'LIGHTHOUSE', localId: id(n) }), count) });
        const other = await asked(categories, { codes: many((n) => ({ standard: 's', code: id(n) }), count) });
        expect([one.codes, other.codes]).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
      }
      return [];
    });
  });

  test('A20: sort keys are at most as many as there are', async () => {
    const text = 'query Q($orderBy: [GridOrder!]) { found: allElementsGrids(first: 1, orderBy: $orderBy) { totalCount } }';
    const codes: unknown[] = [];
    for (const count of [4, 5, 50_000]) codes.push((await asked(text, { orderBy: many(() => ({ field: 'NAME' }), count) })).codes);
    expect(codes).toEqual([[], ['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
  });
});
