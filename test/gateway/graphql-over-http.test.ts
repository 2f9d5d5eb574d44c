import { auditServer } from 'graphql-http';

import { drawnCity } from '../support/intake/drawn-city.js';
import { ServedCity } from '../support/intake/served-city.js';

/**
 * Audits that we answer otherwise than the draft recommends, and why. A request that is wrong before anything runs is answered 400 also
 * under `application/json`, where the draft would rather have 200: proxies and monitors count statuses.
 */
const answered400: readonly string[] = ['572B', 'FDE2', '7B9B'];
/** A GET without a header that no foreign page can send is refused (CSRF), and queries in the URL with it. */
const withoutGet: readonly string[] = ['5A70', '6A70', 'D6D5'];

describe('GraphQL over HTTP', () => {
  let city: ServedCity;
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
  }, 120_000);
  afterAll(() => city.stop());

  test('the 61 audits of graphql-http find no error, and exactly the warnings that are explained here', async () => {
    const results = await auditServer({ url: `${city.platform.url}/graphql`, fetchFn: fetch });
    const ids = (status: string): readonly string[] =>
      results
        .filter((result) => result.status === status)
        .map(({ id }) => id)
        .sort();

    expect(results).toHaveLength(61);
    expect({ error: ids('error'), warn: ids('warn'), notice: ids('notice') }).toEqual({
      error: [],
      warn: [...answered400].sort(),
      notice: [...withoutGet].sort(),
    });
  });
});
