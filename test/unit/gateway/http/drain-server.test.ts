import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { drainServer } from '../../../../src/gateway/http/drain-server.js';
import { silentLog } from '../../../../src/kernel/log.js';

const listening = async (listener: RequestListener): Promise<Server> => {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe('draining a server', () => {
  test('F05: what is in flight is answered, and nobody new is let in', async () => {
    const server = await listening(() => undefined);
    const answered = once(get(urlOf(server)), 'response') as Promise<[IncomingMessage]>;
    const [, underWay] = (await once(server, 'request')) as [unknown, ServerResponse];
    const url = urlOf(server);
    const drained = drainServer(server, { log: silentLog });
    const [refused] = (await once(get(url), 'error')) as [NodeJS.ErrnoException];
    underWay.end('done');
    const [response] = await answered;
    const [text] = (await once(response.setEncoding('utf8'), 'data')) as [string];
    await drained;

    expect([refused.code, text]).toEqual(['ECONNREFUSED', 'done']);
  });

  test('F05: who waits for too long is cut off, and the log says how many', async () => {
    const warnings: unknown[] = [];
    const server = await listening(() => undefined);
    const asked = get(urlOf(server));
    const cut = once(asked, 'error') as Promise<[NodeJS.ErrnoException]>;
    await once(server, 'request');
    await drainServer(server, { log: { ...silentLog, warn: (fields) => void warnings.push(fields) }, longestMs: 20 });

    expect((await cut)[0].code).toBe('ECONNRESET');
    expect(warnings).toEqual([{ afterMs: 20, connections: 1 }]);
  });
});
