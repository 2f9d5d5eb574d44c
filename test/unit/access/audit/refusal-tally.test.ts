import { RefusalTally } from '../../../../src/features/access/audit/refusal-tally.js';
import type { AuditEntry } from '../../../../src/features/access/ports.js';
import { silentLog } from '../../../../src/kernel/log.js';

function aTally(room?: number) {
  const clock = { at: new Date('2026-03-01T08:00:00Z'), now: () => clock.at };
  const written: AuditEntry[] = [];
  const state = { isAway: false };
  const write = async (entry: AuditEntry): Promise<void> => {
    if (state.isAway) throw new Error('away');
    written.push(entry);
  };
  const tally = new RefusalTally({ write, clock, log: silentLog, ...(room === undefined ? {} : { room }) });
  const refuse = (times: number, subject = 'handler', code = 'FORBIDDEN'): void => {
    const by = { subject, role: 'DEPARTMENT_HANDLER', department: 'HOUSING' } as const;
    for (let n = 0; n < times; n++) tally.note({ by, code, purpose: null, document: 'Asked', requestId: `r-${n}` });
  };
  const told = () => written.map(({ by, what }) => [by.subject, what['code'], what['count']]);
  return { tally, clock, state, refuse, told };
}

test('the first refusal of a minute is written at once, all others of it in one line when it is over', async () => {
  const { tally, clock, refuse, told } = aTally();
  refuse(3);
  await tally.flush();
  expect(told()).toEqual([['handler', 'FORBIDDEN', 3]]);

  refuse(10_000);
  await tally.flush();
  expect(told()).toHaveLength(1);
  clock.at = new Date('2026-03-01T08:01:00Z');
  await tally.flush();
  await tally.flush();
  expect(told()).toEqual([
    ['handler', 'FORBIDDEN', 3],
    ['handler', 'FORBIDDEN', 10_000],
  ]);
  await tally.stop();
});

test('nothing is lost while the log is away, and a stop writes what is counted', async () => {
  const { tally, state, refuse, told } = aTally();
  state.isAway = true;
  refuse(2);
  await tally.flush();
  refuse(2);
  state.isAway = false;
  await tally.stop();
  expect(told()).toEqual([['handler', 'FORBIDDEN', 4]]);
});

test('of more callers than there is room for, the rest is counted by code alone', async () => {
  const { tally, refuse, told } = aTally(3);
  for (let n = 1; n <= 10; n++) refuse(1, `caller-${n}`);
  await tally.stop();
  expect(told()).toEqual([
    ['caller-1', 'FORBIDDEN', 1],
    ['caller-2', 'FORBIDDEN', 1],
    ['caller-3', 'FORBIDDEN', 1],
    ['(others)', 'FORBIDDEN', 7],
  ]);
});
