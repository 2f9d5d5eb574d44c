import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { getOperationAST, OperationTypeNode } from 'graphql';

import { type OperationCall, OperationsOnSchemas } from './compiled-operations.js';
import type { FreshSchema } from './freshness/fresh-schema.js';
import { answerInTime } from './limits/answer-in-time.js';

/** What Apollo Server calls a gateway: whoever brings schema and executor. */
type ExecutorSource = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** Has Apollo Server execute operations by {@link CompiledOperations}, each within so many milliseconds; its hook for gateways is the one place where its interpreter can be replaced. */
export function compilingGateway(schemas: FreshSchema, withinMs: number): ExecutorSource {
  const operations = new OperationsOnSchemas();
  return {
    onSchemaLoadOrUpdate: (loaded) => {
      loaded({ apiSchema: schemas.plain, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, request, context }) => {
          const call = { document, operationName: request.operationName, variables: request.variables, context };
          return answerInTime({ withinMs, waitsForEnd: isMutation(call) }, () => operations.on(schemas.of(document)).execute(call));
        },
      }),
    stop: () => Promise.resolve(),
  };
}

function isMutation({ document, operationName }: OperationCall): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION;
}
