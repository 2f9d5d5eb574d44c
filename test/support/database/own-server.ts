import { type EmbeddedServer, startEmbeddedServer } from '../../../src/database/embedded/start-embedded-server.js';
import { silentLog } from '../../../src/kernel/log.js';
import { ownDirectory, removeDirectory } from '../embedded/own-directory.js';
import { withClient } from './with-client.js';

/** Its rows outlive stops, not crashes. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '40' };

/** A PostgreSQL server of one office alone, which a test may stop and start at the same address. */
export class OwnServer {
  readonly #port: number;

  private constructor(
    private readonly directory: string,
    private server: EmbeddedServer | null,
  ) {
    this.#port = server!.port;
  }

  /** Starts one with an empty database `front`. */
  static async start(): Promise<OwnServer> {
    const directory = await ownDirectory();
    const own = new OwnServer(directory, await startEmbeddedServer({ directory, log: silentLog, settings }));
    await own.asAdministrator('postgres', `create database front encoding 'UTF8' template template0`);
    return own;
  }

  /** Address of a database on it, for its administrator or another account. */
  url(database = 'front', account?: { readonly role: string; readonly password: string }): string {
    const url = new URL(this.#running().url(database));
    if (account) Object.assign(url, { username: account.role, password: account.password });
    return url.href;
  }

  /** Runs statements as the administrator. */
  async asAdministrator(database: string, text: string): Promise<void> {
    await withClient(this.url(database), (client) => client.query(text));
  }

  async stop(): Promise<void> {
    await this.server?.stop();
    this.server = null;
  }

  /** Starts it again at the same address. */
  async startAgain(): Promise<void> {
    this.server = await startEmbeddedServer({
      directory: this.directory,
      log: silentLog,
      settings: { ...settings, port: String(this.#port) },
    });
  }

  async remove(): Promise<void> {
    await this.stop();
    await removeDirectory(this.directory);
  }

  #running(): EmbeddedServer {
    if (this.server === null) throw new Error('The server of the office was stopped.');
    return this.server;
  }
}
