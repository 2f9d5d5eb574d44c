import type { Client } from 'pg';

import type { ClientClass } from './client-class.js';
import { Flight } from './flight.js';

/** One statement on its way to a database. */
export interface SentStatement {
  /** The name given to `openDatabase`. */
  readonly database: string;
  readonly text: string;
}

/** Hears of every statement just before it is sent, those of the ORM and of transactions included. It must not throw. */
export type StatementObserver = (statement: SentStatement) => void;

function textsOf(query: unknown): readonly string[] {
  if (typeof query === 'string') return [query];
  if (query instanceof Flight) return query.texts;
  return [typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : ''];
}

/** What {@link observedClient} is made of. */
export interface Observed {
  /** The name given to `openDatabase`. */
  readonly database: string;
  readonly observe: StatementObserver;
  readonly base: ClientClass;
}

/** A class of connections that tells `observe` of each statement: the last point before the socket, so nothing is missed. */
export function observedClient({ database, observe, base }: Observed): ClientClass {
  return class ObservedClient extends base {
    constructor(...settings: ConstructorParameters<ClientClass>) {
      super(...settings);
      const send = this.query.bind(this) as (...parts: readonly unknown[]) => unknown;
      this.query = ((...parts: readonly unknown[]) => {
        for (const text of textsOf(parts[0])) observe({ database, text });
        return send(...parts);
      }) as Client['query'];
    }
  };
}
