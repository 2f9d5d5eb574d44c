import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { type Client, createClient } from 'graphql-ws';

import { presentOperation } from './present-operation.js';

type Headers = Readonly<Record<string, unknown>>;

/**
 * Sends queries and mutations over HTTP and subscriptions over WebSocket, both to `endpoint` and nowhere else.
 * The `Authorization` of the headers pane goes with both.
 */
export function ownFetcher(endpoint: URL): Fetcher {
  return (sent, options) => {
    const { operation, ...present } = presentOperation(sent);
    const live = liveClient(endpoint, options?.headers ?? {});
    const fetcher = createGraphiQLFetcher({ url: endpoint.href, wsClient: live, enableIncrementalDelivery: false });
    return fetcher(operation, { ...options, ...present });
  };
}

// A client for each operation: it connects only when something is subscribed, with the rights that the pane names at that moment.
function liveClient(endpoint: URL, headers: Headers): Client {
  const url = new URL(endpoint);
  url.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';
  return createClient({ url: url.href, lazy: true, connectionParams: connectionParams(headers) });
}

function connectionParams(headers: Headers): Record<string, unknown> {
  const authorization = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return authorization === undefined ? {} : { authorization };
}
