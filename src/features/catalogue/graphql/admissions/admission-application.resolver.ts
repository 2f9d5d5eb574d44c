import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { globalId } from '../../../../kernel/ids.js';
import { CategoryType } from '../../../categories/graphql/index.js';
import type { Category, CategoryReadModel } from '../../../categories/index.js';
import { OrganisationType } from '../../../elements/graphql/index.js';
import type { Organisation, OrganisationReadModel } from '../../../elements/index.js';
import type { AdmissionApplication } from '../../admission-application.js';
import { categoryLoader } from '../category-loader.js';
import { applicationIdType } from '../public-ids.js';
import { AdmissionApplicationType } from './admission-application.type.js';

/** Answers what an application names. */
@Resolver(() => AdmissionApplicationType)
export class AdmissionApplicationResolver {
  readonly #category;
  readonly #organisation;

  constructor(categories: CategoryReadModel, organisations: OrganisationReadModel) {
    this.#category = categoryLoader('categoryOfApplication', categories);
    this.#organisation = perRequest<string, Organisation | null>('organisationOfApplication', (uuids) => organisations.byUuid(uuids));
  }

  @FieldResolver()
  id(@Root() { uuid }: AdmissionApplication): string {
    return globalId(applicationIdType, uuid);
  }

  @FieldResolver(() => CategoryType, { description: '类别。The category.' })
  category(@Root() { category }: AdmissionApplication, @Ctx() context: RequestContext): Promise<Category> {
    return this.#category(context, category);
  }

  @FieldResolver(() => OrganisationType, { description: '申请单位。Who applies.' })
  organisation(@Root() { organisationUuid }: AdmissionApplication, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return this.#organisation(context).load(organisationUuid);
  }
}
