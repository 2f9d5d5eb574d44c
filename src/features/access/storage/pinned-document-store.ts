import { append } from '../../../eventlog/append.js';
import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { PinStore } from '../documents/pin-desk.js';
import type { PinnedDocument } from '../documents/pinned-document.js';

const columns = `id, nullif(subject, '') as subject, name, text, added_by as "addedBy", added_at as "addedAt"`;

/** Keeps pinned documents in the city index; a row of everybody's has the empty subject. */
export const pinnedDocumentStore: PinStore = {
  all: (sql) => sql.query<PinnedDocument>(`select ${columns} from pinned_document order by added_at desc, id, subject`),

  ofId: (sql, id) => sql.query<PinnedDocument>(`select ${columns} from pinned_document where id = $1 order by subject for update`, [id]),

  async add(sql, pinned) {
    const { id, subject, name, text, addedBy, addedAt } = pinned;
    const added = await sql.query(
      `insert into pinned_document (id, subject, name, text, added_by, added_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (id, subject) do nothing returning id`,
      [id, subject ?? '', name, text, addedBy, addedAt],
    );
    if (added.length > 0) await tell(sql, pinned, { kind: 'DOCUMENT_PINNED', at: addedAt });
    return added.length > 0;
  },

  async remove(sql, pinned, at) {
    await sql.query('delete from pinned_document where id = $1 and subject = $2', [pinned.id, pinned.subject ?? '']);
    await tell(sql, pinned, { kind: 'DOCUMENT_UNPINNED', at });
  },
};

interface Change {
  readonly kind: 'DOCUMENT_PINNED' | 'DOCUMENT_UNPINNED';
  readonly at: Date;
}

async function tell(sql: Sql, { id, subject, addedAt }: PinnedDocument, { kind, at }: Change): Promise<void> {
  // A document that is pinned again after its removal is another subject of the log.
  const pin = uuidOf('pinned-document', id, subject ?? '', addedAt.toISOString());
  const about = { department: null, divisionCode: null, payload: { document: id, of: subject }, occurredAt: at };
  await append(sql, [{ topic: 'access', kind, subject: pin, version: kind === 'DOCUMENT_PINNED' ? 1 : 2, ...about }]);
}
