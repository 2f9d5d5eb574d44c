import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { AbusedCity } from '../support/abuse/abused-city.js';
import { eventually } from '../support/eventlog/eventually.js';
import type { HttpAnswer } from '../support/gateway/graphql-client.js';

const query = '{ city { code } }';
const body = JSON.stringify({ query });
const report = 'mutation M { __typename }';

describe('hostile requests are refused in JSON, and cost no statement', () => {
  let city: AbusedCity;
  beforeAll(async () => {
    city = await AbusedCity.start({ REQUEST_TIMEOUT: '1' });
  }, 120_000);
  afterAll(() => city.stop());

  const codesOf = ({ errors }: HttpAnswer) => errors.map(({ extensions }) => extensions.code);
  /** Every answer is JSON with one code, a request id and one of these statuses. */
  const refused = (attack: () => Promise<readonly HttpAnswer[]>, statuses: readonly number[], code?: string): Promise<void> =>
    city.endures(async () => {
      const answers = await attack();
      for (const answer of answers) {
        expect(statuses).toContain(answer.status);
        expect(answer.headers.get('content-type')).toMatch(/json/);
        expect([answer.data ?? null, answer.errors.length]).toEqual([null, 1]);
        expect(answer.errors[0]!.extensions.requestId).toBe(answer.headers.get('x-request-id'));
        if (code !== undefined) expect(codesOf(answer)).toEqual([code]);
      }
      return answers.map(({ text }) => text);
    });
  const post = (text: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) => city.client.post(text, headers);
  const get = (search: string, headers: Readonly<Record<string, string>> = {}) => city.client.fetch(search, { headers });

  test('A01: truncated, empty and other JSON', async () => {
    await refused(
      () => Promise.all(['{"query": "{ ci', '', '[]', 'null', '"str"', '1', '{}'].map((text) => post(text))),
      [400],
      'BAD_USER_INPUT',
    );
  });

  test('A02: a mutation by GET, and a GET that a foreign page could send', async () => {
    const asked = `?query=${encodeURIComponent(query)}`;
    await refused(async () => [await get(asked), await get('')], [400], 'BAD_USER_INPUT');
    const mutation = await get(`?query=${encodeURIComponent(report)}`, { 'apollo-require-preflight': '1' });
    expect([mutation.status, mutation.data ?? null]).toEqual([405, null]);
    expect((await get(asked, { 'apollo-require-preflight': '1' })).errors).toEqual([]);
  });

  test('A03: a GET with types that pass for simple ones (GHSA-9q82-xgwf-vj6h)', async () => {
    const asked = `?query=${encodeURIComponent(query)}`;
    const types = ['message/x', 'text/plain', 'application/x-www-form-urlencoded', ';;', 'application/jsonx', 'multipart/form-data'];
    await refused(() => Promise.all(types.map((type) => get(asked, { 'content-type': type }))), [400], 'BAD_USER_INPUT');
  });

  test('A04: a POST as a form, as plain text and in parts', async () => {
    const types = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/json+x', ''];
    await refused(() => Promise.all(types.map((type) => post(body, { 'content-type': type }))), [400], 'BAD_USER_INPUT');
  });

  test('A05: two and a thousand operations in one body', async () => {
    await refused(
      () => Promise.all([2, 1_000].map((many) => post(JSON.stringify(Array.from({ length: many }, () => ({ query })))))),
      [400],
      'BAD_USER_INPUT',
    );
  });

  test('A06: a body one byte too long', async () => {
    const padded = JSON.stringify({ query, variables: { pad: 'x'.repeat(2 * 1024 * 1024) } });
    await city.endures(async () => {
      const { text } = await sendRaw(
        `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${padded.length}\r\nConnection: close\r\n\r\n${padded}`,
      );
      expect(text).toMatch(/^HTTP\/1\.1 413 [\s\S]*FILE_TOO_LARGE/);
      return [text];
    });
  });

  test('A06: bodies and heads that come too slowly, or are promised and never come, end in 408 and free their connections', async () => {
    await city.endures(async () => {
      const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
      const answers = await Promise.all([
        ...Array.from({ length: 50 }, () => sendRaw(`${head}Content-Length: 1000\r\n\r\n`, '{')),
        sendRaw(head, 'X'),
        sendRaw(`${head}Content-Length: 5000\r\n\r\n${body}`),
      ]);
      for (const { text } of answers) expect(text).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"TIMEOUT"/);
      return answers.map(({ text }) => text);
    });
  });

  test('A06: a length that is too short leaves a rest that is no request', async () => {
    const { text } = await sendRaw(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n${body}`,
    );
    expect(new Set(text.match(/HTTP\/1\.1 (\d+)/g))).toEqual(new Set(['HTTP/1.1 400']));
  });

  test('A07: other charsets, and compressed bodies whatever they unpack to', async () => {
    const charsets = ['utf-7', 'utf-16', 'gbk', 'cesu-8', 'shift_jis'];
    await refused(
      () => Promise.all(charsets.map((charset) => post(body, { 'content-type': `application/json; charset=${charset}` }))),
      [415],
      'ENCODING_UNDETECTED',
    );
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    await refused(
      () => Promise.all(['gzip', 'deflate', 'br'].map((encoding) => post(bomb, { 'content-encoding': encoding }))),
      [400],
      'BAD_USER_INPUT',
    );
  });

  test('A22: what takes too long is cancelled at the database, and nothing of it is left', async () => {
    const { sql, transaction } = city.platform.running.databases.index;
    const waiting = async (): Promise<number> => {
      const [row] = await sql.query<{ many: number }>(
        `select count(*)::int as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`,
      );
      return row!.many;
    };
    await transaction(async (held) => {
      await held.query('lock table element in access exclusive mode');
      const answers = await city.canary.whileSinging(() =>
        Promise.all(Array.from({ length: 5 }, () => city.client.ask('{ elements(first: 3) { totalCount nodes { name } } }'))),
      );
      for (const answer of answers) expect([answer.status, codesOf(answer), answer.data ?? null]).toEqual([504, ['TIMEOUT'], null]);
      await eventually('no statement waits any more', async () => (await waiting()) === 0);
    });
    expect((await city.client.ask('{ elements(first: 3) { totalCount } }')).errors).toEqual([]);
  });

  test('a path where nothing is carries the id of its request', async () => {
    const response = await fetch(`${city.platform.url}/nothing`, { headers: { 'x-request-id': 'case-2026:0042' } });
    const answer = (await response.json()) as { errors: readonly { extensions: { requestId: string } }[] };
    expect([response.status, answer.errors[0]!.extensions.requestId]).toEqual([404, 'case-2026:0042']);
  });

  /** Sends bytes as they are, then one more text again and again, until the server closes. */
  function sendRaw(first: string, drip?: string): Promise<{ readonly text: string }> {
    const { hostname, port } = new URL(city.platform.url);
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write(first));
      let text = '';
      const dripping = drip === undefined ? undefined : setInterval(() => socket.writable && socket.write(drip), 200);
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(dripping);
        resolve({ text });
      });
    });
  }
});
