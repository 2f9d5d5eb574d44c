import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

import type { WebSocketServer } from 'ws';

import { isOwnOrigin } from '../http/own-origin.js';
import { socketLimits } from '../limits/limit-table.js';

const path = '/graphql';

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** Hands those connections of a server to the sockets that ask for it on the path of GraphQL, from no foreign page, while there is room. */
export function acceptUpgrades(server: Server, sockets: WebSocketServer): void {
  server.on('upgrade', (request, socket, head) => {
    upgrade(sockets, { request, socket, head });
  });
}

function upgrade(sockets: WebSocketServer, { request, socket, head }: Upgrade): void {
  const status = refusalOf(request, sockets);
  if (status !== null) {
    // Node has taken its own listener off the socket: a caller that resets it would end the process.
    socket.on('error', () => socket.destroy());
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    return;
  }
  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
}

function refusalOf(request: IncomingMessage, sockets: WebSocketServer): string | null {
  // Compared as it came: what no URL is made of, such as `//`, would throw here, and nobody above catches.
  if ((request.url ?? '/').split('?', 1)[0] !== path) return '404 Not Found';
  if (!isOwnOrigin(request)) return '403 Forbidden';
  return sockets.clients.size >= socketLimits.ofProcess ? '503 Service Unavailable' : null;
}
