import type { Sql } from '../../../kernel/sql.js';
import type { OfficeStanding, OfficeStandings } from '../office-state.js';

/** Reads from the city index how every office stands. */
export class OfficeStandingReader implements OfficeStandings {
  constructor(private readonly sql: Sql) {}

  all(): Promise<readonly OfficeStanding[]> {
    return this.sql.query<OfficeStanding>(
      `select office.department, office_state.as_of as "asOf"
         from (select department from layer where department is not null union select department from office_state) office
         left join office_state using (department)`,
    );
  }
}
