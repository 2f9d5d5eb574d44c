import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { categoryRelations } from '../category-link.js';

/** A row of `category_link`: a declared link between two categories. */
export interface CategoryLinkColumns {
  readonly id: string;
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
}

/** The links between the offices' categories. */
export const categoryLinkTable = new EntitySchema<CategoryLinkColumns>({
  name: 'category_link',
  tableName: 'category_link',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'category_link_pkey' },
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
  },
  checks: [{ name: 'category_link_relation_check', expression: oneOf('relation', categoryRelations) }],
  indices: [
    { name: 'category_link_by_from', columns: ['fromStandard', 'fromKind', 'fromCode'] },
    { name: 'category_link_by_to', columns: ['toStandard', 'toKind', 'toCode'] },
  ],
});
