import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { OrganisationType } from '../../../elements/graphql/index.js';
import type { Organisation, OrganisationReadModel } from '../../../elements/index.js';
import type { TeamTask } from '../../teams/team-task.js';
import { TeamTaskType } from './team-task.type.js';

/** Adds the organisation to each part in a joint team. */
@Resolver(() => TeamTaskType)
export class TeamOrganisationResolver {
  readonly #organisation;

  constructor(organisations: OrganisationReadModel) {
    this.#organisation = perRequest<string, Organisation | null>('organisationOfTeamByUuid', (uuids) => organisations.byUuid(uuids));
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: '组织。The organisation.' })
  organisation(@Root() { organisationUuid }: TeamTask, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return this.#organisation(context).load(organisationUuid);
  }
}
