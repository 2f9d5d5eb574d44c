import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { SharedRuns } from '../../../src/features/live/index.js';
import { KeptDocuments } from '../../../src/gateway/documents/kept-documents.js';
import { FreshSchema } from '../../../src/gateway/freshness/fresh-schema.js';
import { drainServer } from '../../../src/gateway/http/drain-server.js';
import { Admission } from '../../../src/gateway/limits/admission.js';
import { limitKeepers } from '../../../src/gateway/limits/limit-keepers.js';
import { sharingOn } from '../../../src/gateway/sharing/share-subscription.js';
import { EventStreams } from '../../../src/gateway/sse/event-streams.js';
import { serveSubscriptions } from '../../../src/gateway/websocket/subscriptions.js';
import { CityError } from '../../../src/kernel/city-error.js';
import { silentLog } from '../../../src/kernel/log.js';
import { aCityModel } from './a-city-model.js';
import { analyst, type LiveCity } from './a-live-city.js';
import { liveSchema } from './live-schema.js';

/** Who is let in, and what was noticed of them. */
export interface GatewayWatch {
  /** Whether the callers' credentials count; set by the test, which tells with `tellEnded`. */
  isGood: boolean;
  /** Tells whoever watches that the credentials count no longer, as the platform does within a second. */
  tellEnded: () => void;
  /** Each time that the city of now was asked for: by a new context, and by a stream that asks what its reader may see. */
  models: number;
  /** Codes of the refusals noted for the audit log. */
  readonly refused: string[];
  /** The credentials that callers came with, in order; null for none. */
  readonly credentials: (string | null)[];
}

/** The two transports of subscriptions over a city in memory, on a port of their own. */
export interface LiveGateway {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly runs: SharedRuns;
  readonly watch: GatewayWatch;
  /** Cuts every connection, as a broken network would. */
  cut(): void;
  /** Stops as the platform does. */
  stop(): Promise<void>;
}

/** Serves a city; `port` 0 takes any free one. Whoever comes with the credential `Bearer bad` is refused. */
export async function aLiveGateway(city: LiveCity, port = 0): Promise<LiveGateway> {
  const ended = new Set<() => void>();
  const watch: GatewayWatch = {
    isGood: true,
    tellEnded: () => [...ended].forEach((tell) => tell()),
    models: 0,
    refused: [],
    credentials: [],
  };
  const schema = await liveSchema(city);
  const runs = new SharedRuns();
  const needs = {
    schemas: new FreshSchema(schema, () => null),
    sources: {
      principals: {
        of: async ({ authorization = null }: { readonly authorization?: string | null | undefined }) => {
          watch.credentials.push(authorization);
          if (authorization === 'Bearer bad') throw new CityError({ code: 'UNAUTHENTICATED', message: 'Expected another token.' });
          return analyst;
        },
      },
      watch: {
        isGood: () => watch.isGood,
        whenEnded: (_principal: unknown, tell: () => void) => {
          ended.add(tell);
          return () => void ended.delete(tell);
        },
      },
      clock: { now: () => city.now },
      model: () => {
        watch.models += 1;
        return aCityModel();
      },
      agreements: () => ({ offices: [], sealing: [], grants: [] }),
    },
    admission: new Admission(schema, limitKeepers(schema, true)),
    documents: { bindsRoles: false, keptFor: () => Promise.resolve({ documents: new KeptDocuments([]), bound: false }) },
    requestTimeoutMs: 30_000,
    audit: {
      reads: () => Promise.resolve('WRITTEN' as const),
      refused: ({ code }: { readonly code: string }) => void watch.refused.push(code),
    },
    offices: () => null,
    ...sharingOn(schema, runs),
    log: silentLog,
  };
  const events = new EventStreams(needs);
  const server = createServer((request, response) => void events.answer(request, response));
  const subscriptions = serveSubscriptions(server, needs);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    runs,
    watch,
    cut: () => sockets.forEach((socket) => socket.destroy()),
    stop: async () => {
      if (!server.listening) return;
      const answered = drainServer(server, { log: silentLog });
      runs.stop();
      await new Promise((resolve) => setImmediate(resolve));
      await Promise.all([subscriptions.close(), events.close()]);
      await answered;
    },
  };
}
