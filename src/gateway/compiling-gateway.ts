import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

import { CompiledOperations } from './compiled-operations.js';

/** What Apollo Server calls a gateway: whoever brings schema and executor. */
type ExecutorSource = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** Has Apollo Server execute operations by {@link CompiledOperations}; its hook for gateways is the one place where its interpreter can be replaced. */
export function compilingGateway(schema: GraphQLSchema): ExecutorSource {
  const operations = new CompiledOperations(schema);
  return {
    onSchemaLoadOrUpdate: (loaded) => {
      loaded({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, request, context }) =>
          operations.execute({ document, operationName: request.operationName, variables: request.variables, context }),
      }),
    stop: () => Promise.resolve(),
  };
}
