import { FieldResolver, Resolver, Root } from 'type-graphql';

import { DivisionType } from './division.type.js';
import { type DivisionOfDay, divisionOfDay } from './division-of-day.js';

/** Answers what stands above and below a division. */
@Resolver(() => DivisionType)
export class DivisionResolver {
  @FieldResolver(() => DivisionType, { nullable: true, description: '上级区划，市级为空。The division above, null for the city.' })
  parent(@Root() { parentCode, tree }: DivisionOfDay): DivisionOfDay | null {
    return parentCode === null ? null : divisionOfDay(tree, parentCode);
  }

  @FieldResolver(() => [DivisionType], {
    description: '直接下级区划，按登记次序。The divisions directly below, in the order of the register.',
  })
  children(@Root() { code, tree }: DivisionOfDay): readonly DivisionOfDay[] {
    return tree.childrenOf(code).map((division) => ({ ...division, tree }));
  }
}
