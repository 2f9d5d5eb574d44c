import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../../database/one-of.js';
import { type Verdict, verdicts } from '../../admission-application.js';

const organisation = (name: string): { readonly target: string; readonly name: string } => ({ target: 'organisation', name });

/** The columns of a row of `admission_application`. */
export interface AdmissionApplicationColumns {
  readonly uuid: string;
  readonly standard: string;
  readonly categoryKind: string;
  readonly categoryCode: string;
  readonly task: string;
  readonly temporary: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly organisationId: string;
  readonly document: string;
  readonly appliedBy: string;
  readonly role: string;
  readonly appliedAt: Date;
}

/** The table `admission_application`: what organisations ask to be put on the admission list. A row never changes. */
export const admissionApplicationTable = new EntitySchema<AdmissionApplicationColumns>({
  name: 'admission_application',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true, primaryKeyConstraintName: 'admission_application_pkey' },
    standard: { type: 'text' },
    categoryKind: { name: 'category_kind', type: 'text' },
    categoryCode: { name: 'category_code', type: 'text' },
    task: { type: 'text' },
    temporary: { type: 'boolean' },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    organisationId: { name: 'organisation_id', type: 'uuid', foreignKey: organisation('admission_application_organisation_id_fkey') },
    document: { type: 'text' },
    appliedBy: { name: 'applied_by', type: 'text' },
    role: { type: 'text' },
    appliedAt: { name: 'applied_at', type: 'timestamptz' },
  },
  checks: [
    { name: 'admission_application_temporary_check', expression: 'not temporary or valid_to is not null' },
    { name: 'admission_application_period_check', expression: 'valid_to > valid_from' },
  ],
  indices: [{ name: 'admission_application_newest', columns: ['appliedAt', 'uuid'] }],
});

/** The columns of a row of `admission_review`. */
export interface AdmissionReviewColumns {
  readonly applicationId: string;
  readonly verdict: Verdict;
  /** Null for an accepted application that needed none. */
  readonly reason: string | null;
  readonly document: string;
  readonly reviewedBy: string;
  readonly role: string;
  readonly onBehalfOf: string;
  readonly reviewedAt: Date;
}

/** The table `admission_review`: what became of each application that was reviewed. A row never changes. */
export const admissionReviewTable = new EntitySchema<AdmissionReviewColumns>({
  name: 'admission_review',
  columns: {
    applicationId: {
      name: 'application_id',
      type: 'uuid',
      primary: true,
      primaryKeyConstraintName: 'admission_review_pkey',
      foreignKey: { target: 'admission_application', name: 'admission_review_application_id_fkey' },
    },
    verdict: { type: 'text' },
    reason: { type: 'text', nullable: true },
    document: { type: 'text' },
    reviewedBy: { name: 'reviewed_by', type: 'text' },
    role: { type: 'text' },
    onBehalfOf: { name: 'on_behalf_of', type: 'uuid', foreignKey: organisation('admission_review_on_behalf_of_fkey') },
    reviewedAt: { name: 'reviewed_at', type: 'timestamptz' },
  },
  checks: [{ name: 'admission_review_verdict_check', expression: oneOf('verdict', verdicts) }],
});
