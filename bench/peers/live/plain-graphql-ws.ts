import { EventEmitter, on } from 'node:events';
import type { AddressInfo } from 'node:net';

import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

import { followLog, type PeerEvent } from './follow-log.js';

// graphql-ws as its documentation has it: each subscriber has an execution of its own for each event. plain-graphql-ws.js INDEX-URL
const schema = buildSchema(`
  scalar Cursor scalar DateTime scalar GeoJSON
  type Query { nothing: Int }
  type Subscription { matterEvents(where: MatterEventFilter, after: Cursor): MatterEventDelivery! }
  input DivisionFilter { within: String } input MatterEventFilter { division: DivisionFilter, department: [String!], state: [String!], light: [String!] }
  union MatterEventDelivery = MatterEvent | Heartbeat | StreamGap
  type Heartbeat { cursor: Cursor! serverTime: DateTime! }
  type StreamGap { from: Cursor! to: Cursor! reason: String! resync: Boolean! }
  type MatterEvent { cursor: Cursor! eventId: ID! position: Float! kind: String! occurredAt: DateTime! recordedAt: DateTime! matter: Matter! }
  type Matter { id: ID! localId: String! title: String! state: String! light: String! point: GeoJSON reportedAt: DateTime! dueAt: DateTime version: Int!
    grid: Grid keeper: Organisation category: Category }
  type Grid { code: String name: String } type Organisation { name: String } type Category { code: String nameZh: String }
`);
interface Asked {
  readonly where: { readonly division?: { readonly within: string } } | null;
}
const events = new EventEmitter().setMaxListeners(0);
const matterEvents = async function* ({ where }: Asked): AsyncGenerator<unknown> {
  yield { matterEvents: { __typename: 'Heartbeat', cursor: 'x', serverTime: new Date() } };
  for await (const [{ township, event }] of on(events, 'event') as AsyncIterable<[PeerEvent]>) {
    if (where?.division === undefined || where.division.within === township) yield { matterEvents: event };
  }
};

const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/graphql', perMessageDeflate: false });
useServer({ schema, roots: { subscription: { matterEvents } } }, sockets);
void followLog(process.argv[2]!, (event) => events.emit('event', event)).then(() =>
  console.log(`ready http://127.0.0.1:${(sockets.address() as AddressInfo).port}`),
);
process.once('SIGTERM', () => process.exit());
