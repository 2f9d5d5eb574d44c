import { allElementsLayer } from '../../../src/features/grids/index.js';
import type { PlacingStore } from '../../../src/features/matters/placing/ports.js';
import { stepBetween } from '../../support/lineage/a-lineage-city.js';
import { PlacingCity } from '../../support/matters/a-placing-city.js';

let city: PlacingCity;
beforeEach(async () => {
  city = await PlacingCity.make();
  await city.draw([
    { layer: allElementsLayer, localId: 'G', box: [0, 0, 40, 40] },
    { localId: 'WEST', box: [0, 0, 20, 40] },
    { localId: 'EAST', box: [20, 0, 40, 40] },
  ]);
});
afterEach(() => city?.close());

/** The border between the beams moves to the east; matters between the two borders lie in the western one from then on. */
const moveBorder = (): Promise<void> =>
  city.draw([
    { localId: 'WEST', box: [0, 0, 30, 40], from: '2026-03-01' },
    { localId: 'EAST', box: [30, 0, 40, 40], from: '2026-03-01' },
  ]);

const between = ['EAST 1.000 POINT', 'G 1.000 POINT'];
const moved = ['G 1.000 POINT', 'WEST 1.000 POINT'];

describe('when units are redrawn', () => {
  test('open matters lie in the new units, told by one event each; closed ones keep their place', async () => {
    await city.matter('open', { at: [25, 10] });
    await city.matter('closed', { at: [25, 10], isClosed: true });
    await city.matter('elsewhere', { at: [5, 10] });
    expect(await city.placing().round()).toBe('DONE');
    expect(await city.moves()).toEqual({});
    await moveBorder();
    expect(await city.placing().round()).toBe('DONE');
    expect(await city.placesOf('open')).toEqual(moved);
    expect(await city.placesOf('closed')).toEqual(between);
    expect(await city.moves()).toEqual({ open: 1 });
  });

  test('a closed one keeps its place too when its office tells it again, until the office moves it', async () => {
    await city.matter('closed', { at: [25, 10], isClosed: true });
    await city.placing().round();
    await moveBorder();
    const lying = () => city.sql.query(`select title, grid_id, division_code, unit_id from matter where local_id = 'closed'`);
    const [before] = await lying();
    await city.matter('closed', { at: [25, 10], isClosed: true, title: 'told again' });
    expect(await city.placesOf('closed')).toEqual(between);
    expect(await lying()).toEqual([{ ...(before as object), title: 'told again' }]);
    await city.matter('closed', { at: [26, 10], isClosed: true, title: 'moved' });
    expect(await city.placesOf('closed')).toEqual(moved);
  });

  test('where a matter lay before stays on record, and a round that is repeated writes nothing', async () => {
    await city.matter('open', { at: [25, 10] });
    await city.placing().round();
    await moveBorder();
    await city.placing().round();
    await city.sql.query('delete from placing_mark');
    expect(await city.placing().round()).toBe('DONE');
    expect(await city.moves()).toEqual({ open: 1 });
    expect(
      await city.sql.query(
        `select unit.local_id as unit, past.until::text from past_matter_placement past join unit on unit.id = past.unit_id order by 1`,
      ),
    ).toEqual([
      { unit: 'EAST', until: '2026-03-01' },
      { unit: 'G', until: '2026-03-01' },
    ]);
  });

  test('a matter without a point follows its unit to the one that took most of it', async () => {
    await city.matter('named', { unit: 'EAST' });
    await city.placing().round();
    await city.draw([
      { localId: 'EAST', to: '2026-03-01', box: [20, 0, 40, 40] },
      { localId: 'NEW', box: [20, 0, 35, 40], from: '2026-03-01' },
    ]);
    await city.ground.steps(stepBetween('EAST', 'NEW', { kind: 'SPLIT', weight: 0.75, effectiveOn: '2026-03-01' }));
    await city.placing().round();
    expect(await city.placesOf('named')).toEqual(['NEW 0.750 CROSSWALK']);
  });

  test('a matter whose point nobody holds lies once in the unit that two of its units became', async () => {
    await city.draw([{ localId: 'OVER', box: [20, 0, 30, 40] }]);
    await city.matter('sealed', { at: [25, 10] });
    await city.sql.query(`update matter set longitude = null, latitude = null where local_id = 'sealed'`);
    await city.placing().round();
    await city.draw([
      { localId: 'EAST', to: '2026-03-01', box: [20, 0, 40, 40] },
      { localId: 'OVER', to: '2026-03-01', box: [20, 0, 30, 40] },
      { localId: 'NEW', box: [20, 0, 40, 40], from: '2026-03-01' },
    ]);
    for (const gone of ['EAST', 'OVER'])
      await city.ground.steps(stepBetween(gone, 'NEW', { kind: 'MERGE', weight: 1, effectiveOn: '2026-03-01' }));
    await expect(city.placing().round()).resolves.toBe('DONE');
    expect(await city.placesOf('sealed')).toEqual(['G 1.000 POINT', 'NEW 1.000 CROSSWALK']);
  });

  test('an element stands in the grid that its point lies in', async () => {
    await city.sql.query(
      `insert into element (id, kind, keeper_id, source_id, name, longitude, latitude, grid_id, division_code, as_of, content_hash)
         select gen_random_uuid(), 'SITE', organisation.id, 'S', 'S', 117.03, 29.01, unit.id, '990101001', now(), ''
           from organisation, unit where organisation.code = 'government-990100' and unit.local_id = 'G'`,
    );
    await city.placing().round();
    await city.draw([
      { layer: allElementsLayer, localId: 'G', box: [0, 0, 20, 40], from: '2026-03-01' },
      { layer: allElementsLayer, localId: 'H', box: [20, 0, 40, 40], from: '2026-03-01', division: '990101002' },
    ]);
    await city.placing().round();
    expect(await city.sql.query('select local_id as grid, division_code as division from element join unit on unit.id = grid_id')).toEqual([
      { grid: 'H', division: '990101002' },
    ]);
  });
});

describe('two processes', () => {
  test('that place at once move each matter once', async () => {
    await city.matter('open', { at: [25, 10] });
    await city.placing().round();
    await moveBorder();
    const outcomes = await Promise.all([city.placing().round(), city.placing().round()]);
    expect(outcomes).toContain('DONE');
    expect(await city.moves()).toEqual({ open: 1 });
    expect(await city.placing().round()).toBe('DONE');
    expect(await city.placesOf('open')).toEqual(moved);
  });

  test('one that ends between two sets leaves the rest to the next', async () => {
    await city.matter('open', { at: [25, 10] });
    await thousandMore();
    await city.placing().round();
    await moveBorder();
    let sets = 0;
    const breaking = (store: PlacingStore): PlacingStore => {
      const move = store.move.bind(store);
      return Object.assign(store, {
        move: (...given: Parameters<PlacingStore['move']>) => {
          if (++sets > 1) throw new Error('this process has ended');
          return move(...given);
        },
      });
    };
    await expect(city.placing(breaking).round()).rejects.toThrow('this process has ended');
    expect(await howMany('EAST')).toBe(1);
    expect(await city.placing().round()).toBe('DONE');
    expect(await howMany('EAST')).toBe(0);
    expect(Object.values(await city.moves())).toEqual(Array.from({ length: 1_001 }, () => 1));
  });
});

/** Copies the one matter there is, so that there are more than go into one set. */
async function thousandMore(): Promise<void> {
  await city.sql.query(
    `insert into matter (id, department, local_id, born_in, source, title, state, keeper_id, longitude, latitude, division_code, grid_id,
            reported_at, version, as_of, content_hash)
       select gen_random_uuid(), department, 'more-' || n, born_in, source, title, state, keeper_id, longitude, latitude, division_code, grid_id,
              reported_at, version, as_of, content_hash from matter, generate_series(1, 1000) n`,
  );
  await city.sql.query(
    `insert into matter_placement (unit_id, reported_at, matter_id, weight)
       select placement.unit_id, placement.reported_at, matter.id, 1 from matter, matter_placement placement
        where matter.local_id like 'more-%'`,
  );
}

async function howMany(unit: string): Promise<number> {
  return (
    await city.sql.query(`select from matter_placement placement join unit on unit.id = placement.unit_id where local_id = $1`, [unit])
  ).length;
}
