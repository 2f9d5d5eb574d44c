import type { Client } from 'pg';

import { gridsAsked } from './flagship-query.js';

/** The township-level division that is asked about: the smallest that fills the page, else the largest. */
export async function pickTownship(client: Client): Promise<{ readonly code: string; readonly name: string; readonly grids: number }> {
  const { rows } = await client.query<{ code: string; name: string; grids: number }>(
    `select township.code, township.name, count(*)::int as grids
       from unit join unit_version version on version.unit_id = unit.id and version.recorded_to is null
       join division community on community.code = version.division_code
       join division township on township.code = community.parent_code
      where unit.layer_key = 'city/all-elements'
      group by 1, 2
      order by count(*) < $1, abs(count(*) - $1), 1 limit 1`,
    [gridsAsked],
  );
  const [township] = rows;
  if (!township) throw new Error('The city has no all-elements grid: expected a loaded city index.');
  return township;
}
