import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { getOperationAST, type GraphQLSchema, OperationTypeNode } from 'graphql';

import { CompiledOperations, type OperationCall } from './compiled-operations.js';
import type { FreshSchema } from './freshness/fresh-schema.js';
import { answerInTime } from './limits/answer-in-time.js';

/** What Apollo Server calls a gateway: whoever brings schema and executor. */
type ExecutorSource = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** Has Apollo Server execute operations by {@link CompiledOperations}, each within so many milliseconds; its hook for gateways is the one place where its interpreter can be replaced. */
export function compilingGateway(schemas: FreshSchema, withinMs: number): ExecutorSource {
  const executors = new Map<GraphQLSchema, CompiledOperations>();
  const operationsOn = (schema: GraphQLSchema): CompiledOperations => {
    const operations = executors.get(schema) ?? new CompiledOperations(schema);
    executors.set(schema, operations);
    return operations;
  };
  return {
    onSchemaLoadOrUpdate: (loaded) => {
      loaded({ apiSchema: schemas.plain, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, request, context }) => {
          const call = { document, operationName: request.operationName, variables: request.variables, context };
          return answerInTime({ withinMs, waitsForEnd: isMutation(call) }, () => operationsOn(schemas.of(document)).execute(call));
        },
      }),
    stop: () => Promise.resolve(),
  };
}

function isMutation({ document, operationName }: OperationCall): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION;
}
