import { randomInt } from 'node:crypto';
import { chmod, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type EmbeddedServer, startEmbeddedServer } from '../../src/database/embedded/start-embedded-server.js';
import { openDatabase } from '../../src/database/open-database.js';
import { sqlOf } from '../../src/database/sql.js';
import { silentLog } from '../../src/kernel/log.js';
import { withClient } from '../support/database/with-client.js';
import { ownDirectory, removeDirectory } from '../support/embedded/own-directory.js';
import { type CityProcess, type CityProcessOptions, startCityProcess } from '../support/embedded/start-city-process.js';
import { until } from '../support/embedded/until.js';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Whether any user may walk into `folder`, as another user's PostgreSQL must to find its programs. */
async function isOpenToOthers(folder: string): Promise<boolean> {
  if (((await stat(folder)).mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToOthers(dirname(folder));
}

const closedCheckout = 'not tested: this checkout lies in a directory closed to other users, whose processes cannot read our programs';

let directory: string;
const children: CityProcess[] = [];

beforeEach(async () => {
  directory = await ownDirectory();
});

afterEach(async () => {
  // Whatever a failed test left running is adopted and stopped.
  await Promise.all(children.splice(0).map((child) => child.end('SIGKILL')));
  await (await startEmbeddedServer({ directory, log: silentLog })).stop();
  await removeDirectory(directory);
});

async function aCityProcess(options?: CityProcessOptions): Promise<CityProcess> {
  const child = await startCityProcess(directory, options);
  children.push(child);
  return child;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function keepARow(url: string): Promise<void> {
  await withClient(url, (client) => client.query(`create table kept as select '网格' as word`));
}

async function keptWord(url: string): Promise<unknown> {
  return withClient(url, async (client) => (await client.query<{ word: string }>('select word from kept')).rows[0]?.word);
}

async function withServer<Result>(work: (server: EmbeddedServer) => Promise<Result>): Promise<Result> {
  const server = await startEmbeddedServer({ directory, log: silentLog });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

it('is adopted, still running, after the process that started it was killed', async () => {
  const child = await aCityProcess();
  await keepARow(child.url);
  await child.end('SIGKILL');
  await withServer(async (server) => {
    expect(server.pid).toBe(child.serverPid);
    expect(await keptWord(server.url('postgres'))).toBe('网格');
  });
  await until(async () => (isRunning(child.serverPid) ? null : true));
});

it('stops with its process on SIGTERM and keeps all data', async () => {
  const child = await aCityProcess();
  await keepARow(child.url);
  expect(await child.end('SIGTERM')).toBe(0);
  await until(async () => (isRunning(child.serverPid) ? null : true));
  await withServer(async (server) => {
    expect(await keptWord(server.url('postgres'))).toBe('网格');
  });
});

it('serves two processes and stops with the last of them, whichever that is', async () => {
  const [first, second] = await Promise.all([aCityProcess(), aCityProcess()]);
  expect(second.serverPid).toBe(first.serverPid);
  await keepARow(first.url);
  expect(await first.end('SIGTERM')).toBe(0);
  expect(await keptWord(second.url)).toBe('网格');
  expect(await second.end('SIGTERM')).toBe(0);
  await expect(keptWord(second.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('is started again after it was killed, with every acknowledged row, while callers meet UNAVAILABLE', async () => {
  await withServer(async (server) => {
    const dataSource = await openDatabase({
      name: 'test',
      url: server.url('postgres'),
      entities: [],
      migrations: [],
      log: silentLog,
      poolSize: 8,
    });
    const sql = sqlOf(dataSource);
    await sql.query('create table acknowledged (id int primary key)');
    const acknowledged: number[] = [];
    const codes = new Set<unknown>();
    let next = 0;
    let isOver = false;
    const write = async (): Promise<void> => {
      while (!isOver) {
        const id = (next += 1);
        await sql.query('insert into acknowledged values ($1)', [id]).then(
          () => acknowledged.push(id),
          (thrown: { code?: unknown }) => codes.add(thrown.code),
        );
      }
    };
    const writers = Array.from({ length: 8 }, write);
    const killed = server.pid;
    const before = await until(async () => (acknowledged.length > randomInt(200, 400) ? acknowledged.length : null));
    process.kill(killed, 'SIGKILL');
    await until(async () => (server.pid !== killed && acknowledged.length > before + 200 ? true : null));
    isOver = true;
    await Promise.all(writers);
    const rows = await sql.query<{ id: number }>('select id from acknowledged');
    const stored = new Set(rows.map((row) => row.id));
    await dataSource.destroy();
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect([...codes]).toEqual(['UNAVAILABLE']);
  });
});

it('is started again when an adopted server is killed, whose parent buries it late', async () => {
  const child = await aCityProcess();
  await child.end('SIGKILL');
  await withServer(async (server) => {
    process.kill(server.pid, 'SIGKILL');
    await until(async () => (server.pid === child.serverPid ? null : server.pid));
    await until(async () => withClient(server.url('postgres'), (client) => client.query('select 1')));
  });
});

it('begins anew after a first start that was interrupted inside initdb', async () => {
  await mkdir(join(directory, 'pgdata.init'), { recursive: true });
  await writeFile(join(directory, 'pgdata.init', 'PG_VERSION'), '18\n');
  await withServer(async (server) => keepARow(server.url('postgres')));
});

it('starts over a pid file whose number was given to another process', async () => {
  await withServer((server) => keepARow(server.url('postgres')));
  await writeFile(join(directory, 'pgdata', 'postmaster.pid'), `${process.pid}\n${directory}/pgdata\n1\n5432\n\n127.0.0.1\n\nready\n`);
  await withServer(async (server) => {
    expect(await keptWord(server.url('postgres'))).toBe('网格');
  });
});

it('says what is missing when the password file was lost', async () => {
  await withServer(async () => undefined);
  const path = join(directory, 'postgres.password');
  await rename(path, `${path}.away`);
  await expect(startEmbeddedServer({ directory, log: silentLog })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringContaining(path),
  });
  await rename(`${path}.away`, path);
});

(isRoot ? it : it.skip)(
  'runs as an ordinary user inside a directory closed to others, and root can take it over and give it back',
  async () => {
    if (!(await isOpenToOthers(__dirname))) return console.warn(closedCheckout);
    await removeDirectory(directory);
    directory = await ownDirectory(nobody);
    const user = { uid: nobody, gid: nobody };
    const ordinary = await aCityProcess({ user });
    await keepARow(ordinary.url);
    expect(await ordinary.end('SIGTERM')).toBe(0);
    await withServer(async (server) => {
      expect(await keptWord(server.url('postgres'))).toBe('网格');
    });
    const again = await aCityProcess({ user });
    expect(await keptWord(again.url)).toBe('网格');
  },
);

(isRoot ? it : it.skip)('begins for root inside an empty directory that an ordinary user keeps closed, as that user', async () => {
  if (!(await isOpenToOthers(__dirname))) return console.warn(closedCheckout);
  await removeDirectory(directory);
  directory = await ownDirectory(nobody);
  await withServer((server) => keepARow(server.url('postgres')));
  expect((await stat(join(directory, 'pgdata'))).uid).toBe(nobody);
  await withServer(async (server) => expect(await keptWord(server.url('postgres'))).toBe('网格'));
});

(isRoot ? it : it.skip)(
  'runs as a user of its own where user namespaces are closed, and root goes on with that cluster later',
  async () => {
    if (!(await isOpenToOthers(__dirname))) return console.warn(closedCheckout);
    await chmod(directory, 0o711);
    const first = await aCityProcess({ hasNoNamespaces: true });
    await keepARow(first.url);
    expect((await stat(join(directory, 'pgdata'))).uid).not.toBe(0);
    expect(await first.end('SIGTERM')).toBe(0);
    await withServer(async (server) => {
      expect(await keptWord(server.url('postgres'))).toBe('网格');
    });
  },
);

(isRoot ? it : it.skip)("hands root's cluster to that user when namespaces were closed in between", async () => {
  if (!(await isOpenToOthers(__dirname))) return console.warn(closedCheckout);
  await chmod(directory, 0o711);
  await withServer((server) => keepARow(server.url('postgres')));
  const later = await aCityProcess({ hasNoNamespaces: true });
  expect(await keptWord(later.url)).toBe('网格');
});
