import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { Deliberating } from '../deliberating.js';
import { DeliberateResolver } from './deliberate.resolver.js';
import {
  DeliberationDecisionResolver,
  type DeliberationFieldSources,
  DeliberationFieldsResolver,
  DeliberationStepResolver,
  MatterDecidedByResolver,
} from './deliberation-fields.resolver.js';
import { DeliberationsOfGridResolver, DeliberationsResolver } from './deliberations.resolver.js';

export { deliberationNodes } from './deliberation-nodes.js';

/** What deliberations are answered and changed through. */
export interface DeliberationSources extends DeliberationFieldSources {
  readonly deliberating: Deliberating;
  readonly cursors: PageCursors;
}

/** Everything of the schema that speaks of deliberations. */
export function deliberationResolvers(sources: DeliberationSources): readonly object[] {
  const { deliberations, deliberating, organisations, cursors } = sources;
  return [
    new DeliberationsResolver(deliberations, cursors),
    new DeliberationsOfGridResolver(deliberations, cursors),
    new DeliberationFieldsResolver(sources),
    new DeliberationStepResolver(organisations),
    new DeliberationDecisionResolver(sources),
    new MatterDecidedByResolver(sources),
    new DeliberateResolver(deliberating, deliberations),
  ];
}
