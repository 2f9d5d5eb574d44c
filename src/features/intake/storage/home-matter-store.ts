import type { HomeMatters } from '../../access/index.js';

/** No import brings a matter that is reported to its office. */
const noRun = '00000000-0000-0000-0000-000000000000';

/** The rows of `matter_record` that never leave a front database. */
export const homeMatterStore: HomeMatters = {
  async find(sql, localId) {
    const [row] = await sql.query<{ divisionCode: string | null }>(
      `select division_code as "divisionCode" from matter_record where local_id = $1 and stays_home`,
      [localId],
    );
    return row ?? null;
  },

  async put(sql, { localId, title, source, category, keeperCode, divisionCode, longitude, latitude, reportedAt }) {
    await sql.query(
      `insert into matter_record (local_id, source, title, standard, category_kind, category_code, state, keeper_code, longitude, latitude,
              division_code, reported_at, sealed, stays_home, content_hash, run_id)
       values ($1, $2, $3, $4, $5, $6, 'REPORTED', $7, $8, $9, $10, $11, true, true, '', $12) on conflict do nothing`,
      [
        localId,
        source,
        title,
        category.standard,
        category.kind,
        category.code,
        keeperCode,
        longitude,
        latitude,
        divisionCode,
        reportedAt,
        noRun,
      ],
    );
  },
};
