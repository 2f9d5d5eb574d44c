import { CityError, type ErrorCode } from '../../../kernel/city-error.js';

/** What is wrong with a file of a pack, so that none of it can be read. */
export interface FileFault {
  /** Path inside the pack. */
  readonly file: string;
  readonly message: string;
  readonly messageZh: string;
  readonly hint: string;
  readonly code?: ErrorCode;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The error of a file that cannot be read; `PACK_INVALID` unless the fault names another code. */
export function fileFault(fault: FileFault): CityError {
  return new CityError({
    code: fault.code ?? 'PACK_INVALID',
    message: `${fault.file}: ${fault.message}`,
    messageZh: `${fault.file}：${fault.messageZh}`,
    hint: fault.hint,
    details: { file: fault.file, ...fault.details },
    cause: fault.cause,
  });
}
