import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import type { Language } from '../graphql/request-context.js';
import { asCityError, CityError, errorCodes } from '../kernel/city-error.js';
import type { Log } from '../kernel/log.js';
import { tokensBeyondLimit } from './limits/document-refusals.js';
import { withoutValues } from './without-values.js';

/** What the formatter must know of the request; the context may be missing where the request failed before it was made. */
export interface ErrorContext {
  readonly language: Language;
  readonly requestId: string | null;
  readonly log: Log;
}

/** Codes of the GraphQL layer that say that the document is wrong. */
const documentFaults = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);
/** The longest message of the GraphQL layer that is passed on, characters. */
const longestMessage = 500;
const knownCodes: ReadonlySet<string> = new Set(errorCodes);

/**
 * Turns whatever went wrong into what may leave: a stable code, a message in the caller's language, what to do, and an id.
 * Never a stack, SQL or a path of this machine; those go to the log under the same id.
 */
export function formatError(error: unknown, context: ErrorContext): GraphQLFormattedError {
  const shell = error instanceof GraphQLError ? error : null;
  const city = cityErrorWithin(error) ?? (shell && tokensBeyondLimit(shell));
  const place =
    shell === null ? {} : { ...(shell.locations ? { locations: shell.locations } : {}), ...(shell.path ? { path: shell.path } : {}) };
  if (city) return { ...place, ...shown(city, context) };
  if (shell && isDocumentFault(shell)) {
    return { ...place, message: ofDocument(shell, context), extensions: { code: codeOf(shell), requestId: context.requestId } };
  }
  return { ...place, ...shown(asCityError(error), context) };
}

/** The code that an error leaves under. */
export function codeOfError(error: unknown): string {
  const shell = error instanceof GraphQLError ? error : null;
  const city = cityErrorWithin(error) ?? (shell && tokensBeyondLimit(shell));
  if (city) return city.code;
  return shell && isDocumentFault(shell) ? codeOf(shell) : asCityError(error).code;
}

function shown(error: CityError, context: ErrorContext): GraphQLFormattedError {
  if (error.fault === 'ours') {
    context.log.error({ errorId: error.id, code: error.code, requestId: context.requestId, cause: error.cause ?? error }, error.message);
  }
  return {
    message: context.language === 'zh' ? error.messageZh : error.message,
    extensions: {
      code: error.code,
      ...error.details,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      errorId: error.id,
      requestId: context.requestId,
    },
  };
}

/** What the GraphQL layer says, in its own English after a word in the caller's language; without its guesses at names, which would tell the schema, and without the values of variables. */
function ofDocument({ message }: GraphQLError, { language }: ErrorContext): string {
  const said = shortened(withoutValues(message)).replace(/ Did you mean [^?]*(\?|$)/g, '');
  return language === 'zh' ? `查询有误：${said}` : said;
}

/** The library repeats a wrong value in its message, however long it is: a megabyte would come back as two. */
function shortened(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage).toWellFormed()}…`;
}

/** Finds our own error in the shells that the GraphQL layer puts around it. */
function cityErrorWithin(error: unknown): CityError | null {
  for (let inner = error, depth = 0; inner !== undefined && inner !== null && depth < 8; depth++) {
    if (inner instanceof CityError) return inner;
    inner = (inner as { originalError?: unknown }).originalError;
  }
  return null;
}

function isDocumentFault(error: GraphQLError): boolean {
  const code = error.extensions['code'];
  return typeof code === 'string' && (documentFaults.has(code) || knownCodes.has(code));
}

function codeOf(error: GraphQLError): string {
  const code = String(error.extensions['code']);
  return knownCodes.has(code) || code.startsWith('GRAPHQL_') ? code : 'BAD_USER_INPUT';
}
