import { Parameters } from '../../../database/parameters.js';
import { noteReads } from '../../../kernel/conditional-reads.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { PeopleReadModel, Post, UnitCount } from '../read-models.js';
import { givenIn } from './given-scope-sql.js';

/** Reads counts and posts of units from the city index: all that the platform holds of people. */
export class PeopleReader implements PeopleReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async countsOfUnits(scope: Scope, unitUuids: readonly string[]): Promise<readonly (readonly UnitCount[])[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<UnitCount & { unit: string }>(
      `select unit_id as unit, measure, department, value, suppressed, as_of::text as "asOf" from unit_count given
        where unit_id = any(${parameters.add(unitUuids)}::uuid[]) and ${givenIn(scope, 'COUNTS', parameters)}
        order by unit_id, department, measure`,
      parameters.values,
    );
    noteReads(scope, 'COUNTS', rows.map(readOf));
    return inOrder(unitUuids, rows);
  }

  async postsOfUnits(scope: Scope, unitUuids: readonly string[]): Promise<readonly (readonly Post[])[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<Post & { unit: string; department: DepartmentCode | null }>(
      `select unit_id as unit, department, kind, organisation_id as "organisationUuid", duty_line as "dutyLine", vacant from post given
        where unit_id = any(${parameters.add(unitUuids)}::uuid[]) and ${givenIn(scope, 'POSTS', parameters)}
        order by unit_id, ordinal`,
      parameters.values,
    );
    noteReads(scope, 'POSTS', rows.map(readOf));
    return inOrder(unitUuids, rows);
  }
}

const readOf = ({ unit, department }: { readonly unit: string; readonly department: DepartmentCode | null }) => ({
  uuid: unit,
  department,
});

function inOrder<Row extends { readonly unit: string }>(units: readonly string[], rows: readonly Row[]): readonly (readonly Row[])[] {
  const byUnit = groupBy(rows, (row) => row.unit);
  return units.map((unit) => byUnit.get(unit) ?? []);
}
