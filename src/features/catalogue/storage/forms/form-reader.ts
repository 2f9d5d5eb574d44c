import type { CalendarDate } from '../../../../kernel/dates.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { CategoryKey } from '../../../categories/index.js';
import type { FormReadModel } from '../../forms/forms.js';
import type { OfficeForm } from '../../forms/office-form.js';
import { formColumns, formOf, type FormRow } from './form-row.js';

const inForce = `form.recorded_to is null and form.valid_from <= $1 and (form.valid_to is null or form.valid_to > $1)`;

/** Reads the offices' forms from the city index. */
export class FormReader implements FormReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async inForce(categories: readonly CategoryKey[], at: CalendarDate): Promise<readonly OfficeForm[]> {
    const rows = await this.#sql.query<FormRow>(
      `select ${formColumns} from unnest($2::text[], $3::text[], $4::text[]) with ordinality as wanted (standard, kind, code, place)
         join office_form form on (form.standard, form.category_kind, form.category_code) = (wanted.standard, wanted.kind, wanted.code)
        where ${inForce} order by wanted.place, form.department, form.name`,
      [at, categories.map((key) => key.standard), categories.map((key) => key.kind), categories.map((key) => key.code)],
    );
    return rows.map(formOf);
  }
}
