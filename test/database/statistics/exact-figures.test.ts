import fc from 'fast-check';

import { matterSight } from '../../../src/features/matters/storage/reading/matter-sight.js';
import { type MatterGrouping, matterGroupings } from '../../../src/features/statistics/figures/grouping.js';
import { factsOfSource } from '../../../src/features/statistics/metrics/fact.js';
import type { FactRow } from '../../../src/features/statistics/ports.js';
import { FactReader } from '../../../src/features/statistics/storage/fact-reader.js';
import { groupBy } from '../../../src/kernel/group-by.js';
import type { CityOfRows } from '../../support/access/a-city-of-rows.js';
import { anyScope, isSeen } from '../../support/access/any-scope.js';
import { seededAsync } from '../../support/geometry/seeded.js';
import { mattersWithAPast, now, timeZone } from '../../support/statistics/matters-with-a-past.js';
import { cityHour, factsOfMatter, surestUnit, type WholeMatter, wholeMatters } from '../../support/statistics/naive-figures.js';

const facts = [...factsOfSource.MATTER, ...factsOfSource.DISPATCH, ...factsOfSource.STEP, ...factsOfSource.EVALUATION];
const layer = 'city/all-elements';

let city: CityOfRows;
let reader: FactReader;
let wholes: readonly WholeMatter[];
beforeAll(async () => {
  city = await mattersWithAPast(Number(process.env['SEED'] ?? 20_260_615));
  reader = new FactReader({ sql: city.sql, sight: matterSight, timeZone: () => timeZone });
  wholes = await wholeMatters(city.sql);
});
afterAll(() => city?.index.drop());

const keyOf: Readonly<Record<Exclude<MatterGrouping, 'ORGANISATION'>, (whole: WholeMatter) => unknown>> = {
  COUNTY: ({ matter }) => matter['county_code'],
  TOWNSHIP: ({ matter }) => matter['township_code'],
  COMMUNITY: ({ matter }) => matter['community_code'],
  GRID: ({ matter }) => matter['grid_id'],
  UNIT: surestUnit,
  CATEGORY: ({ matter }) => (matter['standard'] === null ? null : `std|std|${String(matter['category_code'])}`),
  STATE: ({ matter }) => matter['state'],
  OFFICE: ({ matter }) => matter['department'],
  SOURCE: ({ matter }) => matter['source'],
  HOUR: ({ matter }) => cityHour(matter['reported_at']),
  DAY: ({ matter }) => cityHour(matter['reported_at']).slice(0, 10),
  MONTH: ({ matter }) => cityHour(matter['reported_at']).slice(0, 7),
};

/** The same matter once for each organisation that a figure of it is told of. */
function byOrganisation(
  whole: WholeMatter,
): readonly { readonly organisation: unknown; readonly whole: WholeMatter; readonly led: boolean }[] {
  const judged = groupBy(whole.evaluations, (row) => row['of_organisation_id']);
  const lead = whole.matter['lead_id'];
  return [
    { organisation: lead, whole: { ...whole, evaluations: [] }, led: true },
    ...[...judged].map(([organisation, evaluations]) => ({ organisation, whole: { ...whole, evaluations }, led: false })),
  ];
}

function naive(seen: readonly WholeMatter[], grouping: readonly MatterGrouping[], asOf: Date): ReadonlyMap<string, Record<string, number>> {
  const groups = new Map<string, Record<string, number>>();
  for (const whole of seen)
    for (const part of grouping.includes('ORGANISATION') ? byOrganisation(whole) : [{ organisation: null, whole, led: true }]) {
      const counted = Object.entries(factsOfMatter(part.whole, asOf));
      const own = part.led ? counted : counted.filter(([fact]) => (factsOfSource.EVALUATION as readonly string[]).includes(fact));
      if (!part.led && part.whole.evaluations.every((row) => (row['evaluated_at'] as Date) > asOf)) continue;
      const key = JSON.stringify(grouping.map((one) => (one === 'ORGANISATION' ? part.organisation : keyOf[one](whole)) ?? null));
      const group = groups.get(key) ?? {};
      for (const [fact, count] of own) group[fact] = (group[fact] ?? 0) + count;
      groups.set(key, group);
    }
  return groups;
}

/** Groups without facts of nothing, since a source that never met a group says nothing of it. */
function told(rows: readonly FactRow[]): ReadonlyMap<string, Record<string, number>> {
  return new Map(rows.map(({ keys, facts: found }) => [JSON.stringify(keys), withoutNothing(found as Record<string, number>)]));
}
const withoutNothing = (found: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(found).filter(([fact, count]) => count !== 0 && fact !== 'medianHours'));

const groupings = fc.uniqueArray(fc.constantFrom(...matterGroupings), { maxLength: 2 });
const day = fc.integer({ min: -400, max: 20 }).map((days) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10));
const period = fc.record({ from: fc.option(day), to: fc.option(day) });
const instant = fc.constantFrom(now, new Date('2026-01-02T00:00:00Z'));

describe('figures about matters', () => {
  test('equal what counting one matter after the other comes to, for any grouping, period and scope', async () => {
    await seededAsync(
      fc.asyncProperty(groupings, period, anyScope, instant, async (grouping, span, scope, asOf) => {
        const wish = { query: {}, period: span, groupBy: grouping, layer, facts, asOf, askedBy: null, limit: 5_000 };
        const seen = wholes.filter(({ matter }) => {
          const reported = cityHour(matter['reported_at']).slice(0, 10);
          const inTime = (span.from === null || reported >= span.from) && (span.to === null || reported < span.to);
          return inTime && (matter['reported_at'] as Date) <= asOf && isSeen(knownRow(matter['id']), 'MATTERS', scope);
        });
        const expected = naive(seen, grouping, asOf);
        const found = told(await reader.groups(scope, wish));
        // Without a grouping there is one row, however little it counts.
        if (grouping.length === 0 && expected.size === 0) return expect([...found]).toEqual([['[]', {}]]);
        return expect(found).toEqual(new Map([...expected].map(([key, group]) => [key, withoutNothing(group)])));
      }),
      60,
    );
  });

  test('tell the median time to closing, of closed matters alone', async () => {
    const hours = wholes
      .flatMap(({ matter }) => (matter['closed_at'] === null ? [] : [Number(matter['closed_at']) - Number(matter['reported_at'])]))
      .map((ms) => ms / 3_600_000)
      .sort((a, b) => a - b);
    const [low, high] = [hours[Math.floor((hours.length - 1) / 2)]!, hours[Math.ceil((hours.length - 1) / 2)]!];
    const wish = {
      query: {},
      period: { from: null, to: null },
      groupBy: [],
      layer: null,
      facts: ['medianHours'],
      asOf: now,
      askedBy: null,
      limit: 1,
    } as const;
    const [row] = await reader.groups(scopeOfAll, wish);
    expect(row!.facts.medianHours).toBeCloseTo((low + high) / 2, 6);
  });
});

const scopeOfAll = fc.sample(
  anyScope.filter(
    ({ jurisdiction, gridUuids, organisation, readings }) =>
      jurisdiction === null && gridUuids === null && organisation === null && readings.MATTERS.owners === null,
  ),
  1,
)[0]!;
const knownRow = (id: unknown): CityOfRows['matters'][number] => city.matters.find(({ uuid }) => uuid === id)!;
