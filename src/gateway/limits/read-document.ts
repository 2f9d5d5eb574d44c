import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';

import { asCityError } from '../../kernel/city-error.js';
import { documentFault } from '../document-fault.js';
import { freshRule } from '../freshness/fresh-rule.js';
import { plainTextsRule } from '../plain-texts.js';
import { documentLimits } from './limit-table.js';
import { limitsRule } from './limits-rule.js';

/** The parsed document where it is valid and within the limits of its text, else what is wrong with it: the limit alone where it goes beyond one. */
export function readDocument(schema: GraphQLSchema, text: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(text, { maxTokens: documentLimits.tokens });
    const errors = validate(schema, document, [limitsRule, ...specifiedRules, plainTextsRule, freshRule], { hideSuggestions: true });
    if (errors.length === 0) return document;
    const coded = errors.map((error) => documentFault(error, 'GRAPHQL_VALIDATION_FAILED'));
    return coded[0]!.originalError ? [coded[0]!] : coded;
  } catch (thrown) {
    return [documentFault(asGraphqlError(thrown), 'GRAPHQL_PARSE_FAILED')];
  }
}

/** Whatever was thrown, in the shell that transports answer. */
export function asGraphqlError(thrown: unknown): GraphQLError {
  return thrown instanceof GraphQLError ? thrown : new GraphQLError('refused', { originalError: asCityError(thrown) });
}
