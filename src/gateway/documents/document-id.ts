import { createHash } from 'node:crypto';

const form = /^sha256:[0-9a-f]{64}$/;

/** The id of a document by its text: `sha256:` and 64 hexadecimal digits (GraphQL over HTTP, appendix on persisted documents). */
export function documentIdOf(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/** Whether a text has the form of an id; nothing else is ever looked up. */
export function isDocumentId(text: string): boolean {
  return form.test(text);
}
