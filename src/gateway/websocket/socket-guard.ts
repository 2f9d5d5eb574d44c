import type { WebSocket } from 'ws';

import { socketLimits } from '../limits/limit-table.js';

/** The protocol's word for a client that sends too much; clients take it for final. */
const tooMany = 4429;
const second = 1_000;
/** How long the last words may take to be sent. */
const graceMs = 1_000;

/** Ends a socket that floods: too many messages and pings in a second, or answers that it never reads piling up. */
export function guardSocket(socket: WebSocket): void {
  let count = 0;
  let since = Date.now();
  const counted = (): void => {
    const now = Date.now();
    if (now - since >= second) [count, since] = [0, now];
    count += 1;
    if (count > socketLimits.messagesASecond || socket.bufferedAmount > socketLimits.unreadBytes) end(socket);
  };
  for (const kind of ['message', 'ping', 'pong'] as const) socket.on(kind, counted);
}

// What still arrives is not read any more; a peer that only sends would never answer the closing handshake.
function end(socket: WebSocket): void {
  socket.removeAllListeners('message');
  socket.pause();
  socket.close(tooMany, 'too many messages');
  setTimeout(() => {
    socket.terminate();
  }, graceMs).unref();
}
