import type { AddressInfo } from 'node:net';

import { type WebSocket, WebSocketServer } from 'ws';

import { followLog } from './follow-log.js';

// LISTEN to ws, and nothing else: each event is written out once and sent to every socket whose township it is of. broadcast.js INDEX-URL
const rooms = new Map<string | null, Set<WebSocket>>();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.once('message', (wish: Buffer) => {
    const where = JSON.parse(wish.toString()) as { division: { within: string } } | null;
    const township = where?.division.within ?? null;
    const room = rooms.get(township) ?? new Set();
    rooms.set(township, room.add(socket));
    socket.once('close', () => room.delete(socket));
    socket.send('{"type":"next","payload":{"data":{"matterEvents":{"__typename":"Heartbeat"}}}}');
  });
});

void followLog(process.argv[2]!, ({ township, event }) => {
  const bytes = Buffer.from(JSON.stringify({ id: '1', type: 'next', payload: { data: { matterEvents: event } } }));
  for (const room of [null, township]) for (const socket of rooms.get(room) ?? []) socket.send(bytes, { binary: false });
}).then(() => console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit());
