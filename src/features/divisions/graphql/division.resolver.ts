import { FieldResolver, Resolver, Root } from 'type-graphql';

import { type DivisionOfDay, divisionOfDay } from './division-of-day.js';
import { DivisionType } from './division.type.js';

/** Answers what stands above and below a division. */
@Resolver(() => DivisionType)
export class DivisionResolver {
  @FieldResolver()
  parent(@Root() { parentCode, tree }: DivisionOfDay): DivisionOfDay | null {
    return parentCode === null ? null : divisionOfDay(tree, parentCode);
  }

  @FieldResolver()
  children(@Root() { code, tree }: DivisionOfDay): readonly DivisionOfDay[] {
    return tree.childrenOf(code).map((division) => ({ ...division, tree }));
  }
}
