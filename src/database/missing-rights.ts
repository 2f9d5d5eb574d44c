import type { DataSource } from 'typeorm';

import { CityError } from '../kernel/city-error.js';
import { sqlOf } from './sql.js';
import type { TableGrant } from './table-grant.js';

/** Throws `UNAVAILABLE` that names each right on a table that the platform's account lacks in the database of an office. */
export async function refuseMissingRights(office: string, dataSource: DataSource, grants: readonly TableGrant[]): Promise<void> {
  const needed = grants.flatMap(({ table, platform }) => platform.map((right) => ({ table, right })));
  const lacking = await sqlOf(dataSource).query<{ told: string }>(
    `select needed."right" || ' on ' || needed."table" as told from json_to_recordset($1::json) needed ("table" text, "right" text)
      where not coalesce(has_table_privilege(to_regclass(quote_ident(needed."table")), needed."right"), false)`,
    [JSON.stringify(needed)],
  );
  if (lacking.length === 0) return;
  const told = lacking.map((row) => row.told);
  throw new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: `Expected the platform's account to have its rights in the database of ${office}, but it lacks ${told.join(', ')}.`,
    messageZh: `平台账号在 ${office} 的数据库中缺少权限：${told.join('、')}。`,
    hint: `Its administrator grants them, as the end of this script does: npx allgrid front-script ${office}. 请该库管理员按该脚本末尾授权。`,
    details: { reason: 'MISSING_RIGHTS', lacking: told },
  });
}
