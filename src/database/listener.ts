import { Client } from 'pg';

/** A dedicated connection that hears NOTIFY. */
export interface Listener {
  /** Resolves when the channels are listened to for the first time. */
  readonly ready: Promise<void>;
  /** Ends the connection; nothing is called afterwards. */
  stop(): Promise<void>;
}

const firstRetryMs = 100;
const longestRetryMs = 2_000;
const connectTimeoutMs = 5_000;

/**
 * Listens on `channels` and calls `onWake` with the channel of each notification, and once for every channel after each (re)connection,
 * since what was notified meanwhile is lost. It reconnects for ever, with pauses from 0.1 s to 2 s.
 * NOTIFY is only a hint: readers ask the table what is new and poll as well. `onWake` must not throw.
 */
export function listen(url: string, channels: readonly string[], onWake: (channel: string) => void): Listener {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let retryMs = firstRetryMs;
  let announceReady: () => void;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });

  const arm = async (connection: Client): Promise<void> => {
    await connection.connect();
    for (const channel of channels) await connection.query(`listen ${connection.escapeIdentifier(channel)}`);
    retryMs = firstRetryMs;
    announceReady();
    if (!isStopped) channels.forEach(onWake);
  };
  const reconnectAfter = (lost: Client): void => {
    if (client !== lost) return;
    client = null;
    void lost.end().catch(() => undefined);
    if (isStopped) return;
    timer = setTimeout(open, retryMs);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  };
  const open = (): void => {
    const connection = new Client({
      connectionString: url,
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
      application_name: 'allgrid listener',
    });
    client = connection;
    connection.on('notification', ({ channel }) => {
      if (!isStopped) onWake(channel);
    });
    connection.on('error', () => {
      reconnectAfter(connection);
    });
    connection.on('end', () => {
      reconnectAfter(connection);
    });
    arm(connection).catch(() => {
      reconnectAfter(connection);
    });
  };

  open();
  return {
    ready,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
