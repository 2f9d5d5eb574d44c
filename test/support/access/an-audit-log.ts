import { InboxFloor } from '../../../src/eventlog/inbox-floor.js';
import { type Session, sessionsAt } from '../../../src/eventlog/session.js';
import { digestNamed } from '../../../src/features/access/audit/digest.js';
import type { AuditEntry } from '../../../src/features/access/ports.js';
import { AuditStore } from '../../../src/features/access/storage/audit-store.js';
import { chainBatch } from '../../../src/features/access/storage/chain-batch.js';
import type { DepartmentCode } from '../../../src/kernel/ids.js';
import { aCityIndex, type TestCityIndex } from '../eventlog/city-index.js';

/** An audit log of one test alone. */
export interface TestAuditLog {
  readonly index: TestCityIndex;
  readonly store: AuditStore;
  /** A session of its own, as the chainer has. */
  readonly session: Session;
  /** The log's clock stands here until it is moved. */
  now: Date;
  /** Writes lines of these offices, one each. */
  write(...lines: readonly Partial<AuditEntry>[]): Promise<void>;
  /** Chains what waits. */
  chain(): Promise<void>;
  drop(): Promise<void>;
}

/** A line about one office's matter, written by a dispatcher of the city. */
export function aLine(changed: Partial<AuditEntry> = {}): AuditEntry {
  const by = { subject: 'dispatcher-1', role: 'TOWNSHIP_DISPATCHER', department: null } as const;
  return { by, act: 'reportMatter', office: 'HOUSING', what: { matter: 'm-1' }, outcome: 'DONE', requestId: 'r-1', ...changed };
}

/** A line that somebody of one office wrote. */
export function aLineOf(department: DepartmentCode, n: number): AuditEntry {
  const by = { subject: `handler-${department}`, role: 'DEPARTMENT_HANDLER', department } as const;
  return aLine({ by, office: department, what: { matter: `m-${n}` }, requestId: `r-${n}` });
}

/** Opens an empty one on a fresh city index. */
export async function anAuditLog(): Promise<TestAuditLog> {
  const index = await aCityIndex();
  const session = await sessionsAt(index.url, 'allgrid test')();
  const log = { now: new Date('2026-03-01T08:00:00Z') };
  const store = new AuditStore(index.sql, { now: () => log.now });
  return Object.assign(log, {
    index,
    store,
    session,
    write: async (...lines: readonly Partial<AuditEntry>[]) => {
      for (const line of lines) await store.write(aLine(line));
    },
    chain: async () => {
      const step = { batch: 500, floor: new InboxFloor(), digest: digestNamed('sha256') };
      while ((await chainBatch(session, step)) === step.batch);
    },
    drop: async () => {
      await session.close();
      await index.drop();
    },
  });
}
