import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { dataClasses } from '../../../kernel/scope.js';
import { statementOrigins } from '../declaration.js';
import { sharingAttributes } from '../sharing/sharing-grant.js';

/** A row of `sharing_grant`: one version of what an owner shares with another. */
export interface SharingGrantColumns {
  readonly id: string;
  /** The same through all versions of a grant. */
  readonly grantId: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly dataClass: string;
  readonly attribute: string;
  readonly purposes: readonly string[];
  readonly validFrom: string;
  readonly until: string | null;
  readonly document: string;
  readonly origin: string;
  /** Null, with the two below, where a pack brought it. */
  readonly declaredBy: string | null;
  readonly role: string | null;
  readonly onBehalfOf: string | null;
  /** The document by which a person ended this version; null where a pack did, or nobody. */
  readonly endedDocument: string | null;
  readonly recordedFrom: Date;
  /** Null: believed now. */
  readonly recordedTo: Date | null;
}

/** The table `sharing_grant`: what owners share with each other, on two clocks. */
export const sharingGrantTable = new EntitySchema<SharingGrantColumns>({
  name: 'sharing_grant',
  columns: {
    id: { type: 'uuid', primary: true },
    grantId: { name: 'grant_id', type: 'uuid' },
    version: { type: 'integer' },
    from: { name: 'from_owner', type: 'text' },
    to: { name: 'to_owner', type: 'text' },
    dataClass: { name: 'data_class', type: 'text' },
    attribute: { type: 'text' },
    purposes: { type: 'text', array: true },
    validFrom: { name: 'valid_from', type: 'date' },
    until: { name: 'valid_until', type: 'date', nullable: true },
    document: { type: 'text' },
    origin: { type: 'text' },
    declaredBy: { name: 'declared_by', type: 'text', nullable: true },
    role: { type: 'text', nullable: true },
    onBehalfOf: {
      name: 'on_behalf_of',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'organisation', name: 'sharing_grant_on_behalf_of_fkey' },
    },
    endedDocument: { name: 'ended_document', type: 'text', nullable: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'sharing_grant_version_key', columns: ['grantId', 'version'] }],
  checks: [
    { name: 'sharing_grant_data_class_check', expression: oneOf('data_class', dataClasses) },
    { name: 'sharing_grant_attribute_check', expression: oneOf('attribute', sharingAttributes) },
    { name: 'sharing_grant_origin_check', expression: oneOf('origin', statementOrigins) },
    { name: 'sharing_grant_days_check', expression: 'valid_until > valid_from' },
    { name: 'sharing_grant_purposes_check', expression: `(attribute = 'CONDITIONAL') = (cardinality(purposes) > 0)` },
  ],
  indices: [
    { name: 'sharing_grant_believed', columns: ['grantId'], unique: true, where: 'recorded_to is null' },
    { name: 'sharing_grant_by_sides', columns: ['from', 'to', 'dataClass', 'validFrom'], where: 'recorded_to is null' },
  ],
});
