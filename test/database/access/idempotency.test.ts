import { IdempotencyTable } from '../../../src/features/access/storage/idempotency-table.js';
import { systemClock } from '../../../src/kernel/clock.js';
import type { Principal } from '../../../src/kernel/principal.js';
import { aPrincipal } from '../../support/access/a-principal.js';
import { aCityIndex, type TestCityIndex } from '../../support/eventlog/city-index.js';

let index: TestCityIndex;
beforeAll(async () => {
  index = await aCityIndex();
});
afterAll(() => index?.drop());

const table = new IdempotencyTable(systemClock);
const by = (changed: Partial<Principal>): Principal => aPrincipal(['360200'], { subject: 'ledger', ...changed });

/** What a key was answered with before; the first use is answered by `answer`. */
async function used(principal: Principal, answer: string): Promise<unknown> {
  return index.transaction(async (sql) => {
    const use = { by: principal, key: 'k-1', input: ['reportMatter', { title: '路灯不亮' }] };
    const earlier = await table.claim(sql, use);
    if (earlier === null) await table.keep(sql, use, { matter: answer });
    return earlier;
  });
}

test('a key is remembered for an office and its subject: a renewed credential goes on, another office begins', async () => {
  const first = by({ department: 'PETITION', credential: { kind: 'KEY', id: 'a', expiresAt: null } });
  const renewed = by({ department: 'PETITION', credential: { kind: 'KEY', id: 'b', expiresAt: null } });
  expect(await used(first, 'one')).toBeNull();
  expect(await used(renewed, 'two')).toEqual({ matter: 'one' });
  expect(await used(by({ department: 'HOUSING' }), 'three')).toBeNull();
  expect(await used(by({ department: null }), 'four')).toBeNull();
});
