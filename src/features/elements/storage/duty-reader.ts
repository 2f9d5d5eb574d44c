import type { Sql } from '../../../kernel/sql.js';
import type { Duty, DutyReadModel } from '../read-models.js';

const columns = `duty.standard, duty.kind, duty.category_code as "categoryCode", duty.division_code as "divisionCode",
  duty.organisation_id as "organisationUuid", duty.valid_from::text as "validFrom", duty.valid_to::text as "validTo", duty.document`;

/** Reads duties from the city index. */
export class DutyReader implements DutyReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async responsibleFor(question: Parameters<DutyReadModel['responsibleFor']>[0]): Promise<readonly Duty[]> {
    return this.#sql.query<Duty>(
      `select ${columns} from unnest($4::text[]) with ordinality wanted (code, place) join duty on duty.division_code = wanted.code
        where duty.standard = $1 and duty.kind = $2 and duty.category_code in ($3, '*')
          and duty.valid_from <= $5 and (duty.valid_to is null or duty.valid_to > $5)
          and (case when $6::timestamptz is null then duty.recorded_to is null
                    else duty.recorded_from <= $6 and (duty.recorded_to is null or duty.recorded_to > $6) end)
        order by duty.category_code = '*', wanted.place, duty.id`,
      [question.standard, question.kind, question.code, question.divisionCodes, question.at, question.knownAt],
    );
  }

  async ofMove(moveUuid: string): Promise<readonly Duty[]> {
    return this.#sql.query<Duty>(
      `select ${columns} from duty join duty_move on duty_move.id = duty.move_id and duty_move.to_id = duty.organisation_id
        where duty.move_id = $1 order by duty.standard, duty.kind, duty.category_code, duty.division_code, duty.valid_from`,
      [moveUuid],
    );
  }
}
