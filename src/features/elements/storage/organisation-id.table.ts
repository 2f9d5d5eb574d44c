import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { statementOrigins } from '../../access/index.js';

/** A row of `organisation_id`: one version of the statement that an organisation has an id. */
export interface OrganisationIdColumns {
  readonly id: string;
  /** The same through all versions of a statement. */
  readonly statementId: string;
  readonly organisationUuid: string;
  readonly issuer: string;
  readonly scheme: string;
  readonly code: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly origin: string;
  readonly evidence: string;
  /** Null, with the three below, where a pack brought it. */
  readonly document: string | null;
  readonly declaredBy: string | null;
  readonly role: string | null;
  readonly onBehalfOf: string | null;
  /** The document by which a person ended this version; null where a pack did, or nobody. */
  readonly endedDocument: string | null;
  readonly recordedFrom: Date;
  /** Null: believed now. */
  readonly recordedTo: Date | null;
}

/** The other ids of organisations, beside the one that their register gives them. */
export const organisationIdTable = new EntitySchema<OrganisationIdColumns>({
  name: 'organisation_id',
  columns: {
    id: { type: 'uuid', primary: true },
    statementId: { name: 'statement_id', type: 'uuid' },
    organisationUuid: {
      name: 'organisation_id',
      type: 'uuid',
      foreignKey: { target: 'organisation', name: 'organisation_id_organisation_id_fkey' },
    },
    issuer: { type: 'text' },
    scheme: { type: 'text' },
    code: { type: 'text' },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    origin: { type: 'text' },
    evidence: { type: 'text' },
    document: { type: 'text', nullable: true },
    declaredBy: { name: 'declared_by', type: 'text', nullable: true },
    role: { type: 'text', nullable: true },
    onBehalfOf: {
      name: 'on_behalf_of',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'organisation', name: 'organisation_id_on_behalf_of_fkey' },
    },
    endedDocument: { name: 'ended_document', type: 'text', nullable: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
  },
  checks: [{ name: 'organisation_id_origin_check', expression: oneOf('origin', statementOrigins) }],
  indices: [
    { name: 'organisation_id_believed', columns: ['statementId'], unique: true, where: 'recorded_to is null' },
    { name: 'organisation_id_by_code', columns: ['code'], where: 'recorded_to is null' },
    { name: 'organisation_id_by_organisation', columns: ['organisationUuid'], where: 'recorded_to is null' },
  ],
});
