import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { CategoryReadModel } from '../../categories/index.js';
import type { OrganisationReadModel } from '../../elements/index.js';
import type { ModelSource } from '../../grids/index.js';
import type { OfficeForms } from '../forms/forms.js';
import type { CatalogueReading } from '../ports.js';
import type { Admissions } from '../publishing/admissions.js';
import type { Publications } from '../publishing/publications.js';
import { AdmissionApplicationResolver } from './admissions/admission-application.resolver.js';
import { AdmissionsResolver } from './admissions/admissions.resolver.js';
import { RepeatedItemsResolver } from './forms/repeated-items.resolver.js';
import { ListItemResolver } from './lists/list-item.resolver.js';
import { ListsResolver } from './lists/lists.resolver.js';
import { PublishListsResolver } from './lists/publish-lists.resolver.js';
import { AnsweringOrganisationResolver, ProposedOrganisationResolver } from './proposals/named-organisations.resolver.js';
import { ProposalsResolver } from './proposals/proposals.resolver.js';

export { CommonFieldEnum } from './forms/form.type.js';
export { DispatchProposalType } from './proposals/dispatch-proposal.type.js';

/** What the catalogue's part of the schema is answered from. */
export interface CatalogueResolverSources {
  readonly catalogue: {
    readonly reading: CatalogueReading;
    readonly admissions: Admissions;
    readonly publications: Publications;
    readonly forms: OfficeForms;
  };
  readonly categories: { readonly sources: { readonly categories: CategoryReadModel } };
  readonly organisations: OrganisationReadModel;
  readonly models: ModelSource;
  readonly cursors: PageCursors;
}

/** The catalogue's resolvers. */
export function catalogueResolvers({ catalogue, categories, organisations, models, cursors }: CatalogueResolverSources): readonly object[] {
  const { reading, admissions, publications, forms } = catalogue;
  const known = categories.sources.categories;
  return [
    new ListsResolver(reading.editions, cursors),
    new ListItemResolver(known, organisations),
    new ProposalsResolver(reading, models),
    new ProposedOrganisationResolver(organisations),
    new AnsweringOrganisationResolver(organisations),
    new AdmissionsResolver(admissions, reading.applications, cursors),
    new AdmissionApplicationResolver(known, organisations),
    new RepeatedItemsResolver(forms),
    new PublishListsResolver(publications, reading.editions),
  ];
}
