import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { believedOnce, type StatementColumns, statementColumns } from '../../../database/statement-columns.js';
import { statementOrigins } from '../../access/index.js';
import { categoryRelations } from '../category-relation.js';

/** A row of `category_link`: one version of what is stated of two categories. */
export interface CategoryLinkColumns extends StatementColumns {
  readonly fromStandard: string;
  readonly fromKind: string;
  readonly fromCode: string;
  readonly toStandard: string;
  readonly toKind: string;
  readonly toCode: string;
  readonly relation: string;
  readonly verified: boolean;
}

/** The declared links between the offices' categories. */
export const categoryLinkTable = new EntitySchema<CategoryLinkColumns>({
  name: 'category_link',
  tableName: 'category_link',
  columns: {
    ...statementColumns('category_link'),
    fromStandard: { name: 'from_standard', type: 'text' },
    fromKind: { name: 'from_kind', type: 'text' },
    fromCode: { name: 'from_code', type: 'text' },
    toStandard: { name: 'to_standard', type: 'text' },
    toKind: { name: 'to_kind', type: 'text' },
    toCode: { name: 'to_code', type: 'text' },
    relation: { type: 'text' },
    verified: { type: 'boolean' },
  },
  checks: [
    { name: 'category_link_relation_check', expression: oneOf('relation', categoryRelations) },
    { name: 'category_link_origin_check', expression: oneOf('origin', statementOrigins) },
  ],
  indices: [
    believedOnce('category_link'),
    { name: 'category_link_by_from', columns: ['fromStandard', 'fromKind', 'fromCode'] },
    { name: 'category_link_by_to', columns: ['toStandard', 'toKind', 'toCode'] },
  ],
});
