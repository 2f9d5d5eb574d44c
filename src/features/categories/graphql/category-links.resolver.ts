import { FieldResolver, Resolver, Root } from 'type-graphql';

import { DateScalar } from '../../../graphql/scalars.js';
import { globalId } from '../../../kernel/ids.js';
import type { CategoryLink, CategoryStep } from '../category-link.js';
import { isVerified, narrowest } from '../trace-categories.js';
import { CategoryLinkType, CategoryStepType } from './category-link.type.js';

/** The type of a link's public id. */
export const categoryLinkIdType = 'CategoryLink';

/** Answers what follows from the path of a link. */
@Resolver(() => CategoryLinkType)
export class CategoryLinkResolver {
  @FieldResolver(() => String, { description: '依据，几条则以“；”相接。What it rests on; of several links, joined by “；”.' })
  evidence(@Root() { path }: CategoryLink): string {
    return path.map((step) => step.evidence).join('；');
  }

  @FieldResolver(() => Boolean, {
    description: '所经各条是否都经主管确认。Whether somebody in office has confirmed every link of the path.',
  })
  verified(@Root() { path }: CategoryLink): boolean {
    return isVerified(path);
  }

  @FieldResolver(() => DateScalar, { description: '自此日起有效（含）。In force from this day.' })
  validFrom(@Root() { path }: CategoryLink): string {
    return narrowest(path).validFrom;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '至此日止（不含）。No longer in force on this day.' })
  validTo(@Root() { path }: CategoryLink): string | null {
    return narrowest(path).validTo;
  }
}

/** Answers the public id of a declared link. */
@Resolver(() => CategoryStepType)
export class CategoryStepResolver {
  @FieldResolver()
  id(@Root() { uuid }: CategoryStep): string {
    return globalId(categoryLinkIdType, uuid);
  }
}
