import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

import { Client } from 'pg';

import { garbageProofClient } from '../../../src/database/garbage-proof-client.js';
import { impatientClient } from '../../../src/database/impatient-client.js';

const authenticated = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);
/** Begins as a message that the driver knows and goes on as none: its reader throws on it. */
const garbage = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 99]);

/** A server that lets everybody in and then answers every statement with these bytes, or with nothing. */
async function serverThatSays(bytes: Buffer | null): Promise<Server> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(authenticated);
      socket.on('data', () => bytes && socket.write(bytes));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('a connection of the platform', () => {
  let server: Server;
  afterEach(() => server.close());

  const connected = async (): Promise<Client> => {
    const { port } = server.address() as AddressInfo;
    const Connection = garbageProofClient(impatientClient(50, Client));
    const client = new Connection({ host: '127.0.0.1', port, user: 'allgrid', password: 'none', database: 'front' });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };

  test('breaks off where a server that hangs says nothing for longer than its patience', async () => {
    server = await serverThatSays(null);
    await expect((await connected()).query('select 1')).rejects.toThrow('Connection terminated');
  });

  test('breaks off where the other side speaks no PostgreSQL, and the process goes on', async () => {
    server = await serverThatSays(garbage);
    await expect((await connected()).query('select 1')).rejects.toThrow('speaks no PostgreSQL');
  });
});
