import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aLineOf, anAuditLog, type TestAuditLog } from '../../support/access/an-audit-log.js';
import { auditCommand, type AuditRun } from '../../support/access/audit-command.js';

describe('npx allgrid audit', () => {
  let log: TestAuditLog;
  let folder: string;
  let run: (...words: readonly string[]) => Promise<AuditRun>;

  beforeAll(async () => {
    log = await anAuditLog();
    folder = await mkdtemp(join(tmpdir(), 'allgrid-audit-'));
    run = (...words) => auditCommand(words, { DATABASE_URL: log.index.url, DATA_DIR: folder, LOG_LEVEL: 'silent' });
    for (let n = 1; n <= 3; n++) await log.write(aLineOf('HOUSING', n), aLineOf('PETITION', n));
    await log.chain();
  });

  afterAll(async () => {
    await log?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  test('anchors heads in a signed file under a key that nobody else may read', async () => {
    const { code, stdout } = await run('anchor', '--json', '--key-file', join(folder, 'heads.pub'));

    expect([code, JSON.parse(stdout)]).toMatchObject([0, { heads: 2, unchained: 0, folder: join(folder, 'audit-heads') }]);
    expect((await stat(join(folder, 'audit-heads.key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'heads.pub'), 'utf8')).toContain('BEGIN PUBLIC KEY');
  });

  test('finds a log good, and says what waits to be chained', async () => {
    const { code, stdout } = await run('verify', '--key', join(folder, 'heads.pub'));

    expect(stdout.split('\n')).toEqual([
      'Good: the log is as it was written.',
      expect.stringMatching(/^6 links in 2 chains, 0 dropped chains, 1 files of heads; 1 lines wait since 20\d\d-.*Z to be chained\.$/),
      '',
    ]);
    expect(code).toBe(0);
  });

  test('A84: names the first bad line of a log that somebody changed, and ends with 1', async () => {
    const [edited] = await log.session.query<{ entry_id: string }>(
      `select entry_id::text from audit_link where chain = '2026-03-01/LOG/HOUSING' and seq = 2`,
    );
    await log.session.query('set session_replication_role = replica');
    await log.session.query(`update audit_entry set subject = 'somebody else' where id = $1`, [edited!.entry_id]);
    await log.session.query(`delete from audit_link where chain = '2026-03-01/LOG/PETITION' and seq = 3`);
    await log.session.query('set session_replication_role = origin');

    const { code, stdout } = await run('verify', '--json');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

    expect(lines[0]).toMatchObject({
      finding: { fault: 'EDITED', chain: '2026-03-01/LOG/HOUSING', seq: 2, entryId: edited!.entry_id },
    });
    expect(lines[1]).toMatchObject({ finding: { fault: 'TRUNCATED', chain: '2026-03-01/LOG/PETITION', seq: 3 } });
    expect(lines.at(-1)).toMatchObject({ good: false, findings: 3 });
    expect(code).toBe(1);
  });

  test('finds files of heads that were changed, or are gone', async () => {
    const [name] = await readdir(join(folder, 'audit-heads'));
    const path = join(folder, 'audit-heads', name!);
    const text = await readFile(path, 'utf8');

    await writeFile(path, text.replace('"seq":3', '"seq":2'));
    expect((await run('verify')).stdout).toContain(`HEAD_FILE ${name!} is not signed by the key that it names.`);
    await rm(path);
    expect((await run('verify')).stdout).toContain(`HEAD_FILE ${name!} was exported, but is not in the folder.`);
    await writeFile(path, text);
  });

  test('ends with 3 where there is no database', async () => {
    const nowhere = log.index.url.replace(/\/[^/]*$/, '/').replace(/:\d+\//, ':1/');
    const { code, stderr } = await auditCommand(['verify'], { DATABASE_URL: `${nowhere}allgrid`, DATA_DIR: folder });

    expect([code, stderr]).toEqual([3, expect.stringContaining('UNAVAILABLE')]);
  });
});
