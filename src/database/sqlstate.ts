import { DatabaseError } from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

import { CityError, type ErrorCode, type Fault } from '../kernel/city-error.js';
import { isConnectionFailure } from './connection-failure.js';

/** What a SQLSTATE means to whoever asked. */
interface Meaning {
  readonly code: ErrorCode;
  readonly fault: Fault;
  readonly message: string;
  readonly messageZh: string;
  readonly hint?: string;
}

const meaning = (code: ErrorCode, fault: Fault, message: string, messageZh: string, hint?: string): Meaning => ({
  code,
  fault,
  message,
  messageZh,
  ...(hint === undefined ? {} : { hint }),
});

const unavailable = meaning(
  'UNAVAILABLE',
  'ours',
  'Expected an answer from the database, but it cannot be reached now.',
  '数据库暂时无法访问。',
  'Try again in a few seconds.',
);
const timeout = meaning(
  'TIMEOUT',
  'ours',
  'Expected the database to answer in time, but the statement was cut off; nothing was changed.',
  '数据库未在规定时间内完成，操作已取消，未作任何更改。',
  'Ask for less, or try again.',
);
const contended = meaning(
  'CONFLICT',
  'ours',
  'Expected to change rows alone, but others changed them at the same time; nothing was changed.',
  '同时有其他操作修改了相同数据，本次未作任何更改。',
  'Try again.',
);
const full = meaning(
  'STORAGE_FULL',
  'ours',
  'Expected room to store the change, but the disk of the database is full; reading goes on.',
  '数据库存储空间已满，读取不受影响。',
  'Free space; writing resumes by itself.',
);
const text = meaning(
  'TEXT_INVALID',
  'caller',
  'Expected text that UTF-8 can hold, got a NUL or an unpaired surrogate.',
  '文本含有空字符或无效编码。',
);
const wrongValue = meaning(
  'BAD_USER_INPUT',
  'caller',
  'Expected a value that its column can hold, got one out of range or of another form.',
  '数值超出范围或格式不正确。',
);

/** Whole states first; what is not here is looked up by its class, the first two characters (PostgreSQL 18, appendix A). */
const byState: Readonly<Record<string, Meaning>> = {
  '23505': meaning('CONFLICT', 'caller', 'Expected something new, but a row with the same key exists.', '相同键的记录已存在。'),
  '23503': meaning(
    'CONFLICT',
    'caller',
    'Expected what the row points at to exist and to stay, but it does not.',
    '所引用的记录不存在，或仍被引用。',
  ),
  '23P01': meaning('CONFLICT', 'caller', 'Expected no overlap with an existing row, but there is one.', '与已有记录的范围重叠。'),
  '23502': meaning('BAD_USER_INPUT', 'caller', 'Expected a value, got none.', '缺少必填值。'),
  '23514': meaning(
    'BAD_USER_INPUT',
    'caller',
    'Expected a row that keeps the rules of its table, got one that breaks a rule.',
    '记录不符合数据表的规则。',
  ),
  '40001': contended,
  '40P01': contended,
  '57014': timeout,
  '55P03': meaning(
    'TIMEOUT',
    'ours',
    'Expected a lock in time, but another operation holds it; nothing was changed.',
    '等待锁超时，未作任何更改。',
    'Try again.',
  ),
  '25P03': timeout,
  '25P04': timeout,
  '53100': full,
  '25006': meaning(
    'READ_ONLY',
    'ours',
    'Expected a database that takes changes, but it is read-only now.',
    '数据库当前只读。',
    'Try again later; reading goes on.',
  ),
  '22021': text,
  '22P05': text,
  '22001': wrongValue,
  '22003': wrongValue,
  '22007': meaning('DATE_INVALID', 'caller', 'Expected a date or time, got text of another form.', '日期或时间格式不正确。'),
  '22008': meaning('DATE_INVALID', 'caller', 'Expected a date or time within range, got one outside.', '日期或时间超出范围。'),
  '22P02': wrongValue,
  '3D000': unavailable,
  '57P01': unavailable,
  '57P02': unavailable,
  '57P03': unavailable,
  '57P04': unavailable,
  '57P05': unavailable,
};

const byClass: Readonly<Record<string, Meaning>> = { '08': unavailable, '28': unavailable, '53': unavailable };

const unforeseen = meaning(
  'INTERNAL',
  'ours',
  'The database refused a statement of the platform; the operator finds the cause under this id in the log.',
  '数据库拒绝了平台的语句；运维人员可凭此编号在日志中查到原因。',
);

/** The five characters by which PostgreSQL names a failure, from a {@link CityError} of this room or from the driver's own error; null where there are none. */
export function sqlstateOf(thrown: unknown): string | null {
  if (thrown instanceof CityError) return sqlstateOf(thrown.cause);
  if (thrown instanceof QueryFailedError) return sqlstateOf(thrown.driverError);
  return thrown instanceof DatabaseError ? (thrown.code ?? null) : null;
}

function place(error: DatabaseError): Readonly<Record<string, string>> {
  const { table, column, constraint } = error;
  return Object.fromEntries(
    Object.entries({ table, column, constraint }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function fromServer(error: DatabaseError): CityError {
  const sqlstate = error.code ?? 'XX000';
  const found = byState[sqlstate] ?? byClass[sqlstate.slice(0, 2)] ?? unforeseen;
  return new CityError({ ...found, details: { sqlstate, ...place(error) }, cause: error });
}

/**
 * Turns what a database call threw into a {@link CityError}: by SQLSTATE, never by message.
 * `details` keeps sqlstate, table, column and constraint; statement and values stay in `cause`, which only the log sees.
 * Hand it nothing but what came out of a database call: a bare `Error` there means a lost connection.
 */
export function fromDatabase(thrown: unknown): unknown {
  if (thrown instanceof QueryFailedError) return fromDatabase(thrown.driverError);
  // The driver makes errors without a code of bytes that no PostgreSQL sends.
  const isNoServer = thrown instanceof DatabaseError && thrown.code === undefined;
  if (thrown instanceof DatabaseError && !isNoServer) return fromServer(thrown);
  if (isNoServer || thrown instanceof QueryRunnerAlreadyReleasedError || isConnectionFailure(thrown))
    return new CityError({ ...unavailable, cause: thrown });
  return thrown;
}
