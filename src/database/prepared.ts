import type { Client } from 'pg';

import type { ClientClass } from './client-class.js';

/** Statements beyond these are sent as they are: each prepared one is remembered by every connection. */
const mostStatements = 500;

const names = new Map<string, string>();

/**
 * Marks the text of a statement that is sent often and finds its rows by key: every connection has it parsed once, and PostgreSQL may keep
 * its plan. Not for lists: a plan that is kept does not know how long the arrays are that it is given. Answers the text itself.
 */
export function prepared(text: string): string {
  if (!names.has(text) && names.size < mostStatements) names.set(text, `allgrid-${names.size + 1}`);
  return text;
}

/** The name of a {@link prepared} statement; undefined of any other. */
export function preparedName(text: string): string | undefined {
  return names.get(text);
}

/** A class of connections that sends {@link prepared} statements by their names. */
export function preparingClient(base: ClientClass): ClientClass {
  return class PreparingClient extends base {
    constructor(...settings: ConstructorParameters<ClientClass>) {
      super(...settings);
      const send = this.query.bind(this) as (...parts: readonly unknown[]) => unknown;
      this.query = ((text: unknown, values: unknown, ...rest: readonly unknown[]) => {
        const name = typeof text === 'string' && Array.isArray(values) ? preparedName(text) : undefined;
        return name === undefined ? send(text, values, ...rest) : send({ name, text, values: values as readonly unknown[] }, ...rest);
      }) as Client['query'];
    }
  };
}
