import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ExecutionResult } from 'graphql';

import { packageRoot } from '../../../src/config/package-root.js';
import { documentIdOf } from '../../../src/gateway/documents/document-id.js';
import type { Role } from '../../../src/kernel/principal.js';
import { allgridHere } from '../../support/access/allgrid-here.js';
import { demoToken } from '../../support/access/demo-token.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { GraphqlClient, type GraphqlError } from '../../support/gateway/graphql-client.js';
import { type Delivery, liveClient, liveQuery } from '../../support/gateway/live-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

const own = '{ city { code nameZh } }';
const unknown = 'PERSISTED_DOCUMENT_NOT_FOUND';

describe('allgrid operations', () => {
  let city: ServedCity;
  let folder: string;
  const before = { ...process.env };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allgrid-operations-'));
    city = await ServedCity.start(drawnCity, undefined, { DOCUMENTS: 'trusted' });
    const { databaseUrl, dataDir } = city.platform.running.config;
    Object.assign(process.env, { DATABASE_URL: databaseUrl!, DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  }, 120_000);
  afterAll(async () => {
    process.env = before;
    await city?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const operations = (...words: readonly string[]) => allgridHere(['operations', ...words]);
  async function file(name: string, text: string): Promise<string> {
    const path = join(folder, `${name}.graphql`);
    await writeFile(path, text);
    return path;
  }
  async function caller(subject: string, role: Role) {
    const token = await demoToken(city.platform, { subject, role, department: null });
    const client = new GraphqlClient(city.platform.url, token);
    const codeOf = async (body: object): Promise<string> => (await client.post(JSON.stringify(body))).errors[0]?.extensions.code ?? 'OK';
    return { token, text: (query: string) => codeOf({ query }), byId: (text: string) => codeOf({ documentId: documentIdOf(text) }) };
  }
  async function firstLive(token: string, documentId: string): Promise<string> {
    const client = liveClient(city.platform.url, token);
    try {
      const stream = client.iterate<{ readonly matterEvents: Delivery }>({ query: '', extensions: { documentId } });
      const { value } = (await stream.next()) as IteratorResult<ExecutionResult<{ readonly matterEvents: Delivery }>, undefined>;
      await stream.return?.();
      return value?.data?.matterEvents.__typename ?? 'nothing';
    } catch (refused) {
      return String((refused as readonly GraphqlError[])[0]?.extensions.code);
    } finally {
      await client.dispose();
    }
  }

  test('A26: a document that is added is asked for by its id, on both transports, by its subject alone, until it is removed', async () => {
    const [wall, other] = [await caller('wall', 'SCREEN'), await caller('other-wall', 'SCREEN')];
    expect([await wall.byId(own), await wall.text(own), await firstLive(wall.token, documentIdOf(liveQuery))]).toEqual([
      unknown,
      'FORBIDDEN',
      unknown,
    ]);
    const files = [await file('own', own), await file('live', liveQuery)];
    const added = await operations('add', ...files, '--subject', 'wall');
    expect([added.exitCode, added.err]).toEqual([0, '']);
    for (const text of [own, liveQuery]) expect(added.out).toContain(documentIdOf(text));

    await eventually('the document is known', async () => (await wall.byId(own)) === 'OK');
    expect([await wall.text(` ${own} # mine`), await wall.text('{ city { code } }')]).toEqual(['OK', 'FORBIDDEN']);
    expect(await firstLive(wall.token, documentIdOf(liveQuery))).toBe('Heartbeat');
    expect([await other.byId(own), await other.text(own), await firstLive(other.token, documentIdOf(liveQuery))]).toEqual([
      unknown,
      'FORBIDDEN',
      unknown,
    ]);

    for (const text of [own, liveQuery]) expect((await operations('remove', documentIdOf(text))).exitCode).toBe(0);
    await eventually('the document is gone', async () => (await wall.byId(own)) === unknown);
    await eventually('the other is gone', async () => (await firstLive(wall.token, documentIdOf(liveQuery))) === unknown);
    expect(await operations('remove', documentIdOf(own))).toMatchObject({ exitCode: 2, err: expect.stringContaining('NOT_FOUND') });
    const lines = await city.platform.running.databases.index.sql.query<{ act: string; what: object }>(
      `select act, what from audit_entry where what->>'document' = $1 order by id`,
      [documentIdOf(own)],
    );
    const what = { document: documentIdOf(own), of: 'wall', name: 'own' };
    expect(lines).toEqual([
      { act: 'pinDocument', what },
      { act: 'unpinDocument', what },
    ]);
  });

  test('an analyst sends what it likes until it pins documents, and is bound to them and the house’s until they are removed', async () => {
    const [analyst, other] = [await caller('pinning', 'ANALYST'), await caller('free', 'ANALYST')];
    expect(await analyst.text('{ city { code } }')).toBe('OK');
    await operations('add', await file('own', own), '--subject', 'pinning');
    await eventually('the analyst is bound', async () => (await analyst.text('{ city { code } }')) === 'FORBIDDEN');
    const house = await readFile(join(packageRoot(), 'schema', 'operations', 'situation.graphql'), 'utf8');
    expect([await analyst.byId(own), await analyst.text(own), await analyst.byId(house)]).toEqual(['OK', 'OK', 'OK']);
    expect(await analyst.text('{ __schema { types { name } } }')).toBe('FORBIDDEN');
    expect(await other.text('{ city { code } }')).toBe('OK');

    await operations('remove', documentIdOf(own));
    await eventually('the analyst is free', async () => (await analyst.text('{ city { code } }')) === 'OK');
  });

  test('everybody’s are for all who may ask nothing else, and told from those of one subject', async () => {
    const screen = await caller('any-wall', 'SCREEN');
    const path = await file('shared', own);
    await operations('add', path);
    await operations('add', path, '--subject', 'somebody');
    expect((await operations('add', path, '--json')).out).toContain('"isNew":false');
    await eventually('the screen finds it', async () => (await screen.byId(own)) === 'OK');
    const listed = (await operations('list', '--json')).out.trim().split('\n');
    expect(listed.map((line) => (JSON.parse(line) as { subject: string | null }).subject)).toEqual(['somebody', null]);

    const id = documentIdOf(own);
    expect(await operations('remove', id)).toMatchObject({ exitCode: 2, err: expect.stringMatching(/^CONFLICT: .*somebody, everybody/) });
    expect((await operations('remove', id, '--everybody')).exitCode).toBe(0);
    await eventually('the screen finds it no longer', async () => (await screen.byId(own)) === unknown);
    expect((await operations('remove', id, '--subject', 'somebody')).exitCode).toBe(0);
    expect((await operations('list')).out).toBe('No pinned document.\n');
  });

  test('what cannot be asked is refused with its file’s name, and of several files none is kept', async () => {
    const good = await file('good', own);
    const refused = async (name: string, text: string) => (await operations('add', good, await file(name, text))).err.split('.')[0];
    expect(await refused('wrong', '{ nothing }')).toMatch(/^BAD_USER_INPUT: wrong: .*1:3 /);
    expect(await refused('two', 'query A { city { code } } query B { city { code } }')).toMatch(/^BAD_USER_INPUT: two: .*one operation/);
    expect(
      await refused(
        'dear',
        '{ allElementsGrids(first: 100) { nodes { links(first: 100) { nodes { grid { links { nodes { weight } } } } } } } }',
      ),
    ).toMatch(/^QUERY_COST: dear: /);
    expect(await operations('add', join(folder, 'absent.graphql'))).toMatchObject({ exitCode: 2, out: '' });
    expect(await operations('add', good, '--subject', ' ')).toMatchObject({ exitCode: 2, out: '' });
    expect((await operations('list')).out).toBe('No pinned document.\n');
  });
});
