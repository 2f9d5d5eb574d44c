import type { MatterEventConditions } from '../../../src/features/live/index.js';
import type { Matter } from '../../../src/features/matters/index.js';
import { community, gridCodes, partyUnit, urbanUnits, uuidOfUnit } from '../../support/live/a-city-model.js';
import { aMatter, changesOf, LiveCity, localIds } from '../../support/live/a-live-city.js';

const east = { longitude: 117.215, latitude: 29.305, gridUuid: uuidOfUnit.grid(gridCodes.east) };
const nowhere = { longitude: null, latitude: null, gridUuid: null, divisionCode: null };

/** What the change of each matter is about, and which conditions let it through. */
const matters: readonly Matter[] = [
  aMatter('west'),
  aMatter('east', { ...east, dueAt: new Date('2126-01-01'), yellowAt: new Date('2000-01-01') }),
  aMatter('petition', { department: 'PETITION', divisionCode: '360202', longitude: null, latitude: null, gridUuid: null }),
  aMatter('by party unit', { department: 'PARTY_BUILDING', ...nowhere, divisionCode: community, unitUuid: uuidOfUnit.party(partyUnit) }),
  aMatter('closed', { state: 'CLOSED', categoryCode: '0202', ...east }),
  aMatter('born here', { department: null, bornIn: 'PLATFORM', ...nowhere }),
];

const cases: readonly (readonly [string, MatterEventConditions, readonly string[]])[] = [
  ['nothing', {}, ['west', 'east', 'petition', 'by party unit', 'closed', 'born here']],
  ['offices', { departments: ['PARTY_BUILDING', 'PETITION'] }, ['petition', 'by party unit']],
  ['no office at all', { departments: [] }, []],
  ['exactly a community', { division: community }, ['west', 'east', 'by party unit', 'closed']],
  ['within a county', { withinDivision: '360203' }, ['west', 'east', 'by party unit', 'closed']],
  ['within another county', { withinDivision: '360202' }, ['petition']],
  ['within the city', { withinDivision: '360200' }, ['west', 'east', 'petition', 'by party unit', 'closed', 'born here']],
  ['an unknown division', { withinDivision: '990000' }, []],
  ['a grid', { grid: gridCodes.west }, ['west']],
  ['an unknown grid', { grid: '1' }, []],
  [
    'an office’s unit, by the point',
    { unit: { department: 'URBAN_MANAGEMENT', localId: urbanUnits.east, layer: null } },
    ['east', 'closed'],
  ],
  [
    'the unit that was named',
    { unit: { department: 'PARTY_BUILDING', localId: partyUnit, layer: 'party-building/branch' } },
    ['by party unit'],
  ],
  ['an unknown unit', { unit: { department: 'PARTY_BUILDING', localId: 'P-9', layer: null } }, []],
  ['a category', { category: { standard: 'GB/T 47678.5-2026', kind: 'MATTER', code: '0202' } }, ['closed']],
  ['states', { states: ['CLOSED', 'EVALUATED'] }, ['closed']],
  ['lights', { lights: ['YELLOW', 'RED'] }, ['east']],
  ['two conditions', { withinDivision: '360203', departments: ['PARTY_BUILDING'] }, ['by party unit']],
];

describe('a stream that wants', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
  });
  afterEach(() => city.log.close());

  test.each(cases)('%s', async (_what, conditions, expected) => {
    const stream = await city.stream(conditions);
    await city.record(...matters);
    await city.record(...[...matters, aMatter('last')].map((matter) => ({ ...matter, version: 2 })));

    // What comes twice and in the order of the matters came from both transactions, and nothing else came.
    expect(localIds(await changesOf(stream, expected.length * 2)).slice(0, expected.length * 2)).toEqual([...expected, ...expected]);
    city.ticker.tick();
    const { value } = await stream.next();
    const rest = value?.typeName === 'MatterEvent' ? [value.matter.localId] : [];
    expect(rest.filter((name) => name !== 'last')).toEqual([]);
  });

  test('is judged by the matter as it is at delivery', async () => {
    const stream = await city.stream({ states: ['CLOSED'] });
    const reported = aMatter('M 1');
    await city.record(reported);
    await city.record({ ...reported, state: 'CLOSED', version: 2 });

    const [change] = await changesOf(stream, 1);
    expect(change!.matter.state).toBe('CLOSED');
  });

  test('a layer that the office does not keep is refused', async () => {
    const asked = city.stream({ unit: { department: 'PARTY_BUILDING', localId: partyUnit, layer: 'party-building/none' } });

    await expect(asked).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { known: ['party-building/branch'] } });
    expect(city.log.subscribers).toBe(0);
  });
});
