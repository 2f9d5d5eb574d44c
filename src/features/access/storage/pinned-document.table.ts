import { EntitySchema } from 'typeorm';

/** The columns of a row of `pinned_document`. */
export interface PinnedDocumentColumns {
  readonly id: string;
  /** Empty for everybody's. */
  readonly subject: string;
  readonly name: string;
  readonly text: string;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** The table `pinned_document`: documents that may be asked for by id beside those of the house. */
export const pinnedDocumentTable = new EntitySchema<PinnedDocumentColumns>({
  name: 'pinned_document',
  columns: {
    id: { type: 'text', primary: true },
    subject: { type: 'text', primary: true },
    name: { type: 'text' },
    text: { type: 'text' },
    addedBy: { name: 'added_by', type: 'text' },
    addedAt: { name: 'added_at', type: 'timestamptz' },
  },
});
