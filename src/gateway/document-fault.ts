import { GraphQLError } from 'graphql';

/** Codes that the GraphQL layer has over HTTP for what is wrong with an operation itself. */
export type DocumentCode = 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'BAD_USER_INPUT';

/**
 * Gives an error of the GraphQL library the code that the same mistake has over HTTP, where Apollo Server sets it. One that has a code
 * already, that another error caused or that a field answered is returned as it is.
 */
export function documentFault(error: GraphQLError, code: DocumentCode): GraphQLError {
  const isTheirs = error.originalError === undefined || error.originalError instanceof GraphQLError;
  if (error.extensions['code'] !== undefined || !isTheirs || error.path) return error;
  const { message, nodes, source, positions, originalError } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    originalError: originalError ?? null,
    extensions: { code },
  });
}
