import { FieldResolver, Resolver, Root } from 'type-graphql';

import type { Indicator } from '../indicators/indicator.js';
import type { IndicatorDefinition } from '../indicators/indicator-definition.js';
import { indicatorDefinitionOf } from '../indicators/indicator-definitions.js';
import { IndicatorDefinitionType, IndicatorType } from './indicator.type.js';

/** Answers what a key figure means. */
@Resolver(() => IndicatorType)
export class IndicatorDefinitionResolver {
  @FieldResolver(() => IndicatorDefinitionType, { description: '口径。What it means.' })
  definition(@Root() { indicator }: Indicator): IndicatorDefinition {
    return indicatorDefinitionOf(indicator);
  }
}
