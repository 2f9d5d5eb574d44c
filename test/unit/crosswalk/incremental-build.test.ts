import fc from 'fast-check';

import { conservationError } from '../../../src/features/crosswalk/conservation.js';
import type { CoverageRecord, CrosswalkRows, LinkRecord } from '../../../src/features/crosswalk/ports.js';
import type { ChangedUnit, UnitGround } from '../../../src/features/grids/index.js';
import { PublishedInMemory } from '../../fakes/crosswalk/published-in-memory.js';
import type { UnitsInMemory } from '../../fakes/crosswalk/units-in-memory.js';
import { aBuild, aBuilding, aGround, aModelOf, unitsOf } from '../../support/crosswalk/a-city-of-change.js';
import { seededAsync } from '../../support/geometry/seeded.js';

const [grid, beat, list, body] = ['grids/cell', 'police/beat', 'special/list', 'bodies/body'] as const;
const model = aModelOf([grid, beat, list, body]);
const side = 6;
const places = Array.from({ length: side * side }, (_, at) => [at % side, Math.floor(at / side)] as const);
const buildings = places.map(([x, y], at) =>
  aBuilding(`B${at}`, x * 100 + 50, y * 100 + 45, { A01: at % 7, ...(at % 3 === 0 ? { A02: at % 5 } : {}) }),
);
const city: readonly UnitGround[] = [
  ...places.map(([x, y]) => aGround(grid, `g${x}${y}`, { at: [x * 100, y * 100, 100, 100], divisionCode: `36020300100${1 + (x % 2)}` })),
  ...places.map(([x, y]) => aGround(beat, `b${x}${y}`, { at: [x * 90 + 5, y * 110 - 15, 90, 110] })),
  ...[0, 1, 2, 3].map((at) => aGround(list, `l${at}`, { buildings: [`B${at * 5}`, `B${at * 5 + 7}`, `B${at}`, 'on no map'] })),
  aGround(body, 'street', { divisionCode: '360203001' }),
  aGround(body, 'community', { divisionCode: '360203001001' }),
];

/** One thing that befalls the units of a layer: what is drawn of it, by numbers that any change can use. */
const changes = fc.record({
  kind: fc.constantFrom('move', 'correct', 'split', 'merge', 'retire', 'list', 'code', 'draw', 'undraw', 'vanish'),
  layerKey: fc.constantFrom(grid, beat),
  x: fc.integer({ min: 0, max: side - 2 }),
  y: fc.integer({ min: 0, max: side - 1 }),
  by: fc.integer({ min: -70, max: 70 }),
  from: fc.constantFrom('2021-06-01', '2025-01-01', '2026-03-10', '2027-01-01'),
});
type Change = typeof changes extends fc.Arbitrary<infer Value> ? Value : never;

function apply(units: UnitsInMemory, change: Change, turn: number): readonly ChangedUnit[] {
  const { layerKey, x, y, by, from } = change;
  const name = layerKey === grid ? `g${x}${y}` : `b${x}${y}`;
  const say = (localId: string, parts: Parameters<typeof aGround>[2]): ChangedUnit => units.say(aGround(layerKey, localId, parts));
  const retire = (localId: string): readonly ChangedUnit[] => {
    const last = units.now.filter((unit) => unit.layerKey === layerKey && unit.localId === localId).at(-1)!;
    return last.validFrom < from ? [units.say({ ...last, validTo: from })] : [];
  };
  switch (change.kind) {
    case 'move':
      return [say(name, { at: [x * 100 + by, y * 100, 100, 100], validFrom: from })];
    case 'correct':
      return [say(name, { at: [x * 100, y * 100 + by, 100, 100] })];
    case 'split':
      return [
        ...retire(name),
        say(`${name}w${turn}`, { at: [x * 100, y * 100, 50, 100], validFrom: from }),
        say(`${name}e${turn}`, { at: [x * 100 + 50, y * 100, 50, 100], validFrom: from }),
      ];
    case 'merge':
      return [
        ...retire(name),
        ...retire(layerKey === grid ? `g${x + 1}${y}` : `b${x + 1}${y}`),
        say(`${name}m${turn}`, { at: [x * 100, y * 100, 200, 100], validFrom: from }),
      ];
    case 'retire':
      return retire(name);
    case 'list':
      return [units.say(aGround(list, `l${x % 4}`, { buildings: [`B${x + side * y}`, `B${x}`], validFrom: from }))];
    case 'code':
      return [units.say(aGround(body, 'community', { divisionCode: `36020300100${1 + (y % 3)}`, validFrom: from }))];
    case 'draw':
      return [units.say(aGround(body, 'community', { at: [x * 90, y * 90, 150, 150], divisionCode: '360203001001', validFrom: from }))];
    case 'undraw':
      return [say(name, { divisionCode: '360203001001', validFrom: from })];
    case 'vanish':
      return [say(name, { validTo: '2020-01-01' })];
  }
}

const keyOf = (row: LinkRecord | CoverageRecord): string =>
  'sourceUuid' in row
    ? [row.sourceUuid, row.targetUuid, row.basis, row.validFrom, row.validTo].join()
    : [row.unitUuid, row.layerKey, row.basis, row.validFrom, row.validTo].join();

function differences(one: readonly (LinkRecord | CoverageRecord)[], other: readonly (LinkRecord | CoverageRecord)[]): readonly string[] {
  const others = new Map(other.map((row) => [keyOf(row), row]));
  const missing = [...others.keys()].filter((key) => !one.some((row) => keyOf(row) === key)).map((key) => `missing ${key}`);
  return [...missing, ...one.flatMap((row) => differing(row, others.get(keyOf(row))))];
}

function differing(row: object, other: object | undefined): readonly string[] {
  if (!other) return [`extra ${JSON.stringify(row)}`];
  return Object.entries(row).flatMap(([name, value]) => {
    const expected = (other as Record<string, unknown>)[name];
    const isSame =
      typeof value === 'number' && typeof expected === 'number'
        ? Math.abs(value - expected) <= 1e-12 * Math.max(1, Math.abs(expected))
        : JSON.stringify(value) === JSON.stringify(expected);
    return isSame ? [] : [`${name} ${String(value)} instead of ${String(expected)} in ${JSON.stringify(row)}`];
  });
}

interface Changed {
  readonly ground: UnitsInMemory;
  readonly store: PublishedInMemory;
}

/** A built city of these units, of which some have changed since, each change published by itself. */
async function changedCity(units: readonly UnitGround[], said: readonly UnitGround[]): Promise<Changed> {
  const [ground, store] = [unitsOf(units), new PublishedInMemory()];
  const build = aBuild({ ground, store, buildings });
  await build.run(model);
  for (const one of said) await build.update(model, { units: [ground.say(one)], buildings: false, divisions: false });
  return { ground, store };
}

async function expectAsRebuilt({ ground, store }: Changed): Promise<void> {
  const whole = await rebuilt(ground);
  expect(differences(store.rows.links, whole.links)).toEqual([]);
  expect(differences(store.rows.coverage, whole.coverage)).toEqual([]);
}

async function rebuilt(ground: UnitsInMemory): Promise<CrosswalkRows> {
  const store = new PublishedInMemory();
  await aBuild({ ground, store, buildings }).run(model);
  return store.rows;
}

test('a series of changes, each published by itself, ends where computing everything anew does', async () => {
  let parts = 0;
  await seededAsync(
    fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 5 }), async (series) => {
      const [ground, store] = [unitsOf(city), new PublishedInMemory()];
      const build = aBuild({ ground, store, buildings });
      await build.run(model);
      for (const [turn, change] of series.entries()) {
        await build.update(model, { units: apply(ground, change, turn), buildings: false, divisions: false });
        const whole = await rebuilt(ground);
        expect({ change, links: differences(store.rows.links, whole.links) }).toEqual({ change, links: [] });
        expect({ change, coverage: differences(store.rows.coverage, whole.coverage) }).toEqual({ change, coverage: [] });
      }
      for (const row of store.rows.coverage) expect(Math.abs(conservationError(row))).toBeLessThan(1e-9);
      parts += store.publications.filter(({ scope }) => scope !== null).length;
    }),
    8,
  );
  expect(parts).toBeGreaterThan(0);
}, 300_000);

const drawnLater = aGround(body, 'community', { at: [0, 0, 150, 150], divisionCode: '360203001001', validFrom: '2024-01-01' });
const drawnTown = [
  ...city.map((unit) => (unit.localId === 'community' ? { ...unit, validTo: '2024-01-01' } : unit)),
  drawnLater,
  aGround(body, 'harbour', { at: [300, 300, 150, 150], divisionCode: '360203001002' }),
];

test('a unit that was drawn from some day on keeps its ground when another unit, far away, changes', async () => {
  const changed = await changedCity(drawnTown, [aGround(beat, 'b55', { at: [460, 540, 80, 80], validFrom: '2025-01-01' })]);
  expect(changed.store.publications.at(-1)!.scope).not.toBeNull();
  await expectAsRebuilt(changed);
});

test('a unit that was drawn from some day on keeps its ground when buildings change', async () => {
  const { ground, store } = await changedCity(drawnTown, []);
  await aBuild({ ground, store, buildings }).update(model, { units: [], buildings: true, divisions: false });
  await expectAsRebuilt({ ground, store });
});

test('a unit that turns out never to have been leaves no rows', async () => {
  const never = aGround(beat, 'b23', { validTo: '2020-01-01' });
  const changed = await changedCity(city, [never]);
  expect(changed.store.publications.at(-1)!.scope).not.toBeNull();
  await expectAsRebuilt(changed);
  expect(changed.store.publications.map(({ layerOf }) => layerOf(never.uuid)).slice(1)).toEqual([beat, beat]);
});

test('what people declared of a unit that was drawn from some day on is not laid over half of what is computed', async () => {
  const far = aGround(beat, 'b55', { at: [460, 540, 80, 80], validFrom: '2025-01-01' });
  const { ground, store } = await changedCity(drawnTown, [far]);
  await aBuild({ ground, store, buildings }).update(model, { units: [], buildings: true, divisions: false });
  const told = store.publications
    .slice(-2)
    .map(({ scope }) => scope!.rows.some(({ unitUuid: of, layerKey: by }) => of === drawnLater.uuid && by === beat));
  expect(told).toEqual([false, false]);
});

test('computing everything tells of buildings from the first day that a change still owes', async () => {
  const { ground, store } = await changedCity(city, []);
  const owed = ground.say(aGround(list, 'l1', { buildings: ['B3'], validFrom: '2024-05-01' }));
  store.owed = [owed];
  await aBuild({ ground, store, buildings }).run(model);
  expect(store.publications.at(-1)!.buildingsFrom).toBe('2024-05-01');
});
