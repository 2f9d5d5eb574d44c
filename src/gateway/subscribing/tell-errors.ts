import type { IncomingHttpHeaders } from 'node:http';

import type { GraphQLError, GraphQLFormattedError } from 'graphql';

import type { Log } from '../../kernel/log.js';
import type { Principal } from '../../kernel/principal.js';
import { noteRefusals } from '../audit/noted-refusals.js';
import type { ReadsAudit } from '../audit/write-reads.js';
import { languageOf } from '../context/language.js';
import { requestIdOf } from '../context/make-context.js';
import { documentFault } from '../document-fault.js';
import { formatError } from '../format-error.js';

/** Whose subscription failed, and what it was asked with. */
export interface Teller {
  readonly principal: Principal | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Puts the errors of a subscription into the words that may leave, as answers over HTTP have them, and notes those that are refusals. */
export function tellErrors(
  errors: readonly GraphQLError[],
  { principal, headers }: Teller,
  { audit, log }: { readonly audit: ReadsAudit; readonly log: Log },
): readonly GraphQLFormattedError[] {
  const requestId = requestIdOf(headers);
  noteRefusals(errors, { principal, requestId }, audit);
  // What is left without a code here are variables that do not fit their types.
  return errors.map((error) =>
    formatError(documentFault(error, 'BAD_USER_INPUT'), { language: languageOf(headers['accept-language']), requestId, log }),
  );
}
