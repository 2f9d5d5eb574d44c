import { GraphQLError, type ValidationRule } from 'graphql';

import type { CityError } from '../../kernel/city-error.js';
import { type Excess, tooDeep, tooManyAliases, tooManyDirectives, tooManyFragments } from './document-refusals.js';
import { tooDeepInput } from './input-depth.js';
import { documentLimits } from './limit-table.js';
import { type DocumentMeasure, measureDocument } from './measure-document.js';

const refusals: Readonly<Record<keyof DocumentMeasure, (excess: Excess) => CityError>> = {
  depth: tooDeep,
  aliases: tooManyAliases,
  directives: tooManyDirectives,
  fragments: tooManyFragments,
  inputDepth: tooDeepInput,
};

/** The first limit that a document of this measure goes beyond; null for none. */
export function excessOf(measure: DocumentMeasure): CityError | null {
  for (const key of ['depth', 'aliases', 'directives', 'fragments', 'inputDepth'] as const) {
    const [limit, actual] = [documentLimits[key], measure[key]];
    if (actual > limit) return refusals[key]({ limit, actual });
  }
  return null;
}

/**
 * Validates a document against {@link documentLimits}. It reports before any rule of the specification has looked at the document, so that its
 * error is the first one; a server that keeps validated documents measures each once.
 */
export const limitsRule: ValidationRule = (context) => {
  const excess = excessOf(measureDocument(context.getDocument()));
  if (excess) context.reportError(new GraphQLError(excess.message, { originalError: excess }));
  return {};
};
