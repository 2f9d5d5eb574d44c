import type { Succession } from '../../../src/features/lineage/index.js';
import { LineageCity, stepBetween } from '../../support/lineage/a-lineage-city.js';

let city: LineageCity;
beforeAll(async () => {
  city = await LineageCity.make();
});
afterAll(() => city?.close());

const told = (succession: Succession | 'AMBIGUOUS' | null): unknown =>
  (succession as Succession).successors.map(({ grid, weight, bounds }) => [grid.localId, weight, bounds && [bounds.low, bounds.high]]);

describe('an id that is no longer in force', () => {
  test('is followed through two recodings, and on the days between to the one of those days', async () => {
    await city.units(
      { localId: '18', to: '2020-01-01' },
      { localId: '20', from: '2020-01-01', to: '2023-01-01' },
      { localId: '23', from: '2023-01-01' },
    );
    await city.steps(stepBetween('18', '20'), stepBetween('20', '23', { effectiveOn: '2023-01-01' }));

    expect(told(await city.succession('18'))).toEqual([['23', 1, [1, 1]]]);
    expect(told(await city.succession('18', '2021-06-01'))).toEqual([['20', 1, [1, 1]]]);
    expect(told(await city.succession('20'))).toEqual([['23', 1, [1, 1]]]);
  });

  test('that nobody gave a successor has none, and one that never was is unknown', async () => {
    await city.units({ localId: 'gone', to: '2019-01-01' });

    expect(await city.succession('gone')).toMatchObject({ unit: { localId: 'gone', validTo: '2019-01-01' }, successors: [] });
    expect(await city.succession('never')).toBeNull();
  });

  test('is not matched by name: only a statement links the two', async () => {
    await city.units({ localId: 'old fan', name: '樊家井', to: '2023-01-01' }, { localId: 'new fan', name: '樊家井', from: '2023-01-01' });
    expect(told(await city.succession('old fan'))).toEqual([]);

    await city.steps(stepBetween('old fan', 'new fan', { effectiveOn: '2023-01-01' }));
    expect(told(await city.succession('old fan'))).toEqual([['new fan', 1, [1, 1]]]);
  });

  test('merged and split again has bounds where nothing is drawn', async () => {
    await city.units(
      { localId: 'm1', to: '2020-01-01' },
      { localId: 'm2', to: '2020-01-01' },
      { localId: 'm', from: '2020-01-01', to: '2022-01-01' },
      { localId: 'n1', from: '2022-01-01' },
      { localId: 'n2', from: '2022-01-01' },
    );
    await city.steps(
      stepBetween('m1', 'm', { kind: 'MERGE', inverseWeight: 0.75 }),
      stepBetween('m2', 'm', { kind: 'MERGE', inverseWeight: 0.25 }),
      stepBetween('m', 'n1', { kind: 'SPLIT', weight: 0.5, effectiveOn: '2022-01-01' }),
      stepBetween('m', 'n2', { kind: 'SPLIT', weight: 0.5, effectiveOn: '2022-01-01' }),
    );

    expect(told(await city.succession('m1'))).toEqual([
      ['n1', 0.5, [expect.closeTo(1 / 3, 9), expect.closeTo(2 / 3, 9)]],
      ['n2', 0.5, [expect.closeTo(1 / 3, 9), expect.closeTo(2 / 3, 9)]],
    ]);
  });

  test('came to a unit that later took in ground of a stranger: its share of what that unit gave away stays open', async () => {
    await city.units(
      { localId: 'g1', to: '2020-01-01' },
      { localId: 'g', from: '2020-01-01', to: '2022-01-01' },
      { localId: 'stranger' },
      { localId: 'h1', from: '2022-01-01' },
      { localId: 'h2', from: '2022-01-01' },
    );
    // g is all of g1 and grows to twice its size; then it is halved: h1 may be all of g1, or none of it.
    await city.steps(
      stepBetween('g1', 'g'),
      stepBetween('stranger', 'g', { kind: 'SHIFT', weight: 0.5, inverseWeight: 0.5, effectiveOn: '2021-01-01' }),
      stepBetween('g', 'h1', { kind: 'SPLIT', weight: 0.5, effectiveOn: '2022-01-01' }),
      stepBetween('g', 'h2', { kind: 'SPLIT', weight: 0.5, effectiveOn: '2022-01-01' }),
    );

    expect(told(await city.succession('g1'))).toEqual([
      ['h1', 0.5, [0, 1]],
      ['h2', 0.5, [0, 1]],
    ]);
  });

  test('is measured on the outlines where they are drawn, instead of composed', async () => {
    await city.units(
      { localId: 'd1', to: '2020-01-01', box: [0, 0, 6, 10] },
      { localId: 'd2', to: '2020-01-01', box: [6, 0, 10, 10] },
      { localId: 'd', from: '2020-01-01', to: '2022-01-01', box: [0, 0, 10, 10] },
      { localId: 'e1', from: '2022-01-01', box: [0, 0, 5, 10] },
      { localId: 'e2', from: '2022-01-01', box: [5, 0, 10, 10] },
    );
    await city.steps(
      stepBetween('d1', 'd', { kind: 'MERGE', inverseWeight: 0.6 }),
      stepBetween('d2', 'd', { kind: 'MERGE', inverseWeight: 0.4 }),
      stepBetween('d', 'e1', { kind: 'SPLIT', weight: 0.5, effectiveOn: '2022-01-01' }),
      stepBetween('d', 'e2', { kind: 'SPLIT', weight: 0.5, effectiveOn: '2022-01-01' }),
    );

    expect(told(await city.succession('d1'))).toEqual([
      ['e1', expect.closeTo(5 / 6, 6), null],
      ['e2', expect.closeTo(1 / 6, 6), null],
    ]);
    // By its lineage d2 may have come to e1; its outline says that none of it did.
    expect(told(await city.succession('d2'))).toEqual([['e2', expect.closeTo(1, 6), null]]);
  });

  test('that is used again is another unit: the old one keeps its own successors', async () => {
    await city.units(
      { localId: 'again', to: '2015-01-01' },
      { localId: 'heir', from: '2015-01-01' },
      { localId: 'again', generation: 2, from: '2018-01-01', to: '2024-01-01' },
    );
    await city.steps(stepBetween('again', 'heir', { effectiveOn: '2015-01-01' }));

    expect(await city.succession('again', '2016-01-01')).toMatchObject({ unit: { generation: 1 }, successors: [{ weight: 1 }] });
    expect(await city.succession('again')).toMatchObject({ unit: { generation: 2 }, successors: [] });
  });
});

describe('a statement of lineage', () => {
  test('that would make a unit its own ancestor is refused with the path, and nothing is written', async () => {
    await city.units({ localId: 'x', to: '2020-01-01' }, { localId: 'y', to: '2020-01-01' }, { localId: 'z' });
    await city.steps(stepBetween('x', 'y'), stepBetween('y', 'z'));
    const before = await state();

    await expect(city.steps(stepBetween('z', 'x'))).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { reason: 'LINEAGE_CYCLE', path: ['lighthouse/beam z', 'lighthouse/beam x', 'lighthouse/beam y', 'lighthouse/beam z'] },
    });
    expect(await state()).toEqual(before);
  });

  test('said again writes nothing; corrected, it leaves what was known before readable', async () => {
    await city.units({ localId: 'p', to: '2020-01-01' }, { localId: 'q' }, { localId: 'r' });
    const half = [stepBetween('p', 'q', { kind: 'SPLIT', weight: 0.5 }), stepBetween('p', 'r', { kind: 'SPLIT', weight: 0.5 })];
    expect([await city.steps(...half), await city.steps(...half)]).toEqual([2, 0]);
    const knownBefore = new Date('2026-03-05T00:00:00Z');
    const answeredBefore = told(await city.succession('p', '2026-01-01', knownBefore));

    city.now = new Date('2026-03-10T00:00:00Z');
    await city.steps(stepBetween('p', 'q', { kind: 'SPLIT', weight: 0.8 }), stepBetween('p', 'r', { kind: 'SPLIT', weight: 0.2 }));

    expect(told(await city.succession('p'))).toEqual([
      ['q', 0.8, [0.8, 0.8]],
      ['r', 0.2, [0.2, 0.2]],
    ]);
    expect(told(await city.succession('p', '2026-01-01', knownBefore))).toEqual(answeredBefore);
    expect(answeredBefore).toEqual([
      ['q', 0.5, [0.5, 0.5]],
      ['r', 0.5, [0.5, 0.5]],
    ]);
  });
});

test('what a person has corrected is not undone by the old file', async () => {
  await city.units({ localId: 's', to: '2020-01-01' }, { localId: 't' });
  await city.filed(stepBetween('s', 't', { kind: 'SHIFT', weight: 0.5 }));
  city.now = new Date('2026-03-12T00:00:00Z');
  await city.steps(stepBetween('s', 't', { kind: 'SHIFT', weight: 0.7 }));
  city.now = new Date('2026-03-13T00:00:00Z');

  expect(await city.filed(stepBetween('s', 't', { kind: 'SHIFT', weight: 0.5 }))).toBe(0);
  expect(told(await city.succession('s'))).toEqual([['t', 0.7, [0.7, 0.7]]]);
});

const state = (): Promise<readonly object[]> => city.city.index.sql.query('select * from unit_lineage order by id');
