import { setImmediate } from 'node:timers/promises';

import { type OpenSession, type Session, sessionsAt } from '../../../src/eventlog/session.js';
import { digestNamed } from '../../../src/features/access/audit/digest.js';
import { verifyLog } from '../../../src/features/access/audit/verify-log.js';
import { AuditArchiveStore } from '../../../src/features/access/storage/audit-archive-store.js';
import { AuditChainer } from '../../../src/features/access/storage/audit-chainer.js';
import { silentLog } from '../../../src/kernel/log.js';
import { aLineOf, anAuditLog, type TestAuditLog } from '../../support/access/an-audit-log.js';
import { eventually } from '../../support/eventlog/eventually.js';

const offices = ['HOUSING', 'PETITION', 'URBAN_MANAGEMENT', 'CIVIL_AFFAIRS'];
const noHeads = { files: [], heads: new Map(), findings: [] };

/** A chainer as if in a process of its own. */
function aChainer(url: string) {
  const open = sessionsAt(url, 'allgrid test chainer');
  let isDead = false;
  let current: Session | null = null;
  const openWhileAlive: OpenSession = async () => {
    if (isDead) throw new Error('this process is gone');
    return (current = await open());
  };
  const chainer = new AuditChainer({
    open: openWhileAlive,
    log: silentLog,
    digest: digestNamed('sha256'),
    pollMs: 10,
    retryMs: 20,
    batch: 16,
  });
  chainer.start();
  return {
    chainer,
    kill: async () => {
      isDead = true;
      await current?.close();
    },
  };
}

describe('the audit chainers of several processes', () => {
  let log: TestAuditLog;
  let processes: ReturnType<typeof aChainer>[];

  beforeEach(async () => {
    log = await anAuditLog();
    processes = [aChainer(log.index.url), aChainer(log.index.url)];
  });
  afterEach(async () => {
    await Promise.all(processes.map(({ chainer }) => chainer.stop()));
    await log.drop();
  });

  const nothingWaits = (): Promise<void> =>
    eventually('nothing waits to be chained', async () => (await log.index.sql.query('select from audit_unchained')).length === 0);
  const verdict = () => verifyLog(new AuditArchiveStore(log.index.transaction), noHeads);

  test('sixteen writers of four offices, the leader killed in the middle: every line is chained once, densely', async () => {
    const linesOfEach = 40;
    let written = 0;
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let n = 0; n < linesOfEach; n++) {
        await log.store.write(aLineOf(offices[writer % 4]!, writer * linesOfEach + n));
        written += 1;
        await setImmediate();
      }
    });
    await eventually('a third is written and somebody leads', () => written > 200 && processes.some(({ chainer }) => chainer.leading));
    const leader = processes.find(({ chainer }) => chainer.leading)!;
    await leader.kill();
    await Promise.all(writers);
    await nothingWaits();

    expect(await verdict()).toMatchObject({ chains: 4, links: 16 * linesOfEach, unchained: { count: 0 }, findings: [] });
    const places = await log.index.sql.query<{ chain: string; links: number; last: number; lines: number }>(
      `select chain, count(*)::int as links, max(seq)::int as last, count(distinct entry_id)::int as lines from audit_link group by chain`,
    );
    expect(places.map(({ links, last, lines }) => [links, last, lines])).toEqual(offices.map(() => [160, 160, 160]));
  });

  test('a line whose transaction commits late is chained, although younger ids were before it', async () => {
    let commit = (): void => undefined;
    let isWritten = (): void => undefined;
    const written = new Promise<void>((resolve) => (isWritten = resolve));
    const late = log.index.transaction(async (sql) => {
      await log.store.record(sql, aLineOf('HOUSING', 1));
      isWritten();
      await new Promise<void>((resolve) => (commit = resolve));
    });
    await written;
    for (let n = 2; n <= 30; n++) await log.write(aLineOf('HOUSING', n));
    await nothingWaits();
    commit();
    await late;
    await eventually('the late line is chained', async () => (await log.index.sql.query('select from audit_link')).length === 30);

    const [last] = await log.index.sql.query<{ entry_id: string }>('select entry_id::text from audit_link order by seq desc limit 1');
    const [oldest] = await log.index.sql.query<{ id: string }>('select min(id)::text as id from audit_entry');
    expect(last!.entry_id).toBe(oldest!.id);
    expect((await verdict()).findings).toEqual([]);
  });

  test('a queue that was filled twice does not stop the chains', async () => {
    await log.write(aLineOf('HOUSING', 1));
    await nothingWaits();
    await Promise.all(processes.map(({ chainer }) => chainer.stop()));
    await log.index.sql.query('insert into audit_unchained select id from audit_entry');
    await log.write(aLineOf('HOUSING', 2));
    processes = [aChainer(log.index.url)];
    await nothingWaits();

    expect(await verdict()).toMatchObject({ links: 2, findings: [] });
  });
});
