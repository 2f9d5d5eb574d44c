import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { anchorHeads } from '../../../src/features/access/audit/anchor-heads.js';
import { buryOldChains } from '../../../src/features/access/audit/drop-chains.js';
import { exportedHeads } from '../../../src/features/access/audit/exported-heads.js';
import { headChecker, headSigner, newSigningKey } from '../../../src/features/access/audit/head-signer.js';
import { HeadsFolder } from '../../../src/features/access/audit/heads-folder.js';
import { type AuditVerdict, verifyLog } from '../../../src/features/access/audit/verify-log.js';
import { AuditArchiveStore } from '../../../src/features/access/storage/audit-archive-store.js';
import { ChainRemainsTable } from '../../../src/features/access/storage/chain-remains-table.js';
import { HeadTable } from '../../../src/features/access/storage/head-table.js';
import { aLineOf, anAuditLog, type TestAuditLog } from '../../support/access/an-audit-log.js';

const keep = { LOG: 184, PROVISION: 1_096 };

describe('a log that grows old', () => {
  let log: TestAuditLog;
  let path: string;
  const signer = headSigner(newSigningKey());
  beforeEach(async () => {
    log = await anAuditLog();
    path = await mkdtemp(join(tmpdir(), 'allgrid-heads-'));
    await log.write(aLineOf('HOUSING', 1), aLineOf('HOUSING', 2), { ...aLineOf('HOUSING', 3), kind: 'READ' });
    await log.chain();
    log.now = new Date('2026-12-01T08:00:00Z');
  });
  afterEach(async () => {
    await log.drop();
    await rm(path, { recursive: true, force: true });
  });

  const clock = { now: (): Date => log.now };
  const folder = (): HeadsFolder => new HeadsFolder(path);
  const anchor = () =>
    log.index.transaction((sql) => anchorHeads(sql, { store: new HeadTable(), folder: folder(), signer, audit: log.store, clock }));
  const drop = async (): Promise<number> => {
    const remains = new ChainRemainsTable();
    const buried = await log.index.transaction((sql) => buryOldChains(sql, { remains, audit: log.store, clock, keep }));
    while ((await log.index.transaction((sql) => remains.clear(sql, 1))) > 0);
    return buried;
  };
  const verdict = async (): Promise<AuditVerdict> =>
    verifyLog(new AuditArchiveStore(log.index.transaction), await exportedHeads(folder(), headChecker(signer.publicPem)));

  test('loses a chain after its time, its head exported; a tombstone stays, records of provision stay, and the log is good', async () => {
    expect(await drop()).toBe(0);
    await anchor();
    expect(await drop()).toBe(1);
    await log.chain();

    expect(await log.index.sql.query(`select id from audit_entry where subject = 'handler-HOUSING' and kind = 'ACT'`)).toEqual([]);
    expect(await log.index.sql.query(`select count(*)::int as reads from audit_entry where kind = 'READ'`)).toEqual([{ reads: 1 }]);
    expect(await verdict()).toMatchObject({ tombstones: 1, findings: [] });
  });

  test('A84: a tombstone that was set to cover a deletion is found', async () => {
    await anchor();
    await log.index.sql.query(
      `insert into audit_tombstone select chain, seq, hash, $1::timestamptz, 'none' from audit_link where chain like '%PROVISION%'`,
      [log.now],
    );
    await log.index.transaction((sql) => new ChainRemainsTable().clear(sql, 10));

    expect((await verdict()).findings).toMatchObject([{ fault: 'TOMBSTONE', chain: '2026-03-01/PROVISION/HOUSING', seq: 1 }]);
  });
});
