import { CityError } from '../../kernel/city-error.js';
import type { Principal } from '../../kernel/principal.js';
import { limitClassOf } from '../limits/limit-table.js';
import { documentIdOf, isDocumentId } from './document-id.js';
import type { KeptDocuments } from './kept-documents.js';

/** A document as it was asked for: by its text, by its id, or by both. */
export interface AskedDocument {
  readonly query?: string | null | undefined;
  readonly documentId?: string | null | undefined;
}

/** Which documents who may send. */
export interface DocumentPolicy {
  /** False where everybody may send what they like, within the limits. */
  readonly bindsRoles: boolean;
  /** The documents that are kept for a principal, and whether it is bound to them whatever its role. */
  readonly keptFor: (principal: Principal) => Promise<{ readonly documents: KeptDocuments; readonly bound: boolean }>;
}

/**
 * The text to execute; throws `PERSISTED_DOCUMENT_NOT_FOUND` for an id that is not kept or is not that of the text beside it, and `FORBIDDEN`
 * for a text of one's own from whoever is bound to kept ones. Nothing is looked up under what is no id, files least of all.
 */
export async function documentOf({ query, documentId }: AskedDocument, principal: Principal, policy: DocumentPolicy): Promise<string> {
  const { documents, bound } = await policy.keptFor(principal);
  if (documentId != null) return knownText({ query, documentId }, documents);
  const isBound = bound || (policy.bindsRoles && limitClassOf(principal) === 'TRUSTED');
  if (!isBound || documents.holds(query ?? '')) return query ?? '';
  throw notKept();
}

function knownText({ query, documentId }: AskedDocument & { readonly documentId: string }, documents: KeptDocuments): string {
  const text = isDocumentId(documentId) ? documents.textOf(documentId) : null;
  const isOther = typeof query === 'string' && query !== '' && documentIdOf(query) !== documentId;
  if (text === null || isOther) throw unknownDocument(isOther);
  return text;
}

function unknownDocument(isOther: boolean): CityError {
  return new CityError({
    code: 'PERSISTED_DOCUMENT_NOT_FOUND',
    message: isOther ? 'Expected documentId to be the hash of the query beside it.' : 'Expected the id of a document that is kept here.',
    messageZh: isOther ? 'documentId 与所附查询的散列不符。' : '没有登记该编号的查询文档。',
    hint: 'The operator registers documents: npx allgrid operations add FILE. 请运维人员登记：npx allgrid operations add 文件。',
  });
}

function notKept(): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: 'Expected one of the documents that are kept here, got a text of your own.',
    messageZh: '该角色只能使用平台登记的查询文档。',
    hint: 'Ask by documentId; the operator registers further documents: npx allgrid operations add FILE. 请用 documentId；可请运维人员登记新文档。',
  });
}
