import type { HeldApplication } from '../../publishing/ports.js';

/** An application as a statement answers it. */
export interface ApplicationRow extends Omit<HeldApplication, 'category' | 'version'> {
  readonly standard: string;
  readonly categoryKind: string;
  readonly categoryCode: string;
}

/** The state of an application by its review and the editions that hold it. */
export const stateOfApplication = `case when review.verdict is null then 'PENDING'
  when review.verdict = 'ACCEPTED' and exists (select from list_item item where item.application_id = application.id) then 'PUBLISHED'
  else review.verdict end`;

/** Everything of applications, without a condition. */
export const selectApplications = `select application.id as uuid, application.standard, application.category_kind as "categoryKind",
    application.category_code as "categoryCode", application.task, application.temporary, application.valid_from::text as "validFrom",
    application.valid_to::text as "validTo", application.organisation_id as "organisationUuid", application.document,
    application.applied_at as "appliedAt", application.applied_by as "appliedBy", review.reason, review.reviewed_at as "reviewedAt",
    ${stateOfApplication} as state
  from admission_application application left join admission_review review on review.application_id = application.id`;

const versions: Readonly<Record<HeldApplication['state'], number>> = { PENDING: 1, ACCEPTED: 2, REFUSED: 2, PUBLISHED: 3 };

/** The application of a row. */
export function applicationOf({ standard, categoryKind, categoryCode, ...row }: ApplicationRow): HeldApplication {
  return { ...row, category: { standard, kind: categoryKind, code: categoryCode }, version: versions[row.state] };
}
