import { askingAs } from '../../support/access/asking-as.js';
import type { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

interface Counted {
  readonly allElementsGrid: {
    readonly counts: readonly { readonly measure: string; readonly value: number | null; readonly suppressed: boolean }[];
  };
}

describe('counts of a grid', () => {
  let city: ServedCity;
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity, (pack) =>
      pack.write(
        'lighthouse/counts.csv',
        [
          'layer,local_id,measure,value,as_of',
          'city/all-elements,990101001001001,elderly_aided,3,2026-02-20',
          'city/all-elements,990101001001002,elderly_aided,30,2026-02-20',
          'city/all-elements,990101001002001,elderly_aided,40,2026-02-20',
          'city/all-elements,990101001002001,shops,1,2026-02-20',
          '',
        ].join('\n'),
      ),
    );
  }, 120_000);
  afterAll(() => city?.stop());

  const countsOf = async (client: GraphqlClient, code: string): Promise<readonly (readonly [string, number | null, boolean])[]> => {
    const { allElementsGrid } = await client.data<Counted>(`{ allElementsGrid(code: "${code}") { counts { measure value suppressed } } }`);
    return allElementsGrid.counts.map(({ measure, value, suppressed }) => [measure, value, suppressed]);
  };

  test('under five are hidden with the neighbour from which they would follow, for whoever asks and however little is asked', async () => {
    const own = await askingAs(city.platform, { role: 'DEPARTMENT_HANDLER', department: 'LIGHTHOUSE' });
    for (const client of [city.client, own]) {
      expect(await countsOf(client, '990101001001001')).toEqual([['elderly_aided', null, true]]);
      expect(await countsOf(client, '990101001001002')).toEqual([['elderly_aided', null, true]]);
    }
  });

  test('of other ground and of things are shown', async () => {
    expect(await countsOf(city.client, '990101001002001')).toEqual([
      ['elderly_aided', 40, false],
      ['shops', 1, false],
    ]);
  });

  test('of another office are not there at all', async () => {
    const orchard = await askingAs(city.platform, { role: 'DEPARTMENT_HANDLER', department: 'ORCHARD' });
    expect(await countsOf(orchard, '990101001002001')).toEqual([]);
  });
});
