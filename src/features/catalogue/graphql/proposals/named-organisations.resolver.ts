import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { OrganisationType } from '../../../elements/graphql/index.js';
import type { Organisation, OrganisationReadModel } from '../../../elements/index.js';
import type { AnsweringOrganisation, ProposedOrganisation } from '../../dispatch-proposal.js';
import { AnsweringOrganisationType, ProposedOrganisationType } from './dispatch-proposal.type.js';

type Named = Pick<ProposedOrganisation, 'organisationUuid'>;

const loaderOf = (organisations: OrganisationReadModel) =>
  perRequest<string, Organisation | null>('organisationOfProposal', (uuids) => organisations.byUuid(uuids));

/** Answers the organisation that a proposal names. */
@Resolver(() => ProposedOrganisationType)
export class ProposedOrganisationResolver {
  readonly #organisation;

  constructor(organisations: OrganisationReadModel) {
    this.#organisation = loaderOf(organisations);
  }

  @FieldResolver(() => OrganisationType, { description: '组织。The organisation.' })
  organisation(@Root() { organisationUuid }: Named, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return this.#organisation(context).load(organisationUuid);
  }

  @FieldResolver(() => String, { nullable: true, description: '所据职责的文号。The document of the duty that names it.' })
  document(@Root() { duty }: ProposedOrganisation): string | null {
    return duty.document;
  }
}

/** Answers the organisation that must answer a whistle. */
@Resolver(() => AnsweringOrganisationType)
export class AnsweringOrganisationResolver {
  readonly #organisation;

  constructor(organisations: OrganisationReadModel) {
    this.#organisation = loaderOf(organisations);
  }

  @FieldResolver(() => OrganisationType, { description: '组织。The organisation.' })
  organisation(@Root() { organisationUuid }: AnsweringOrganisation, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return this.#organisation(context).load(organisationUuid);
  }
}
