import type { MatterEventConditions } from '../../../src/features/live/index.js';
import type { Matter } from '../../../src/features/matters/index.js';
import { community, gridCodes, partyUnit, urbanUnits, uuidOfUnit } from '../../support/live/a-city-model.js';
import { aMatter, anOrganisation, changesOf, LiveCity, localIds } from '../../support/live/a-live-city.js';

const east = { longitude: 117.215, latitude: 29.305, gridUuid: uuidOfUnit.grid(gridCodes.east) };
const nowhere = { longitude: null, latitude: null, gridUuid: null, divisionCode: null };

const water = anOrganisation('WATER');
const houses = anOrganisation('HOUSES', 'HOUSING');

/** What the change of each matter is about, and which conditions let it through. */
const matters: readonly Matter[] = [
  aMatter('west'),
  aMatter('east', { ...east, dueAt: new Date('2126-01-01'), yellowAt: new Date('2000-01-01') }),
  aMatter('petition', {
    department: 'PETITION',
    source: 'HOTLINE',
    divisionCode: '360202',
    longitude: null,
    latitude: null,
    gridUuid: null,
  }),
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
    { units: [{ department: 'URBAN_MANAGEMENT', localId: urbanUnits.east, layer: null }] },
    ['east', 'closed'],
  ],
  [
    'the unit that was named',
    { units: [{ department: 'PARTY_BUILDING', localId: partyUnit, layer: 'party-building/branch' }] },
    ['by party unit'],
  ],
  ['an unknown unit', { units: [{ department: 'PARTY_BUILDING', localId: 'P-9', layer: null }] }, []],
  [
    'units in the ids of two offices',
    {
      units: [
        { department: 'URBAN_MANAGEMENT', localId: urbanUnits.west, layer: null },
        { department: 'PARTY_BUILDING', localId: partyUnit, layer: null },
      ],
    },
    ['west', 'by party unit'],
  ],
  ['no unit at all', { units: [] }, []],
  ['an area', { area: [117.21, 29.3, 117.22, 29.31] }, ['east', 'closed']],
  ['an area by its border', { area: [117.1, 29.3, 117.205, 29.305] }, ['west']],
  ['an area where nothing lies', { area: [118, 30, 119, 31] }, []],
  ['sources', { sources: ['HOTLINE'] }, ['petition']],
  ['a responsible organisation, as lead or as supporter', { responsible: { organisations: ['WATER'] } }, ['west', 'east']],
  ['an office that is responsible', { responsible: { departments: ['HOUSING'] } }, ['east']],
  ['an organisation of another office', { responsible: { departments: ['HOUSING'], organisations: ['WATER'] } }, []],
  ['a category', { category: { standard: 'GB/T 47678.5-2026', kind: 'MATTER', code: '0202' } }, ['closed']],
  ['states', { states: ['CLOSED', 'EVALUATED'] }, ['closed']],
  ['lights', { lights: ['YELLOW', 'RED'] }, ['east']],
  ['two conditions', { withinDivision: '360203', departments: ['PARTY_BUILDING'] }, ['by party unit']],
];

describe('a stream that wants', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
    city.organisations.push(water, houses);
    city.assign('west', water, 'LEAD');
    city.assign('east', houses, 'LEAD');
    city.assign('east', water, 'SUPPORT');
    city.assign('closed', water, 'LEAD', new Date('2026-11-22T02:00:00Z'));
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
    const asked = city.stream({ units: [{ department: 'PARTY_BUILDING', localId: partyUnit, layer: 'party-building/none' }] });

    await expect(asked).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { known: ['party-building/branch'] } });
    expect(city.log.subscribers).toBe(0);
  });

  test.each<readonly [string, MatterEventConditions, object]>([
    ['an area whose borders are swapped', { area: [117.3, 29, 117.1, 30] }, { code: 'BAD_USER_INPUT' }],
    ['an area beyond the poles', { area: [117, 29, 118, 91] }, { code: 'BAD_USER_INPUT' }],
    ['an organisation that nobody is', { responsible: { organisations: ['WATER', 'NOBODY'] } }, { code: 'BAD_USER_INPUT' }],
    [
      'a code of several issuers',
      { responsible: { organisations: ['TWICE'] } },
      { code: 'AMBIGUOUS_ID', details: { issuers: ['A', 'B'] } },
    ],
    ['51 organisations', { responsible: { organisations: Array.from({ length: 51 }, String) } }, { details: { limit: 50 } }],
  ])('is refused for %s', async (_what, conditions, refusal) => {
    for (const issuer of ['A', 'B']) city.organisations.push({ ...anOrganisation('TWICE'), uuid: issuer, issuer });

    await expect(city.stream(conditions)).rejects.toMatchObject(refusal);
    expect(city.log.subscribers).toBe(0);
  });

  test('a unit goes on with what took its place once nobody carries its id', async () => {
    city.lineage.split('party-building/branch', 'PARTY_BUILDING', {
      from: 'P-0000',
      to: { [partyUnit]: 0.4, 'P-0002': 0.6 },
      on: '2025-01-01',
    });
    const stream = await city.stream({ units: [{ department: 'PARTY_BUILDING', localId: 'P-0000', layer: null }] });
    await city.record(...matters);

    expect(localIds(await changesOf(stream, 1))).toEqual(['by party unit']);
  });

  test('a sealed matter lies in no area', async () => {
    const stream = await city.stream({ area: [117, 29, 118, 30] });
    await city.record(aMatter('sealed', { sealed: true }), aMatter('open'));

    expect(localIds(await changesOf(stream, 1))).toEqual(['open']);
  });
});
