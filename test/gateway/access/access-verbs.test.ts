import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { accessLines } from '../../../src/cli/access/access-lines.js';
import { roles } from '../../../src/kernel/principal.js';
import { allgridHere } from '../../support/access/allgrid-here.js';
import { allgridProcess } from '../../support/access/allgrid-process.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

const whoAmI = '{ whoAmI { subject kind role department divisions } }';
const keyForm = /^key_[a-z0-9]{12}_[\w-]{43}$/;

describe('allgrid token and key', () => {
  let city: ServedCity;
  let environment: { readonly DATABASE_URL: string; readonly DATA_DIR: string };
  const before = { ...process.env };
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
    const { databaseUrl, dataDir } = city.platform.running.config;
    environment = { DATABASE_URL: databaseUrl!, DATA_DIR: dataDir };
    Object.assign(process.env, environment, { LOG_LEVEL: 'silent' });
  }, 120_000);
  afterAll(async () => {
    process.env = before;
    await city?.stop();
  });

  const allgrid = (...words: readonly string[]) => allgridHere(words);
  const ask = (credential: string) => new GraphqlClient(city.platform.url, credential).ask<{ whoAmI: object }>(whoAmI);

  test('a token is made in a process of its own, and the platform that serves believes it', async () => {
    const words = ['--role', 'department-handler', '--department', 'orchard', '--divisions', '990101', '--ttl', '1h'];
    const { exitCode, out, err } = await allgridProcess(environment, ['token', 'create', ...words]);
    expect([exitCode, err]).toEqual([0, '']);
    expect((await ask(out.trim())).data).toEqual({
      whoAmI: {
        subject: 'department-handler-orchard',
        kind: 'PERSON',
        role: 'DEPARTMENT_HANDLER',
        department: 'ORCHARD',
        divisions: ['990101'],
      },
    });
  });

  test('a key is made, listed, rotated and revoked, and the platform that serves hears of each', async () => {
    const words = ['--role', 'DEPARTMENT_SYSTEM', '--department', 'LIGHTHOUSE', '--acts', 'report', '--networks', '127.0.0.1'];
    const made = await allgrid('key', 'create', ...words);
    const key = made.out.trim();
    expect([made.exitCode, made.err]).toEqual([0, expect.stringContaining('shown this once')]);
    expect(key).toMatch(keyForm);
    await eventually('the key is believed', async () => (await ask(key)).status === 200);

    const id = key.split('_')[1]!;
    const second = JSON.parse((await allgrid('key', 'rotate', id, '--ttl', 'never', '--json')).out) as { key: string; expiresAt: null };
    expect([second.key, second.expiresAt]).toEqual([expect.stringMatching(keyForm), null]);
    const third = await allgrid('key', 'rotate', id);
    expect([third.exitCode, third.out, third.err]).toEqual([2, '', expect.stringMatching(/^CONFLICT: .*key revoke/s)]);

    expect((await allgrid('key', 'revoke', id)).exitCode).toBe(0);
    await eventually('the old key is refused', async () => (await ask(key)).status === 401);
    const { out } = await allgrid('key', 'list', '--all', '--json');
    const listed = out.trim().split('\n');
    expect(listed.map((line) => (JSON.parse(line) as { state: string }).state).sort()).toEqual(['LIVE', 'REVOKED']);
    expect(out).not.toContain(key.split('_')[2]!);
    expect(out).not.toMatch(/hash/i);
  });

  test('what cannot be is refused with exit code 2, and says why', async () => {
    const noRole = await allgrid('token', 'create', '--role', 'king');
    expect([noRole.exitCode, noRole.out, noRole.err]).toEqual([2, '', expect.stringContaining('GRID_WORKER')]);
    const noDivision = await allgrid('key', 'create', '--role', 'analyst', '--divisions', '123456');
    expect([noDivision.exitCode, noDivision.err]).toEqual([2, expect.stringContaining('123456')]);
    const notSaid = await allgrid('key', 'create');
    expect([notSaid.exitCode, notSaid.err]).toEqual([2, expect.stringContaining('--role')]);
  });

  test('token roles shows what every role may', async () => {
    const { exitCode, out } = await allgrid('token', 'roles');
    expect(exitCode).toBe(0);
    for (const role of roles) expect(out).toContain(role);
    expect((await allgrid('token', 'roles', '--json')).out.trim().split('\n')).toHaveLength(roles.length);
  });

  test('the first start prints a token for each role, each of which is believed, and keeps them for this user alone', async () => {
    const first = await accessLines(city.platform.running);
    const tokens = first.flatMap((line) => /^ {2}(eyJ\S+)$/.exec(line)?.[1] ?? []);
    const answers = await Promise.all(
      tokens.map((token) => new GraphqlClient(city.platform.url, token).data<{ whoAmI: { role: string } }>(whoAmI)),
    );
    expect(answers.map(({ whoAmI: { role } }) => role)).toEqual(roles);

    const path = join(city.platform.running.config.dataDir, 'demo-tokens.txt');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    for (const token of tokens) expect(await readFile(path, 'utf8')).toContain(token);
    const later = await accessLines(city.platform.running);
    expect(later.join('\n')).toContain(path);
    expect(later.join('\n')).not.toContain('eyJ');
  });
});

describe('allgrid without a city', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allgrid-none-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('production names every setting that it refuses at once, and shows none of them', async () => {
    const known = { DATABASE_URL: 'postgres://city:changeme@db.invalid/city', PETITION_DATABASE_URL: 'postgres://p:password@db.invalid/p' };
    const environment = {
      NODE_ENV: 'production',
      AUTH: 'demo',
      DATA_DIR: folder,
      CURSOR_SECRET: 'example-example-example-example-1',
      ...known,
    };
    const { exitCode, err } = await allgridProcess(environment, ['serve']);
    expect(exitCode).toBe(2);
    for (const name of ['AUTH', 'CURSOR_SECRET', ...Object.keys(known)]) expect(err).toMatch(new RegExp(`^${name}: `, 'm'));
    expect(err).not.toMatch(/changeme|:password@|example-example/);
  });
});
