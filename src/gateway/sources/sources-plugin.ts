import type { ApolloServerPlugin } from '@apollo/server';

import type { RequestContext } from '../../graphql/request-context.js';
import { withSources } from './answer-sources.js';
import type { OfficesNow } from './office-ages.js';

/** Tells in every HTTP answer that holds records of offices how old they are. */
export function sourcesPlugin(offices: OfficesNow): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response: { body }, contextValue }) => {
          if (body.kind === 'single' && body.singleResult.data != null)
            body.singleResult = withSources(body.singleResult, contextValue, offices);
          return Promise.resolve();
        },
      }),
  };
}
