import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';

import { pagesHandler } from '../../../src/gateway/pages/pages-handler.js';

const page = '<!doctype html><title>网格</title>';
const script = `export const words = ${JSON.stringify('grid '.repeat(500))};`;
const secret = 'not for the public';

let folder: string;
let server: Server;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(folder, 'web/graphiql/assets'), { recursive: true });
  await mkdir(join(folder, 'web/start'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), secret);
  await writeFile(join(folder, 'web/start/index.html'), '<title>start</title>');
  await writeFile(join(folder, 'web/graphiql/index.html'), page);
  await writeFile(join(folder, 'web/graphiql/assets/main-AbCd1234.js'), script);
  await writeFile(join(folder, 'web/graphiql/assets/main-AbCd1234.js.br'), brotliCompressSync(script));
  await writeFile(join(folder, 'web/graphiql/assets/main-AbCd1234.js.gz'), gzipSync(script));
  await symlink(join(folder, 'secret.txt'), join(folder, 'web/graphiql/link.txt'));

  const pages = pagesHandler({ root: join(folder, 'web') });
  server = createServer((request, response) => {
    void pages(request, response).then((isAnswered) => {
      if (!isAnswered) response.writeHead(418).end('left to others');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Sends the path exactly as written; fetch would tidy it first. */
function send(
  path: string,
  { method = 'GET', headers = {} }: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
      response.on('error', reject);
    });
    sent.on('error', reject).end();
  });
}

const asset = '/graphiql/assets/main-AbCd1234.js';

describe('a page', () => {
  it('is served with a policy that lets nothing foreign in and nobody frame it', async () => {
    const { status, headers, body } = await send('/graphiql/');

    expect(status).toBe(200);
    expect(body.toString('utf8')).toBe(page);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    const policy = new Map(
      String(headers['content-security-policy'])
        .split('; ')
        .map((directive) => directive.split(' '))
        .map(([name, ...sources]) => [name, sources]),
    );
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    for (const closed of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) expect(policy.get(closed)).toEqual(["'none'"]);
    // No host stands in any directive, and styles alone may be written into the page.
    expect(
      [...policy.values()].flat().filter((source) => !["'self'", "'none'", 'blob:', 'data:', "'unsafe-inline'"].includes(source)),
    ).toEqual([]);
    expect([...policy].filter(([, sources]) => sources?.includes("'unsafe-inline'")).map(([name]) => name)).toEqual(['style-src']);
  });

  it('is found without its last stroke by a redirect that survives a prefix, the query with it', async () => {
    const { status, headers } = await send('/graphiql?a=1');

    expect({ status, location: headers.location }).toEqual({ status: 308, location: 'graphiql/?a=1' });
  });

  it('is noticed anew after a new build', async () => {
    const before = await send('/graphiql/');
    const index = join(folder, 'web/graphiql/index.html');
    await writeFile(index, '<title>new</title>');
    await utimes(index, new Date(), new Date(Date.now() + 5_000));

    const after = await send('/graphiql/', { headers: { 'if-none-match': String(before.headers.etag) } });

    expect({ status: after.status, body: after.body.toString() }).toEqual({ status: 200, body: '<title>new</title>' });
  });

  it('says that it is not built where it is not', async () => {
    const { status, body } = await send('/screen/');

    expect(status).toBe(503);
    expect(body.toString('utf8')).toContain('npm run build');
  });
});

describe('a file named by its content', () => {
  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
  ])('is sent to a client that takes "%s" as %s', async (accepted, encoding, unpack) => {
    const { status, headers, body } = await send(asset, { headers: { 'accept-encoding': accepted } });

    expect({ status, encoding: headers['content-encoding'] }).toEqual({ status: 200, encoding });
    expect(headers).toMatchObject({
      vary: 'Accept-Encoding',
      'content-length': String(body.length),
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(unpack(body).toString()).toBe(script);
  });

  it('has another tag in each encoding, and is not sent again to who holds it', async () => {
    const br = await send(asset, { headers: { 'accept-encoding': 'br' } });
    const plain = await send(asset);
    const again = await send(asset, { headers: { 'accept-encoding': 'br', 'if-none-match': `"other", W/${String(br.headers.etag)}` } });

    expect(br.headers.etag).not.toBe(plain.headers.etag);
    expect({ status: again.status, bytes: again.body.length }).toEqual({ status: 304, bytes: 0 });
  });

  it('tells its size to HEAD and sends nothing', async () => {
    const { status, headers, body } = await send(asset, { method: 'HEAD' });

    expect({ status, length: headers['content-length'], bytes: body.length }).toEqual({
      status: 200,
      length: String(script.length),
      bytes: 0,
    });
  });

  it('is no file of its own in its compressed form', async () => {
    expect((await send(`${asset}.br`)).status).toBe(404);
  });
});

describe('what is no page', () => {
  it.each([
    '/graphiql/../../secret.txt',
    '/graphiql/..%2f..%2fsecret.txt',
    '/graphiql/%2e%2e/%2e%2e/secret.txt',
    '/graphiql/..\\..\\secret.txt',
    '/graphiql/link.txt',
    '/graphiql/assets',
    '/graphiql//etc/passwd',
    '/graphiql/%00',
    '/graphiql/%E0%A4%A',
  ])('%s is not found', async (path) => {
    const { status, body } = await send(path);

    expect(status).toBe(404);
    expect(body.toString()).not.toContain(secret);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    const { status, headers } = await send('/graphiql/', { method });

    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' });
  });

  it.each(['/graphql', '/livez', '/secret.txt', '/../secret.txt', '//graphiql', '/graphiqlx'])('%s is left to others', async (path) => {
    expect((await send(path)).status).toBe(418);
  });
});
