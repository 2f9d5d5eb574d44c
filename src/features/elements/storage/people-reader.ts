import { Parameters } from '../../../database/parameters.js';
import { noteReads } from '../../../kernel/conditional-reads.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import { noteOffice } from '../../../kernel/offices-answered.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { PeopleReadModel, Post, UnitCount } from '../read-models.js';
import { type CountCell, hiddenCells } from '../small-counts.js';
import { givenIn } from './given-scope-sql.js';

/** Reads counts and posts of units from the city index: all that the platform holds of people. */
export class PeopleReader implements PeopleReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** One statement, however many units: what is hidden is decided on every office's counts of the townships around, whoever asks. */
  async countsOfUnits(scope: Scope, unitUuids: readonly string[]): Promise<readonly (readonly UnitCount[])[]> {
    const parameters = new Parameters();
    const cells = await this.#sql.query<CellRow>(countsAround(scope, unitUuids, parameters), parameters.values);
    const hidden = hiddenCells(cells);
    const given = cells.filter(({ isGiven }) => isGiven);
    noteAll(scope, 'COUNTS', given);
    return inOrder(unitUuids, given).map((rows) => rows.map((row) => shownCount(row, hidden.has(row))));
  }

  async postsOfUnits(scope: Scope, unitUuids: readonly string[]): Promise<readonly (readonly Post[])[]> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<Post & { unit: string; department: DepartmentCode | null }>(
      `select unit_id as unit, department, kind, organisation_id as "organisationUuid", duty_line as "dutyLine", vacant from post given
        where unit_id = any(${parameters.add(unitUuids)}::uuid[]) and ${givenIn(scope, 'POSTS', parameters)}
        order by unit_id, ordinal`,
      parameters.values,
    );
    noteAll(scope, 'POSTS', rows);
    return inOrder(unitUuids, rows);
  }
}

type CellRow = CountCell & UnitCount & { readonly isGiven: boolean };

/** All counts in the townships of the asked units, within their layers; of each whether the scope shows it to the asker. */
function countsAround(scope: Scope, unitUuids: readonly string[], parameters: Parameters): string {
  const asked = `${parameters.add(unitUuids)}::uuid[]`;
  return `
    with placed as materialized (
      select unit.id, unit.layer_key, path.community_code, path.township_code
        from unit left join lateral (
               select division_code from unit_version where unit_version.unit_id = unit.id and recorded_to is null
                order by valid_from <= current_date desc, valid_from desc limit 1) place on true
        left join division_path path on path.code = place.division_code
       where unit.layer_key in (select layer_key from unit where id = any(${asked})) and exists (select from unit_count where unit_id = unit.id)
    )
    select given.unit_id as unit, given.measure, given.department, given.value, given.suppressed, given.as_of::text as "asOf",
           placed.layer_key || ' ' || placed.community_code as community, placed.layer_key || ' ' || placed.township_code as township,
           given.unit_id = any(${asked}) and ${givenIn(scope, 'COUNTS', parameters)} as "isGiven"
      from unit_count given join placed on placed.id = given.unit_id
     where exists (select from placed one where one.id = any(${asked}) and one.layer_key = placed.layer_key
                     and one.township_code is not distinct from placed.township_code)
     order by given.unit_id, given.department, given.measure`;
}

function shownCount({ measure, department, value, suppressed, asOf }: UnitCount, isHidden: boolean): UnitCount {
  return { measure, department, value: isHidden ? null : value, suppressed: suppressed || isHidden, asOf };
}

type Given = { readonly unit: string; readonly department: DepartmentCode | null };

/** Rows about to be answered: whose they are is told beside the answer, and what is read on condition goes on the audit log. */
function noteAll(scope: Scope, dataClass: 'COUNTS' | 'POSTS', rows: readonly Given[]): void {
  for (const { department } of rows) noteOffice(scope, department);
  noteReads(
    scope,
    dataClass,
    rows.map(({ unit, department }) => ({ uuid: unit, department })),
  );
}

function inOrder<Row extends { readonly unit: string }>(units: readonly string[], rows: readonly Row[]): readonly (readonly Row[])[] {
  const byUnit = groupBy(rows, (row) => row.unit);
  return units.map((unit) => byUnit.get(unit) ?? []);
}
