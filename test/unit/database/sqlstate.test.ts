import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';

import { fromDatabase, sqlstateOf } from '../../../src/database/sqlstate.js';
import { CityError } from '../../../src/kernel/city-error.js';

function refused(sqlstate: string, place: Partial<DatabaseError> = {}): DatabaseError {
  return Object.assign(new DatabaseError('sealed words of the server', 1, 'error'), { code: sqlstate, ...place });
}

describe("PostgreSQL's refusals under the platform's names", () => {
  it.each([
    ['23505', 'CONFLICT', 'caller'],
    ['23503', 'CONFLICT', 'caller'],
    ['23P01', 'CONFLICT', 'caller'],
    ['23514', 'BAD_USER_INPUT', 'caller'],
    ['40001', 'CONFLICT', 'ours'],
    ['40P01', 'CONFLICT', 'ours'],
    ['57014', 'TIMEOUT', 'ours'],
    ['55P03', 'TIMEOUT', 'ours'],
    ['25P03', 'TIMEOUT', 'ours'],
    ['53100', 'STORAGE_FULL', 'ours'],
    ['25006', 'READ_ONLY', 'ours'],
    ['22021', 'TEXT_INVALID', 'caller'],
    ['22P05', 'TEXT_INVALID', 'caller'],
    ['57P01', 'UNAVAILABLE', 'ours'],
    ['57P03', 'UNAVAILABLE', 'ours'],
    ['08006', 'UNAVAILABLE', 'ours'],
    ['08P01', 'UNAVAILABLE', 'ours'],
    ['53300', 'UNAVAILABLE', 'ours'],
    ['28P01', 'UNAVAILABLE', 'ours'],
    ['3D000', 'UNAVAILABLE', 'ours'],
    ['22008', 'DATE_INVALID', 'caller'],
    ['22003', 'BAD_USER_INPUT', 'caller'],
    ['42601', 'INTERNAL', 'ours'],
    ['XX001', 'INTERNAL', 'ours'],
  ])('%s is %s, for %s to mend', (sqlstate, code, fault) => {
    const error = fromDatabase(refused(sqlstate));
    expect(error).toBeInstanceOf(CityError);
    expect(error).toMatchObject({ code, fault, details: { sqlstate } });
  });

  it('keeps table, column and constraint, and shows nothing the server said', () => {
    const error = fromDatabase(
      refused('23505', { table: 'unit', column: 'local_id', constraint: 'unit_key', detail: 'Key (name)=(sealed) exists.' }),
    ) as CityError;
    expect(error.details).toEqual({ sqlstate: '23505', table: 'unit', column: 'local_id', constraint: 'unit_key' });
    expect(`${error.message}${error.messageZh}${JSON.stringify(error.details)}`).not.toContain('sealed');
  });

  it("looks through TypeORM's wrapping, and can be asked for the state afterwards", () => {
    const wrapped = new QueryFailedError('select 1', [], refused('40001'));
    expect(sqlstateOf(wrapped)).toBe('40001');
    expect(sqlstateOf(fromDatabase(wrapped))).toBe('40001');
    expect(sqlstateOf(new Error('40001'))).toBeNull();
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])('%s is UNAVAILABLE', (code) => {
    expect(fromDatabase(Object.assign(new Error('connect'), { code }))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('takes a bare error of the driver for a lost connection, and leaves errors of programming alone', () => {
    expect(fromDatabase(new Error('Connection terminated unexpectedly'))).toMatchObject({ code: 'UNAVAILABLE' });
    const mistake = new TypeError('not a function');
    expect(fromDatabase(mistake)).toBe(mistake);
  });
});
