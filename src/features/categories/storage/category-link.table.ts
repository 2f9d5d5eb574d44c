import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { statementOrigins } from '../../access/index.js';
import { categoryRelations } from '../category-relation.js';

/** A row of `category_link`: one version of what is stated of two categories. */
export interface CategoryLinkColumns {
  readonly id: string;
  /** The same through all versions of a statement. */
  readonly statementId: string;
  readonly fromStandard: string;
  readonly fromKind: string;
  readonly fromCode: string;
  readonly toStandard: string;
  readonly toKind: string;
  readonly toCode: string;
  readonly relation: string;
  readonly evidence: string;
  readonly verified: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly origin: string;
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

/** The declared links between the offices' categories. */
export const categoryLinkTable = new EntitySchema<CategoryLinkColumns>({
  name: 'category_link',
  tableName: 'category_link',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'category_link_pkey' },
    statementId: { name: 'statement_id', type: 'uuid' },
    fromStandard: { name: 'from_standard', type: 'text' },
    fromKind: { name: 'from_kind', type: 'text' },
    fromCode: { name: 'from_code', type: 'text' },
    toStandard: { name: 'to_standard', type: 'text' },
    toKind: { name: 'to_kind', type: 'text' },
    toCode: { name: 'to_code', type: 'text' },
    relation: { type: 'text' },
    evidence: { type: 'text' },
    verified: { type: 'boolean' },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    origin: { type: 'text' },
    document: { type: 'text', nullable: true },
    declaredBy: { name: 'declared_by', type: 'text', nullable: true },
    role: { type: 'text', nullable: true },
    onBehalfOf: {
      name: 'on_behalf_of',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'organisation', name: 'category_link_on_behalf_of_fkey' },
    },
    endedDocument: { name: 'ended_document', type: 'text', nullable: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'category_link_relation_check', expression: oneOf('relation', categoryRelations) },
    { name: 'category_link_origin_check', expression: oneOf('origin', statementOrigins) },
  ],
  indices: [
    { name: 'category_link_believed', columns: ['statementId'], unique: true, where: 'recorded_to is null' },
    { name: 'category_link_by_from', columns: ['fromStandard', 'fromKind', 'fromCode'] },
    { name: 'category_link_by_to', columns: ['toStandard', 'toKind', 'toCode'] },
  ],
});
