import { Client, type QueryConfig } from 'pg';

import { preparedName } from '../database/prepared.js';
import type { Sql } from '../kernel/sql.js';

/** A database connection of one's own, outside any pool: it may hold session locks and listen. */
export interface Session extends Sql {
  /** Calls `wake` whenever a notification arrives on `channel` (a fixed name of ours). */
  listen(channel: string, wake: () => void): Promise<void>;
  /** Calls `lost` once, when the connection breaks or is closed; every later query rejects. */
  whenLost(lost: () => void): void;
  /** Closes the connection and with it frees its locks; never rejects. */
  close(): Promise<void>;
}

/** Opens a {@link Session}; rejects when the database cannot be reached. */
export type OpenSession = () => Promise<Session>;

// A connection that a dead network swallowed must not hold its user for ever.
const patience = { connectionTimeoutMillis: 5_000, query_timeout: 30_000, keepAlive: true };

/** Opens sessions of that name at `url`, which must lead to PostgreSQL itself: a transaction-pooling proxy would break session locks. */
export function sessionsAt(url: string, name = 'allgrid sequencer'): OpenSession {
  return async () => {
    const client = new Client({ connectionString: url, application_name: name, ...patience });
    // Without a listener a broken connection would end the process; whoever uses the session learns by whenLost.
    client.on('error', () => undefined);
    await client.connect();
    return sessionOf(client);
  };
}

function statementOf(text: string, values: readonly unknown[]): QueryConfig {
  const name = preparedName(text);
  return { text, values: [...values], ...(name === undefined ? {} : { name }) };
}

function sessionOf(client: Client): Session {
  return {
    query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) =>
      (await client.query<Row & Record<string, unknown>>(statementOf(text, parameters))).rows,
    listen: async (channel, wake) => {
      client.on('notification', (message) => {
        if (message.channel === channel) wake();
      });
      await client.query(`listen ${channel}`);
    },
    whenLost: (lost) => void client.once('end', lost),
    close: () => client.end().catch(() => undefined),
  };
}
