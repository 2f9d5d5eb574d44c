import type { Sql } from '../../../../kernel/sql.js';
import type { AdmissionApplication } from '../../admission-application.js';
import type { ApplicationQuery, ApplicationReadModel, ApplicationStart } from '../../ports.js';
import { applicationOf, type ApplicationRow, selectApplications, stateOfApplication } from './application-row.js';

/** Reads applications for the admission list from the city index. */
export class ApplicationReader implements ApplicationReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async page(
    { state }: ApplicationQuery,
    { first, after }: { readonly first: number; readonly after: ApplicationStart | null },
  ): Promise<readonly AdmissionApplication[]> {
    const rows = await this.#sql.query<ApplicationRow>(
      `${selectApplications} where ($1::text is null or ${stateOfApplication} = $1)
          and ($2::timestamptz is null or (application.applied_at, application.id) < ($2, $3::uuid))
        order by application.applied_at desc, application.id desc limit $4`,
      [state, after?.appliedAt ?? null, after?.uuid ?? null, first + 1],
    );
    return rows.map(applicationOf);
  }

  async count({ state }: ApplicationQuery): Promise<number> {
    const [row] = await this.#sql.query<{ count: number }>(
      `select count(*)::int as count from admission_application application
         left join admission_review review on review.application_id = application.id
        where $1::text is null or ${stateOfApplication} = $1`,
      [state],
    );
    return row!.count;
  }

  async byUuid(uuid: string): Promise<AdmissionApplication | null> {
    const [row] = await this.#sql.query<ApplicationRow>(`${selectApplications} where application.id = $1`, [uuid]);
    return row ? applicationOf(row) : null;
  }
}
