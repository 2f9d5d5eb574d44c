import { randomUUID } from 'node:crypto';

/** Stable English codes that leave the platform in `extensions.code`; the list is fixed by the public contract. */
export const errorCodes = [
  'BAD_USER_INPUT',
  'ID_PRECISION',
  'TEXT_INVALID',
  'GEOMETRY_INVALID',
  'DATE_INVALID',
  'ENCODING_UNDETECTED',
  'FILE_TOO_LARGE',
  'ARCHIVE_REJECTED',
  'PACK_INVALID',
  'AMBIGUOUS_ID',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'PURPOSE_REQUIRED',
  'CONFLICT',
  'ILLEGAL_TRANSITION',
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_IN_PROGRESS',
  'CURSOR_INVALID',
  'CURSOR_EXPIRED',
  'QUERY_TOO_DEEP',
  'QUERY_ALIASES',
  'QUERY_TOKENS',
  'QUERY_COST',
  'RATE_LIMITED',
  'LIMIT',
  'TIMEOUT',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'SOURCE_UNAVAILABLE',
  'UNAVAILABLE',
  'STORAGE_FULL',
  'READ_ONLY',
  'INTERNAL',
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** Who has to act: the caller, a department's source, or the platform itself. */
export type Fault = 'caller' | 'department' | 'ours';

/** What a {@link CityError} is made of. */
export interface CityErrorParts {
  readonly code: ErrorCode;
  /** Who has to act; `caller` when left out. */
  readonly fault?: Fault;
  /** One sentence in English: what was expected, what came. Shown to the caller. */
  readonly message: string;
  /** The same sentence in Chinese; the English one stands in where it is left out. */
  readonly messageZh?: string;
  /** What to do next. */
  readonly hint?: string;
  /** Machine-readable particulars, shown beside the code. Never SQL, paths or sealed text. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The one error class of the platform: everything thrown on purpose carries a code, a fault and an id. */
export class CityError extends Error {
  readonly code: ErrorCode;
  readonly fault: Fault;
  readonly messageZh: string;
  readonly hint: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
  /** Printed both to the caller and to the log, so that the two can be joined. */
  readonly id: string = randomUUID();

  constructor(parts: CityErrorParts) {
    super(parts.message, { cause: parts.cause });
    this.name = 'CityError';
    this.code = parts.code;
    this.fault = parts.fault ?? 'caller';
    this.messageZh = parts.messageZh ?? parts.message;
    this.hint = parts.hint;
    this.details = parts.details ?? {};
  }
}

/** Wraps anything thrown into a {@link CityError}; what is not one already becomes `INTERNAL` with the original as cause. */
export function asCityError(thrown: unknown): CityError {
  if (thrown instanceof CityError) return thrown;
  return new CityError({
    code: 'INTERNAL',
    fault: 'ours',
    message: 'The platform failed to answer; the operator finds the cause under this id in the log.',
    messageZh: '平台处理失败；运维人员可凭此编号在日志中查到原因。',
    cause: thrown,
  });
}
