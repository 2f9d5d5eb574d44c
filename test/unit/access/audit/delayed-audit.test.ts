import { DelayedAudit } from '../../../../src/features/access/audit/delayed-audit.js';
import type { AuditEntry } from '../../../../src/features/access/ports.js';
import { silentLog } from '../../../../src/kernel/log.js';
import { aLine } from '../../../support/access/an-audit-log.js';

function aLog(needs: { graceSeconds?: number; room?: number } = {}) {
  const clock = { at: new Date('2026-03-01T08:00:00Z'), now: () => clock.at };
  const written: AuditEntry[] = [];
  const state = { isAway: false };
  const write = async (entry: AuditEntry): Promise<void> => {
    if (state.isAway) throw new Error('away');
    written.push(entry);
  };
  const audit = new DelayedAudit({ record: (_, entry) => write(entry), write }, { clock, log: silentLog, graceSeconds: 0, ...needs });
  return { audit, clock, state, acts: () => written.map(({ act, at }) => [act, at?.toISOString() ?? null]) };
}

test('while the log is away lines wait, with the time at which they happened, and come in their order when it is back', async () => {
  const { audit, clock, state, acts } = aLog();
  state.isAway = true;
  expect(await audit.writeOrDelay(aLine({ act: 'first' }))).toBe('DELAYED');
  clock.at = new Date('2026-03-01T08:00:05Z');
  expect(await audit.writeOrDelay(aLine({ act: 'second' }))).toBe('DELAYED');
  state.isAway = false;
  await audit.stop();

  expect(acts()).toEqual([
    ['first', '2026-03-01T08:00:00.000Z'],
    ['second', '2026-03-01T08:00:05.000Z'],
  ]);
  expect(await audit.writeOrDelay(aLine({ act: 'third' }))).toBe('WRITTEN');
});

test('no audit, no read: what needs its line is refused at once without a grace', async () => {
  const { audit, state } = aLog();
  state.isAway = true;
  await expect(audit.write(aLine())).rejects.toThrow('away');
  expect(audit.waiting).toBe(0);
});

test('with a grace it goes on for so long after the first failure, and no longer', async () => {
  const { audit, clock, state } = aLog({ graceSeconds: 30 });
  state.isAway = true;
  await audit.write(aLine());
  clock.at = new Date('2026-03-01T08:00:29Z');
  await audit.write(aLine());
  clock.at = new Date('2026-03-01T08:00:30Z');
  await expect(audit.write(aLine())).rejects.toThrow('away');
  expect(audit.waiting).toBe(2);
  state.isAway = false;
  await audit.stop();
  expect(audit.waiting).toBe(0);
});

test('memory is bounded: where there is no room left the answer must not leave', async () => {
  const { audit, state } = aLog({ room: 1 });
  state.isAway = true;
  await audit.writeOrDelay(aLine());
  await expect(audit.writeOrDelay(aLine())).rejects.toThrow();
  await audit.stop();
});
