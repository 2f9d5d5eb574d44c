import type { SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import { allElementsLayer } from '../../grids/index.js';
import type { RowGround } from '../push/row-ground.js';

/** What the city index tells of the ground that pushed rows are judged on. */
export const rowGround: RowGround = {
  async version(sql: Sql): Promise<string> {
    const [row] = await sql.query<{ version: string }>(
      `select concat_ws(' ', (select id::text || state from intake_run where department is null order by started_at desc, id limit 1),
                (select concat_ws('/', count(*), max(recorded_from), max(recorded_to)) from organisation_id)) as version`,
    );
    return row!.version;
  },

  async allElements(sql: Sql, codes: readonly SourceId[]): Promise<ReadonlySet<SourceId>> {
    const rows = await sql.query<{ code: string }>(
      'select local_id as code from unit where layer_key = $1 and local_id = any($2::text[])',
      [allElementsLayer, codes],
    );
    return new Set(rows.map(({ code }) => code));
  },
};
