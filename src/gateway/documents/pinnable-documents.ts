import { type DocumentNode, type GraphQLError, type GraphQLSchema, Kind } from 'graphql';

import type { DocumentReader } from '../../features/access/index.js';
import { CityError } from '../../kernel/city-error.js';
import { isPlainText } from '../../kernel/text.js';
import { tokensBeyondLimit } from '../limits/document-refusals.js';
import { excessOfCost, OperationCosts } from '../limits/operation-costs.js';
import { readDocument } from '../limits/read-document.js';
import { documentIdOf } from './document-id.js';
import { longestText } from './kept-documents.js';

/** Reads documents that are to be pinned as a request would be read: one operation, valid in the schema, within every limit. */
export function pinnableDocuments(schema: GraphQLSchema): DocumentReader {
  const costs = new OperationCosts(schema);
  return (text, rightsOfReaders) => {
    checkText(text);
    const read = readDocument(schema, text);
    if (isErrors(read)) throw refusalOf(read);
    checkOperations(read);
    const cost = costs.of({ document: read, operationName: null, variables: {} }, rightsOfReaders);
    const excess = excessOfCost(cost);
    if (excess) throw excess;
    return { id: documentIdOf(text), cost: cost.requested };
  };
}

const isErrors = (read: DocumentNode | readonly GraphQLError[]): read is readonly GraphQLError[] => Array.isArray(read);

function checkText(text: string): void {
  if (text.length > longestText)
    throw bad(`Expected at most ${longestText} characters, got ${text.length}.`, `至多 ${longestText} 个字符。`);
  if (isPlainText(text)) return;
  throw new CityError({
    code: 'TEXT_INVALID',
    message: 'Expected text without NUL and without halves of characters (lone surrogates).',
    messageZh: '文本不得含空字符（NUL）或半个字符（孤立代理项）。',
  });
}

function checkOperations({ definitions }: DocumentNode): void {
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  if (operations !== 1)
    throw bad(`Expected one operation in a document, got ${operations}.`, `每个文档须恰有一个操作，收到 ${operations} 个。`);
}

function refusalOf(errors: readonly GraphQLError[]): CityError {
  const limit = errors[0]!.originalError ?? tokensBeyondLimit(errors[0]!);
  if (limit instanceof CityError) return limit;
  const places = errors.map((error) => {
    const place = error.locations?.[0];
    return place ? `${place.line}:${place.column} ${error.message}` : error.message;
  });
  return bad(`Expected a document that is valid in this schema: ${places.join(' ')}`, `文档不符合本平台的 schema：${places.join(' ')}`);
}

function bad(message: string, messageZh: string): CityError {
  return new CityError({ code: 'BAD_USER_INPUT', message, messageZh, hint: 'schema/all-elements.graphql is the schema.' });
}
