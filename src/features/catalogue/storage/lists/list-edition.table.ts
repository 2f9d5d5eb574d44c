import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../../database/one-of.js';
import { type StatementOrigin, statementOrigins } from '../../../access/index.js';
import { type ListKind, listKinds } from '../../list.js';

/** The columns of a row of `list_edition`. */
export interface ListEditionColumns {
  readonly uuid: string;
  readonly kind: ListKind;
  readonly number: number;
  readonly effectiveFrom: string;
  readonly document: string;
  readonly origin: StatementOrigin;
  /** Null, with the two below, where a pack brought it. */
  readonly declaredBy: string | null;
  readonly role: string | null;
  readonly onBehalfOf: string | null;
  readonly recordedFrom: Date;
  /** Null while it is held for true; a pack that tells an edition anew ends the row, and a new row takes its place. */
  readonly recordedTo: Date | null;
}

/** The table `list_edition`: each edition of the lists that govern, and from when to when the platform held it for true. */
export const listEditionTable = new EntitySchema<ListEditionColumns>({
  name: 'list_edition',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true, primaryKeyConstraintName: 'list_edition_pkey' },
    kind: { type: 'text' },
    number: { type: 'int' },
    effectiveFrom: { name: 'effective_from', type: 'date' },
    document: { type: 'text' },
    origin: { type: 'text' },
    declaredBy: { name: 'declared_by', type: 'text', nullable: true },
    role: { type: 'text', nullable: true },
    onBehalfOf: {
      name: 'on_behalf_of',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'organisation', name: 'list_edition_on_behalf_of_fkey' },
    },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'list_edition_kind_check', expression: oneOf('kind', listKinds) },
    { name: 'list_edition_origin_check', expression: oneOf('origin', statementOrigins) },
  ],
  indices: [{ name: 'list_edition_believed', columns: ['kind', 'number'], unique: true, where: 'recorded_to is null' }],
});
