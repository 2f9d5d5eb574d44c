import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What a proxy does with what passes through it. */
export type Fault =
  /** Nothing: everything passes. */
  | 'passes'
  /** Closes every connection, as a server that is not there. */
  | 'refuses'
  /** Takes every connection and lets nothing through, as a server behind a broken network. */
  | 'hangs'
  /** Lets questions through, and half of the first answer. */
  | 'cuts'
  /** Answers what no PostgreSQL answers. */
  | 'garbles'
  /** Lets answers through after 30 seconds. */
  | 'delays';

const delayMs = 30_000;
/** Begins as a message that the driver knows (`R`, authentication) and goes on as none. */
const garbage = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 99, ...Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')]);

/** Stands between the platform and the PostgreSQL of one office, and does what a bad network or a sick server would do. */
export class FaultyProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #fault: Fault = 'passes';
  #asked = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Begins to listen, on any free port of the loopback, for what is meant for `target` (`postgres://…`). */
  static async before(target: string): Promise<FaultyProxy> {
    const server = createServer();
    const proxy = new FaultyProxy(server);
    server.on('connection', (client) => proxy.#join(client, new URL(target)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  /** The address of a database of the target by way of the proxy. */
  addressOf(url: string): string {
    const address = new URL(url);
    address.hostname = '127.0.0.1';
    address.port = String((this.#server.address() as AddressInfo).port);
    return address.href;
  }

  /** How many pieces the platform has sent through it, whatever became of them. */
  get asked(): number {
    return this.#asked;
  }

  /** Does this from now on, to connections that stand as well. */
  becomes(fault: Fault): void {
    this.#fault = fault;
    if (fault === 'refuses') this.#dropAll();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#dropAll();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket, { hostname, port }: URL): void {
    if (this.#fault === 'refuses') return void client.destroy();
    const server = connect(Number(port), hostname);
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        end();
      });
    }
    client.on('data', (piece) => {
      this.#asked += 1;
      if (this.#fault !== 'hangs') server.write(piece);
    });
    server.on('data', (piece: Buffer) => this.#answer(client, piece));
  }

  #answer(client: Socket, piece: Buffer): void {
    switch (this.#fault) {
      case 'passes':
        client.write(piece);
        return;
      case 'cuts':
        client.write(piece.subarray(0, piece.length / 2), () => client.destroy());
        return;
      case 'garbles':
        client.write(garbage);
        return;
      case 'delays':
        this.#later(() => client.write(piece));
        return;
      default:
    }
  }

  #later(work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, delayMs);
    this.#timers.add(timer);
  }

  #dropAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
