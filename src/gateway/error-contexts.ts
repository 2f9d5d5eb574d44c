import type { ApolloServerPlugin } from '@apollo/server';

import type { RequestContext } from '../graphql/request-context.js';
import type { Log } from '../kernel/log.js';
import type { ErrorContext } from './format-error.js';

/** Remembers in which request an error happened: Apollo's formatter is told the error alone. */
export class ErrorContexts {
  readonly #contexts = new WeakMap<object, RequestContext>();

  /** Notes the context of every error on its way to the formatter. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          for (const error of errors) this.#contexts.set(error, contextValue);
          return Promise.resolve();
        },
      }),
  };

  /** The request of an error: Chinese and without an id where it failed before there was a context. */
  of(error: unknown, log: Log): ErrorContext {
    const context = typeof error === 'object' && error !== null ? this.#contexts.get(error) : undefined;
    return { language: context?.language ?? 'zh', requestId: context?.requestId ?? null, log };
  }
}
