import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { globalId } from '../../../../kernel/ids.js';
import { CategoryType } from '../../../categories/graphql/index.js';
import type { Category, CategoryReadModel } from '../../../categories/index.js';
import { OrganisationType } from '../../../elements/graphql/index.js';
import type { Organisation, OrganisationReadModel } from '../../../elements/index.js';
import type { ListItem } from '../../list.js';
import { categoryLoader } from '../category-loader.js';
import { itemIdType } from '../public-ids.js';
import { ListItemType } from './list-edition.type.js';

/** Answers what a line of a list names. */
@Resolver(() => ListItemType)
export class ListItemResolver {
  readonly #category;
  readonly #organisation;

  constructor(categories: CategoryReadModel, organisations: OrganisationReadModel) {
    this.#category = categoryLoader('categoryOfListItem', categories);
    this.#organisation = perRequest<string, Organisation | null>('organisationOfListItem', (uuids) => organisations.byUuid(uuids));
  }

  @FieldResolver()
  id(@Root() { uuid }: ListItem): string {
    return globalId(itemIdType, uuid);
  }

  @FieldResolver(() => CategoryType, {
    description: '类别；其下各级类别同此条。The category; all below it come under the same line.',
  })
  category(@Root() { category }: ListItem, @Ctx() context: RequestContext): Promise<Category> {
    return this.#category(context, category);
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: '申请单位或应哨单位。Who applied for it, or who must answer.',
  })
  organisation(@Root() { organisationUuid }: ListItem, @Ctx() context: RequestContext): Promise<Organisation | null> | null {
    return organisationUuid === null ? null : this.#organisation(context).load(organisationUuid);
  }
}
