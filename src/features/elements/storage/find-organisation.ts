import { prepared } from '../../../database/prepared.js';
import { CityError } from '../../../kernel/city-error.js';
import type { SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';

// Two readings of two indexes: joined by an `or`, they would be one reading of every organisation.
const byAnyCode = prepared(`
  select id, name from organisation where code = $1
   union
  select organisation.id, organisation.name from organisation_id other join organisation on organisation.id = other.organisation_id
   where other.code = $1 and other.recorded_to is null and other.valid_from <= current_date
     and (other.valid_to is null or other.valid_to > current_date)
   order by id limit 3`);

/** The uuid of the organisation of a code, by its register's code or any other id that it has today; throws `NOT_FOUND` or `AMBIGUOUS_ID`. */
export async function findOrganisation(sql: Sql, code: SourceId): Promise<string> {
  const rows = await sql.query<{ id: string; name: string }>(byAnyCode, [code]);
  if (rows.length === 1) return rows[0]!.id;
  const shown = JSON.stringify(code);
  if (rows.length === 0) {
    throw new CityError({
      code: 'NOT_FOUND',
      message: `No organisation has the code ${shown}.`,
      messageZh: `没有代码为 ${shown} 的组织。`,
      hint: 'The query organisations lists them.',
    });
  }
  const names = rows.map(({ name }) => name);
  throw new CityError({
    code: 'AMBIGUOUS_ID',
    message: `Several organisations have the code ${shown}: ${names.join(', ')}.`,
    messageZh: `代码 ${shown} 为多个组织所用：${names.join('、')}。`,
    hint: 'Give another of its ids, such as the credit code.',
    details: { names },
  });
}
