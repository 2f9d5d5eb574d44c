import { Client } from 'pg';

import { CityError } from '../kernel/city-error.js';
import type { Deadline } from '../kernel/deadline.js';

/** How long telling a server may take: to reach it, and again to be answered. */
const tellingMs = 2_000;
/** How long a statement that was to be cancelled may still run; then its connection is broken off, since a server that hears nothing says nothing. */
const endingMs = 1_000;

/** Throws `TIMEOUT` where the deadline has passed. */
export function refuseLate(deadline: Deadline | undefined): void {
  if (deadline?.hasPassed !== true) return;
  throw new CityError({
    code: 'TIMEOUT',
    message: 'Expected the request to be answered in time, but its time was over; nothing was changed by this step.',
    messageZh: '请求超时，此步骤未执行，未作任何更改。',
    hint: 'Ask for less, or try again. 缩小范围，或重试。',
  });
}

/**
 * Runs statements on a connection; when the deadline passes meanwhile, the server is told to cancel what runs on it (SQLSTATE 57014), and
 * where that does not end it, the connection is broken off. It settles only after the server has been told, so that the cancellation never
 * meets the next user of the connection.
 */
export async function cutOffBy<Result>(
  deadline: Deadline,
  { connection, url }: { readonly connection: object; readonly url: string },
  run: () => Promise<Result>,
): Promise<Result> {
  refuseLate(deadline);
  let telling: Promise<void> | undefined;
  let breaking: NodeJS.Timeout | undefined;
  const stopListening = deadline.whenPassed(() => {
    telling = cancelOn(url, processOf(connection));
    breaking = setTimeout(() => breakOff(connection), endingMs);
  });
  try {
    return await run();
  } finally {
    stopListening();
    clearTimeout(breaking);
    await telling;
  }
}

/** Ends a connection at once, whatever runs on it: the driver destroys the socket where a statement is under way. */
function breakOff(connection: object): void {
  void (connection as Client).end().catch(() => undefined);
}

/** The server's process behind a connection of the driver, whose types do not tell it. */
function processOf(connection: object): number | null {
  const id = (connection as { readonly processID?: unknown }).processID;
  return typeof id === 'number' ? id : null;
}

/** Cancels by a connection of its own, since those of the pool may all be waiting; a server that cannot be told ends the statement by its own time-out. */
async function cancelOn(url: string, processId: number | null): Promise<void> {
  if (processId === null) return;
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: tellingMs,
    query_timeout: tellingMs,
    application_name: 'allgrid cancel',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_cancel_backend($1)', [processId]);
  } catch {
    // Breaking the connection off remains.
  } finally {
    // Nobody waits for the farewell: a server that hangs now would keep who told it for ever.
    void client.end().catch(() => undefined);
  }
}
