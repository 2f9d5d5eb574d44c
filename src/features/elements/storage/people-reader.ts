import { groupBy } from '../../../kernel/group-by.js';
import type { Sql } from '../../../kernel/sql.js';
import type { PeopleReadModel, Post, UnitCount } from '../read-models.js';

/** Reads counts and posts of units from the city index: all that the platform holds of people. */
export class PeopleReader implements PeopleReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async countsOfUnits(unitUuids: readonly string[]): Promise<readonly (readonly UnitCount[])[]> {
    const rows = await this.#sql.query<UnitCount & { unit: string }>(
      `select unit_id as unit, measure, department, value, suppressed, as_of::text as "asOf" from unit_count
        where unit_id = any($1::uuid[]) order by unit_id, department, measure`,
      [unitUuids],
    );
    return inOrder(unitUuids, rows);
  }

  async postsOfUnits(unitUuids: readonly string[]): Promise<readonly (readonly Post[])[]> {
    const rows = await this.#sql.query<Post & { unit: string }>(
      `select unit_id as unit, kind, organisation_id as "organisationUuid", duty_line as "dutyLine", vacant from post
        where unit_id = any($1::uuid[]) order by unit_id, ordinal`,
      [unitUuids],
    );
    return inOrder(unitUuids, rows);
  }
}

function inOrder<Row extends { readonly unit: string }>(units: readonly string[], rows: readonly Row[]): readonly (readonly Row[])[] {
  const byUnit = groupBy(rows, (row) => row.unit);
  return units.map((unit) => byUnit.get(unit) ?? []);
}
