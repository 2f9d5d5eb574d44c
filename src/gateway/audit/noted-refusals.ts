import type { AnswerAudit } from '../../features/access/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { Principal } from '../../kernel/principal.js';
import { codeOfError } from '../format-error.js';

/** Refusals that stand on the audit log: what a caller had no right to, or asked too much of. */
const audited: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'PURPOSE_REQUIRED',
  'CURSOR_INVALID',
  'FILE_TOO_LARGE',
  'QUERY_TOO_DEEP',
  'QUERY_ALIASES',
  'QUERY_TOKENS',
  'QUERY_COST',
  'RATE_LIMITED',
  'LIMIT',
  'PERSISTED_DOCUMENT_NOT_FOUND',
]);

/** In which request something was refused. */
export interface Asked extends Pick<RequestContext, 'requestId'> {
  /** Left out where the caller proved nothing. */
  readonly principal?: Principal | undefined;
  readonly purpose?: string | null;
  readonly document?: string | null;
}

/** Notes the errors of one request that are refusals, each code once. */
export function noteRefusals(errors: readonly unknown[], asked: Asked, audit: Pick<AnswerAudit, 'refused'>): void {
  const { principal, requestId, purpose = null, document = null } = asked;
  const codes = new Set(errors.map(codeOfError).filter((code) => audited.has(code)));
  for (const code of codes) audit.refused({ by: principal ?? null, code, purpose, document, requestId });
}
