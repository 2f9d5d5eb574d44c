import type { ApolloServerPlugin } from '@apollo/server';
import { getNamedType, GraphQLError, type ValidationRule } from 'graphql';

import type { RequestContext } from '../graphql/request-context.js';
import { CityError } from '../kernel/city-error.js';
import { isPlainText } from '../kernel/text.js';

/**
 * Refuses variables that hold a text with a NUL or half a character, at any depth, with `TEXT_INVALID`; null where all is well. Our own
 * scalars look for themselves, but GraphQL's `String` takes anything, and PostgreSQL then refuses or a comparison errs in silence.
 */
export function unplainVariable(variables: unknown): CityError | null {
  // A stack of our own: JSON may be nested deeper than calls can be.
  const waiting: { readonly name: string; readonly value: unknown }[] = entriesOf(variables);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { name, value } = next;
    if (typeof value === 'string' && !isPlainText(value)) return unplain(`$${name}`);
    if (typeof value === 'object') for (const inner of entriesOf(value)) waiting.push({ name, value: inner.value });
  }
  return null;
}

/** Refuses texts that an operation writes out where a `String` belongs, as {@link unplainVariable} refuses variables. */
export const plainTextsRule: ValidationRule = (context) => ({
  StringValue: (node) => {
    const type = context.getInputType();
    if (isPlainText(node.value) || !type || getNamedType(type).name !== 'String') return;
    const originalError = unplain(context.getArgument()?.name ?? 'String');
    context.reportError(new GraphQLError(originalError.message, { nodes: node, originalError }));
  },
});

/** Has Apollo Server refuse such variables before an operation runs. */
export const plainTextsPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request }) => {
        const originalError = unplainVariable(request.variables);
        if (originalError) throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
        return Promise.resolve();
      },
    }),
};

function entriesOf(value: unknown): { readonly name: string; readonly value: unknown }[] {
  return Object.entries(value ?? {}).map(([name, inner]) => ({ name, value: inner as unknown }));
}

function unplain(where: string): CityError {
  return new CityError({
    code: 'TEXT_INVALID',
    message: `${where}: expected text without NUL and without halves of characters (lone surrogates).`,
    messageZh: `${where}：文本不得含空字符（NUL）或半个字符（孤立代理项）。`,
    hint: 'Send whole characters in UTF-8.',
  });
}
