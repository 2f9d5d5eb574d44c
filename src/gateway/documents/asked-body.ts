import type { Principal } from '../../kernel/principal.js';
import { type AskedDocument, documentOf, type DocumentPolicy } from './document-policy.js';

/** The body of a POST with the document in it that is to be executed. */
export async function bodyToExecute(body: object, principal: Principal, policy: DocumentPolicy): Promise<object> {
  const { documentId, ...rest } = body as AskedDocument;
  return { ...rest, query: await documentOf({ ...rest, documentId }, principal, policy) };
}

/** The search part of a GET with the document in it that is to be executed; as it came where it asks for none. */
export async function searchToExecute(search: string, principal: Principal, policy: DocumentPolicy): Promise<string> {
  const asked = new URLSearchParams(search);
  const [query, documentId] = [asked.get('query'), asked.get('documentId')];
  if (query === null && documentId === null) return search;
  asked.set('query', await documentOf({ query, documentId }, principal, policy));
  asked.delete('documentId');
  return `?${asked.toString()}`;
}
