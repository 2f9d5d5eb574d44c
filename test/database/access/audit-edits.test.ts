import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

import { anchorHeads } from '../../../src/features/access/audit/anchor-heads.js';
import { type ExportedHeads, exportedHeads } from '../../../src/features/access/audit/exported-heads.js';
import { headChecker, headSigner, newSigningKey } from '../../../src/features/access/audit/head-signer.js';
import { HeadsFolder } from '../../../src/features/access/audit/heads-folder.js';
import { type AuditVerdict, verifyLog } from '../../../src/features/access/audit/verify-log.js';
import { snapshotOn } from '../../../src/features/access/storage/audit-archive-store.js';
import { HeadTable } from '../../../src/features/access/storage/head-table.js';
import type { Sql } from '../../../src/kernel/sql.js';
import { aLineOf, anAuditLog, type TestAuditLog } from '../../support/access/an-audit-log.js';
import { anEdit, type Edit, type KnownChain } from '../../support/access/edits-of-an-audit-log.js';

const offices = ['HOUSING', 'PETITION'];
const linesOfEach = 12;

describe('an audit log whose heads were exported', () => {
  let log: TestAuditLog;
  let path: string;
  let heads: ExportedHeads;
  let chains: readonly KnownChain[];

  beforeAll(async () => {
    log = await anAuditLog();
    path = await mkdtemp(join(tmpdir(), 'allgrid-heads-'));
    const folder = new HeadsFolder(path);
    const signer = headSigner(newSigningKey());
    const parts = { store: new HeadTable(), folder, signer, audit: log.store, clock: { now: () => log.now } };
    // Heads are exported in the middle as well as at the end, so that a rewritten chain is caught at the first of them.
    for (const half of [0, 1]) {
      const numbers = Array.from({ length: linesOfEach / 2 }, (_, n) => half * (linesOfEach / 2) + n);
      for (const n of numbers) await log.write(...offices.map((office) => aLineOf(office, n)));
      await log.chain();
      await log.index.transaction((sql) => anchorHeads(sql, parts));
    }
    await log.chain();
    heads = await exportedHeads(folder, headChecker(signer.publicPem));
    const snapshot = snapshotOn(log.index.sql);
    const names = (await snapshot.chains()).filter((name) => offices.some((office) => name.endsWith(office)));
    chains = await Promise.all(
      names.map(async (chain) => ({
        chain,
        links: await snapshot.links(chain, 0, 1_000),
        exported: heads.heads.get(chain)!.map(({ seq }) => seq),
      })),
    );
  });

  afterAll(async () => {
    await log?.drop();
    await rm(path, { recursive: true, force: true });
  });

  const verify = (sql: Sql): Promise<AuditVerdict> => verifyLog({ snapshot: (work) => work(snapshotOn(sql)) }, heads);

  /** What is found after the edit, which is taken back; triggers are off, as for somebody who owns the database. */
  async function found(edit: Edit): Promise<AuditVerdict> {
    const { session } = log;
    await session.query('begin; set local session_replication_role = replica');
    try {
      await edit.apply(session);
      return await verify(session);
    } finally {
      await session.query('rollback');
    }
  }

  test('is good as it was written: two chains of twelve lines, and the exports themselves', async () => {
    const verdict = await verify(log.index.sql);

    expect(chains.map(({ links, exported }) => [links.length, exported])).toEqual(offices.map(() => [12, [6, 12]]));
    expect(verdict).toMatchObject({ chains: 3, links: 2 * linesOfEach + 2, headFiles: 2, findings: [], unchained: { count: 0 } });
  });

  test('A84: 1,000 random edits are found, each by its first bad line or by an exported head', async () => {
    const counts = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(anEdit(chains), async (edit) => {
        const { findings } = await found(edit);
        counts.set(edit.name, (counts.get(edit.name) ?? 0) + 1);
        const first = findings.find(({ chain, seq }) => chain === edit.chain && (edit.seq !== null || seq === null));
        expect({ edit: edit.name, ...first }).toMatchObject({ edit: edit.name, chain: edit.chain, seq: edit.seq });
        expect(edit.faults).toContain(first!.fault);
      }),
      { numRuns: 1_000 },
    );
    // Every way of editing had its turn.
    expect(counts.size).toBeGreaterThan(30);
  });

  test.each(['audit_entry', 'audit_link', 'audit_tombstone'])('%s refuses to be changed, deleted and emptied', async (table) => {
    const { sql } = log.index;
    if (table === 'audit_tombstone') {
      await sql.query(`insert into audit_tombstone values ('2020-01-01/LOG/NOBODY', 1, 'sha256:00', now(), 'none')`);
    }
    const column = { audit_entry: 'act', audit_link: 'hash', audit_tombstone: 'hash' }[table]!;
    for (const statement of [`update ${table} set ${column} = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(sql.query(statement)).rejects.toMatchObject({ details: { constraint: 'audit_log' } });
    }
  });
});
