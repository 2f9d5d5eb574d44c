import type { Server } from 'node:http';

import type { Log } from '../../kernel/log.js';

/** How long what is in flight may take once a server stops, milliseconds: everything else must be closed within 10 seconds as well. */
const longestAnswerMs = 6_000;

/** How a server is drained. */
export interface DrainWish {
  readonly log: Log;
  /** 6 seconds where it is left out. */
  readonly longestMs?: number;
}

/**
 * Takes no more connections and resolves when every request has been answered. Whoever waits for longer is cut off: it was promised nothing,
 * and a mutation comes again under its key.
 */
export async function drainServer(server: Server, { log, longestMs = longestAnswerMs }: DrainWish): Promise<void> {
  const overdue = setTimeout(() => giveUp(server, { log, longestMs }), longestMs);
  try {
    await closed(server);
  } finally {
    clearTimeout(overdue);
  }
}

function giveUp(server: Server, { log, longestMs }: Required<DrainWish>): void {
  server.getConnections((_error, connections) =>
    log.warn({ afterMs: longestMs, connections }, 'requests were given up, as the server stops'),
  );
  server.closeAllConnections();
}

function closed(server: Server): Promise<void> {
  server.closeIdleConnections();
  // A connection whose last answer is still under way goes when that is sent.
  server.keepAliveTimeout = 1;
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
