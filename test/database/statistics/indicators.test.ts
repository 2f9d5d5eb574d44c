import fc from 'fast-check';

import { DivisionTree } from '../../../src/features/divisions/index.js';
import { matterSight } from '../../../src/features/matters/storage/reading/matter-sight.js';
import { type Indicator, IndicatorBook, nameOf } from '../../../src/features/statistics/index.js';
import { FactReader } from '../../../src/features/statistics/storage/fact-reader.js';
import { IndicatorReader } from '../../../src/features/statistics/storage/indicator-reader.js';
import type { Sql } from '../../../src/kernel/sql.js';
import { readsOwner } from '../../../src/kernel/within-scope.js';
import { type CityOfRows, codes, type KnownRow, offices } from '../../support/access/a-city-of-rows.js';
import { aScope } from '../../support/access/a-scope.js';
import { anyScope, isSeen } from '../../support/access/any-scope.js';
import { seededRandom } from '../../support/gateway/seeded-random.js';
import { seededAsync } from '../../support/geometry/seeded.js';
import { mattersWithAPast, now as lately, timeZone } from '../../support/statistics/matters-with-a-past.js';
import { wholeMatters } from '../../support/statistics/naive-figures.js';
import { indicatorsOfMatters, type SupervisedMatter } from '../../support/statistics/naive-indicators.js';

const dayMs = 86_400_000;
const division = (code: string, parentCode: string | null) => ({
  ...({ code, name: code, level: 'COMMUNITY', parentCode, kind: 'X', validFrom: '2000-01-01', validTo: null } as const),
});
const tree = new DivisionTree([
  division('city', null),
  ...codes.counties.map((code) => division(code, 'city')),
  ...codes.townships.map((code, nth) => division(code, codes.counties[Math.floor(nth / 2)]!)),
  ...codes.communities.map((code, nth) => division(code, codes.townships[Math.floor(nth / 2)]!)),
]);

let city: CityOfRows;
let book: IndicatorBook;
let now: Date;
beforeAll(async () => {
  city = await mattersWithAPast(Number(process.env['SEED'] ?? 20_260_615));
  const reading = { sql: city.sql, sight: matterSight, timeZone: () => timeZone };
  const model = { city: { code: 'city', timeZone }, divisions: tree, unitsOf: () => [] } as never;
  book = new IndicatorBook({
    ...{ counts: new IndicatorReader(reading), facts: new FactReader(reading), clock: { now: () => now } },
    ...{ model: () => model, offices, officeState: (office) => (office === 'RED' ? 'DOWN' : 'LIVE') },
  });
});
afterAll(() => city?.index.drop());

/** One of the things that happen to matters, to any of them. */
async function step(sql: Sql, seed: number): Promise<void> {
  const { next: random } = seededRandom(seed);
  const matter = city.matters[Math.floor(random() * city.matters.length)]!.uuid;
  const at = new Date(now.getTime() - random() * dayMs);
  const [{ version }] = (await sql.query<{ version: number }>(
    'select max(version) as version from matter_transition where matter_id = $1',
    [matter],
  )) as [{ version: number }];
  const taken = (state: string, name: string | null): Promise<unknown> =>
    sql.query(
      `insert into matter_transition (matter_id, version, to_state, occurred_at, recorded_at, step) values ($1, $2, $3, $4, now(), $5)`,
      [matter, version + 1, state, at, name],
    );
  const kinds = [
    () => sql.query(`update matter set closed_at = $2, state = 'CLOSED' where id = $1`, [matter, at]),
    () => sql.query(`update matter set closed_at = null, state = 'DISPATCHED', reported_at = $2 where id = $1`, [matter, at]),
    () =>
      sql.query(`update matter set due_at = $2::timestamptz, yellow_at = $2::timestamptz - interval '6 hours' where id = $1`, [
        matter,
        new Date(at.getTime() + dayMs * random()),
      ]),
    () => taken('OBJECTED', null),
    () => taken('HANDLING', 'urgeMatter'),
    () =>
      sql.query(`insert into matter_supervision (matter_id, version, ordered_at, due_at) values ($1, $2, $3, $3) on conflict do nothing`, [
        matter,
        version,
        at,
      ]),
    () => sql.query('update matter_supervision set answered_at = now() where matter_id = $1', [matter]),
    () => sql.query('update matter set sealed = not sealed where id = $1', [matter]),
  ];
  await kinds[Math.floor(random() * kinds.length)]!();
}

async function supervisedMatters(): Promise<readonly SupervisedMatter[]> {
  const supervisions = await city.sql.query<Readonly<Record<string, unknown>>>('select * from matter_supervision');
  return (await wholeMatters(city.sql)).map((whole) => {
    return { ...whole, supervisions: supervisions.filter((one) => one['matter_id'] === whole.matter['id']) };
  });
}

const knownRow = (id: unknown): KnownRow => city.matters.find(({ uuid }) => uuid === id)!;
const told = (figures: readonly Indicator[]): Readonly<Record<string, number | null>> =>
  Object.fromEntries(figures.filter(({ isSuppressed }) => !isSuppressed).map((figure) => [nameOf(figure), figure.value]));

test('key figures equal what counting one matter after the other comes to, after any steps, for any division, scope and instant', async () => {
  const steps = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 3, maxLength: 12 });
  const place = fc.constantFrom(null, 'city', ...codes.counties, ...codes.townships, ...codes.communities);
  const instant = fc.integer({ min: -40 * 24, max: 0 }).map((hours) => new Date(lately.getTime() + hours * 3_600_000));
  await seededAsync(
    fc.asyncProperty(steps, place, anyScope, instant, async (drawn, within, scope, at) => {
      now = at;
      for (const seed of drawn) await step(city.sql, seed);
      const wanted = within === null || within === 'city' ? null : new Set(tree.codesWithin(within));
      const matters = (await supervisedMatters()).filter(
        ({ matter }) =>
          (wanted === null || wanted.has(matter['division_code'] as string)) && isSeen(knownRow(matter['id']), 'MATTERS', scope),
      );
      const ask = { division: within, askedBy: 'RED' };
      const [moment, rest] = [await book.ofMoment(scope, ask), await book.atLeisure(scope, ask)];

      const expected = indicatorsOfMatters(matters, now);
      const found = told([...moment.figures, ...rest]);
      for (const [name, value] of Object.entries(found)) {
        const [indicator, office] = name.split(' ') as [keyof typeof expected, string | undefined];
        if (office !== undefined) {
          const own = indicatorsOfMatters(
            matters.filter(({ matter }) => matter['department'] === office),
            now,
          );
          expect([name, value]).toEqual([name, own[indicator]]);
        } else if (indicator in expected) expect([name, value]).toEqual([name, expected[indicator]]);
      }
      const elements = city.elements.filter((row) => isSeen(row, 'ELEMENTS', scope));
      if (wanted === null) expect(found['ELEMENTS']).toBe(elements.length);
      // Offices whose matters are not read have no figures of their own, and the others have all of theirs.
      const named = new Set(moment.figures.flatMap(({ department }) => department ?? []));
      expect([...named]).toEqual(offices.filter((office) => readsOwner(scope, 'MATTERS', office)));
    }),
    25,
  );
});

test('tell when they change by time: when the next light turns, and when the city’s day ends', async () => {
  now = lately;
  await city.sql.query('update matter set due_at = null, yellow_at = null');
  const ask = { division: null, askedBy: null };
  // Half past five in the afternoon in the city: its day ends at 16:00 UTC.
  expect((await book.ofMoment(aScope(), ask)).changesAt).toEqual(new Date('2026-06-15T16:00:00Z'));

  const turns = new Date('2026-06-15T11:00:00Z');
  await city.sql.query(`update matter set closed_at = null, yellow_at = $1, due_at = $1::timestamptz + interval '1 day' where id = $2`, [
    ...[turns, city.matters[0]!.uuid],
  ]);
  const before = await book.ofMoment(aScope(), ask);
  expect(before.changesAt).toEqual(turns);
  now = turns;
  const after = await book.ofMoment(aScope(), ask);
  expect([told(before.figures)['OPEN_YELLOW'], told(after.figures)['OPEN_YELLOW']]).toEqual([0, 1]);
});

test('an office with fewer than three open matters, a sealed one among them, is not told to others, nor what gives it away', async () => {
  now = lately;
  const ofOffice = (office: string) => city.matters.filter(({ department }) => department === office).map(({ uuid }) => uuid);
  const [blue, green, red] = [ofOffice('BLUE').slice(0, 2), ofOffice('GREEN').slice(0, 3), ofOffice('RED').slice(0, 5)];
  await city.sql.query(`update matter set closed_at = now() - interval '3 days', sealed = false`);
  await city.sql.query(`update matter set closed_at = null, sealed = id = $1 where id = any($2)`, [blue[0], [...blue, ...green, ...red]]);
  const hiddenFrom = async (askedBy: string | null) =>
    (await book.ofMoment(aScope(), { division: null, askedBy })).figures.filter(({ isSuppressed }) => isSuppressed).map(nameOf);

  // All are ten and RED has five: whoever knew the three of GREEN would know the two of BLUE.
  expect(await hiddenFrom('RED')).toEqual(['OPEN BLUE', 'OPEN_RED BLUE', 'OPEN GREEN', 'OPEN_RED GREEN']);
  expect(await hiddenFrom('BLUE')).toEqual([]);

  await city.sql.query(`update matter set closed_at = now() - interval '3 days' where id = any($1)`, [[...green, ...red]]);
  expect(await hiddenFrom(null)).toEqual(['OPEN', 'OPEN_GREEN', 'OPEN_YELLOW', 'OPEN_RED', 'UNACCEPTED', 'OPEN BLUE', 'OPEN_RED BLUE']);
});

test('offices are counted by how they stand', () => {
  now = lately;
  expect(told(book.ofOffices())).toEqual({ OFFICES_LIVE: 2, OFFICES_STALE: 0, OFFICES_DOWN: 1 });
});
