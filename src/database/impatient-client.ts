import type { Client } from 'pg';

import type { ClientClass } from './client-class.js';
import { Flight } from './flight.js';

/**
 * Connections that break themselves off where a statement gets no answer for so many milliseconds. A server ends a statement by its own
 * time-out; one that has vanished without a word would be waited for until TCP gives up, a quarter of an hour later.
 */
export function impatientClient(patienceMs: number, base: ClientClass): ClientClass {
  return class ImpatientClient extends base {
    constructor(...settings: ConstructorParameters<ClientClass>) {
      super(...settings);
      let timer: NodeJS.Timeout | undefined;
      const ask = this.query.bind(this) as (...parts: readonly unknown[]) => unknown;
      this.query = ((...parts: readonly unknown[]) => {
        clearTimeout(timer);
        // What streams rows in or out takes as long as there are rows.
        if (!isStream(parts[0])) timer = setTimeout(() => void this.end().catch(() => undefined), patienceMs).unref();
        return ask(...parts);
      }) as Client['query'];
      // Said after each answer, when nothing else waits to be sent.
      this.on('drain', () => clearTimeout(timer));
      this.on('end', () => clearTimeout(timer));
    }
  };
}

function isStream(statement: unknown): boolean {
  return typeof statement === 'object' && statement !== null && 'submit' in statement && !(statement instanceof Flight);
}
