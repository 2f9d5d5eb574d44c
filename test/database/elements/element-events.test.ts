import type { ElementArrival } from '../../../src/features/elements/index.js';
import { PgElementPlaces } from '../../../src/features/elements/storage/element-places.js';
import { elementUuid, ElementWriter } from '../../../src/features/elements/storage/element-writer.js';
import { aCityIndex, type TestCityIndex } from '../../support/eventlog/city-index.js';

const lamp: ElementArrival = {
  kind: 'COMPONENT',
  department: 'URBAN_MANAGEMENT',
  keeperCode: 'keeper',
  sourceId: 'lamp 1',
  name: '路灯',
  longitude: 117.2,
  latitude: 29.3,
  gridUuid: null,
  divisionCode: '360202001001',
  facts: {},
  asOf: new Date('2026-03-01T00:00:00Z'),
  contentHash: 'one',
};
const uuid = elementUuid('URBAN_MANAGEMENT', 'COMPONENT', 'lamp 1');
const elements = new ElementWriter();

describe('the event log', () => {
  let index: TestCityIndex;
  beforeAll(async () => {
    index = await aCityIndex();
    await index.sql.query(
      `insert into organisation (id, issuer, scheme, code, name, kind, level, as_of)
         values (gen_random_uuid(), 'i', 's', 'keeper', 'n', 'GOVERNMENT', 'CITY', now())`,
    );
  });
  afterAll(() => index.drop());

  const arrive = (element: ElementArrival): Promise<unknown> => index.transaction((sql) => elements.applyElements(sql, [element]));

  test('hears of an element that is new, changed or moved, by its version, and of no repetition', async () => {
    const places = new PgElementPlaces(index.sql, index.transaction);
    await arrive(lamp);
    await arrive(lamp);
    await arrive({ ...lamp, name: '路灯（新）', contentHash: 'two' });
    await places.move([{ uuid, gridUuid: null, divisionCode: '360202001002' }]);
    await places.move([{ uuid, gridUuid: null, divisionCode: '360202001002' }]);

    const at = { elementKind: 'COMPONENT', grid: null };
    const told = await index.sql.query(
      'select subject, kind, version, department, division_code as division, payload from event_inbox order by id',
    );
    expect(told).toEqual([
      { subject: uuid, kind: 'ELEMENT_ADDED', version: 1, department: 'URBAN_MANAGEMENT', division: '360202001001', payload: at },
      { subject: uuid, kind: 'ELEMENT_CHANGED', version: 2, department: 'URBAN_MANAGEMENT', division: '360202001001', payload: at },
      {
        ...{ subject: uuid, kind: 'ELEMENT_MOVED', version: 3, department: 'URBAN_MANAGEMENT', division: '360202001002' },
        payload: { ...at, fromGrid: null, fromDivision: '360202001001' },
      },
    ]);
  });

  test('hears nothing of a change that is rolled back', async () => {
    const before = await index.sql.query('select id from event_inbox');
    const undone = index.transaction(async (sql) => {
      await elements.applyElements(sql, [{ ...lamp, contentHash: 'three' }]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await index.sql.query('select id from event_inbox')).toEqual(before);
  });
});
