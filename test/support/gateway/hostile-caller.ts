import type { Client } from 'graphql-ws';

import type { InputPlace } from '../schema/input-places.js';
import type { GraphqlClient } from './graphql-client.js';

/** How the platform took one value at one place. */
export interface Taken {
  readonly place: string;
  readonly value: unknown;
  /** Codes of the errors, or of the refusal that the answer is of; empty where the value was taken. */
  readonly codes: readonly string[];
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly bytes: number;
}

/** Requests under way at a time. */
const atOnce = 4;

/** Writes values at places of operations, over HTTP, and over a socket where the operation is a subscription. */
export class HostileCaller {
  constructor(
    private readonly http: GraphqlClient,
    private readonly socket: Client,
  ) {}

  /** Writes each of the values at each of the places. */
  async write(
    places: readonly InputPlace<unknown>[],
    valuesAt: (place: InputPlace<unknown>) => readonly unknown[],
  ): Promise<readonly Taken[]> {
    const waiting = places.flatMap((place) => valuesAt(place).map((value) => ({ place, value })));
    const taken: Taken[] = [];
    while (waiting.length > 0) {
      const next = waiting.splice(0, atOnce);
      taken.push(...(await Promise.all(next.map(({ place, value }) => this.#writeOne(place, value)))));
    }
    return taken;
  }

  async #writeOne(place: InputPlace<unknown>, value: unknown): Promise<Taken> {
    const about = { place: place.name, value };
    const asked = { query: place.document, variables: place.variables(value) };
    if (place.operation === 'subscription') return { ...about, ...(await this.#subscribe(asked)) };
    const { data, errors, text } = await this.http.ask<Readonly<Record<string, unknown>>>(asked.query, asked.variables);
    return {
      ...about,
      codes: [...errors.map(({ extensions }) => extensions.code), ...refusalsIn(data)],
      data: data ?? null,
      bytes: text.length,
    };
  }

  async #subscribe(asked: {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
  }): Promise<Omit<Taken, 'place' | 'value'>> {
    const deliveries = this.socket.iterate(asked);
    try {
      const { value } = (await deliveries.next()) as IteratorResult<{ readonly errors?: Refused } | undefined>;
      return { codes: codesOf(value?.errors ?? []), data: null, bytes: JSON.stringify(value ?? null).length };
    } catch (thrown) {
      return { codes: codesOf(thrown), data: null, bytes: JSON.stringify(thrown).length };
    } finally {
      await deliveries.return?.();
    }
  }
}

type Refused = readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];

function codesOf(thrown: unknown): readonly string[] {
  if (!Array.isArray(thrown)) throw thrown;
  return (thrown as Refused).map(({ extensions }) => String(extensions?.['code']));
}

function refusalsIn(data: Readonly<Record<string, unknown>> | null | undefined): readonly string[] {
  return Object.values(data ?? {}).flatMap((answer) => {
    const code = (answer as { readonly code?: unknown } | null)?.code;
    return typeof code === 'string' ? [code] : [];
  });
}
