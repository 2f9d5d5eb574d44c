import type { ClientClass } from './client-class.js';

type Listener = (...parts: readonly unknown[]) => void;
interface ByteStream {
  on(event: string, listener: Listener): unknown;
  destroy(error?: Error): unknown;
}
/** What the driver's own types leave out: the wire under a client, to which it hangs its reader of messages. */
interface Wire {
  attachListeners(stream: ByteStream): void;
}

/**
 * Connections that break off where the other side sends what no PostgreSQL sends. The driver's reader (pg-protocol 1.x) throws on some such
 * bytes, out of the socket's event, where nobody can catch it: the process of the platform would end.
 */
export function garbageProofClient(base: ClientClass): ClientClass {
  return class GarbageProofClient extends base {
    constructor(...settings: ConstructorParameters<ClientClass>) {
      super(...settings);
      const { connection } = this as unknown as { readonly connection: Wire };
      const attach = connection.attachListeners.bind(connection);
      connection.attachListeners = (stream) => attach(readCarefully(stream));
    }
  };
}

function readCarefully(stream: ByteStream): ByteStream {
  return {
    on: (event, listener) => stream.on(event, event === 'data' ? careful(listener, stream) : listener),
    destroy: (error) => stream.destroy(error),
  };
}

function careful(listener: Listener, stream: ByteStream): Listener {
  return (...parts) => {
    try {
      listener(...parts);
    } catch (thrown) {
      stream.destroy(new Error('The other side speaks no PostgreSQL.', { cause: thrown }));
    }
  };
}
