// Longer than other files, since it is one list: every resolver of the city's schema and what it is answered from.
import { AuditResolver, SharingResolver, type SharingSources, WhoAmIResolver } from '../../features/access/graphql/index.js';
import type { AuditReading, GrantBook, SealedMasking, SealedReading } from '../../features/access/index.js';
import { catalogueResolvers, type CatalogueResolverSources } from '../../features/catalogue/graphql/index.js';
import {
  CategoriesResolver,
  CategoryLinkResolver,
  CategoryStepResolver,
  DeclareCategoryLinkResolver,
} from '../../features/categories/graphql/index.js';
import type { CategoryDeclarations, CategorySources } from '../../features/categories/index.js';
import { clockResolvers, type ClockSources } from '../../features/clocks/graphql/index.js';
import {
  AllElementsGridsOfGridResolver,
  CrosswalkFindingResolver,
  CrosswalkReportResolver,
  DecideLinksResolver,
  decisionNodes,
  DepartmentGridsOfGridResolver,
  ExplainLinkResolver,
  GridLinksResolver,
  LinkDecisionsResolver,
  LocateResolver,
  ResolveIdsResolver,
  ReviewQueueResolver,
} from '../../features/crosswalk/graphql/index.js';
import {
  type CityModel,
  type CrosswalkReports,
  type DecisionReadModel,
  type FindingGround,
  IdResolver,
  type LinkDecisions,
  type LinkExplainer,
} from '../../features/crosswalk/index.js';
import { deliberationNodes, deliberationResolvers } from '../../features/deliberation/graphql/index.js';
import type { Deliberating, DeliberationReadModel } from '../../features/deliberation/index.js';
import { DivisionResolver } from '../../features/divisions/graphql/index.js';
import {
  BuildingType,
  ComponentType,
  DeclareOrganisationIdResolver,
  elementNodes,
  ElementsResolver,
  EstateType,
  OrganisationElementType,
  organisationNodes,
  OrganisationsResolver,
  SiteType,
} from '../../features/elements/graphql/index.js';
import type {
  DutyMoves,
  DutyReadModel,
  ElementReadModel,
  OrganisationIdDeclarations,
  OrganisationIdReadModel,
  OrganisationReadModel,
  PeopleReadModel,
} from '../../features/elements/index.js';
import {
  AllElementsGridResolver,
  CityResolver,
  DutyResolver,
  ElementGridResolver,
  GridElementsResolver,
  GridLists,
  gridNodes,
  GridResolver,
  GridsResolver,
  LayerResolver,
  MoveDutiesResolver,
  PostResolver,
} from '../../features/grids/graphql/index.js';
import type { ModelSource } from '../../features/grids/index.js';
import {
  type DepartmentSources,
  DepartmentsResolver,
  DepartmentStates,
  IntakeRunsResolver,
  QuarantinedRowsResolver,
  QuarantineOfDepartmentResolver,
  QuarantineOfRunResolver,
  UpsertResolver,
  type UpsertSources,
} from '../../features/intake/graphql/index.js';
import type { IntakeRuns, Quarantine } from '../../features/intake/index.js';
import {
  DeclareLineageResolver,
  LineageResolver,
  RedrawActResolver,
  RedrawFieldsResolver,
  RedrawResolver,
} from '../../features/lineage/graphql/index.js';
import type { LineageDeclarations, LineageReader, Redrawing, RedrawReader, Successions } from '../../features/lineage/index.js';
import { DepartmentEventFieldsResolver } from '../../features/live/graphql/index.js';
import { loopResolvers, type LoopSources } from '../../features/loop/graphql/index.js';
import {
  AssignmentResolver,
  FilledFormsResolver,
  MatterFieldsResolver,
  matterNodes,
  MatterPlacesResolver,
  MattersOfAllElementsGridResolver,
  MattersOfDepartmentGridResolver,
  MattersOfElementResolver,
  mattersOfElements,
  mattersOfUnits,
  MattersResolver,
  MatterTransitionResolver,
  PlacedUnits,
  PlatformMatterType,
  ReportMatterResolver,
  RevealSealedResolver,
  SealedIdentityResolver,
} from '../../features/matters/graphql/index.js';
import type { MatterReadModel, MatterReporting, SealedReporting } from '../../features/matters/index.js';
import { statisticsResolvers, type StatisticsSources } from '../../features/statistics/graphql/index.js';
import { NodeResolver } from '../../graphql/node.resolver.js';
import type { PageCursors } from '../../graphql/page-cursors.js';
import { toldLimitsOf } from '../limits/told-limits.js';
import { bindingsOf, type SchemaParts } from './assemble-schema.js';

/** What questions about links are answered from. */
export interface CrosswalkSources {
  readonly explainer: LinkExplainer;
  readonly reports: CrosswalkReports;
  readonly findingGround: FindingGround;
  readonly linkDecisions: LinkDecisions;
  readonly decisions: DecisionReadModel;
}

/** Everything that the common schema is answered from. */
export interface CitySources extends Pick<CatalogueResolverSources, 'catalogue'> {
  readonly models: ModelSource<CityModel>;
  readonly lineage: LineageReader;
  readonly successions: Successions;
  readonly crosswalk: CrosswalkSources;
  readonly redraws: RedrawReader;
  readonly redrawing: Redrawing;
  readonly lineageDeclarations: LineageDeclarations;
  readonly categories: { readonly sources: CategorySources; readonly declarations: CategoryDeclarations };
  readonly clocks: ClockSources;
  readonly organisations: OrganisationReadModel;
  readonly organisationIds: OrganisationIdReadModel;
  readonly organisationDeclarations: { readonly ids: OrganisationIdDeclarations; readonly moves: DutyMoves };
  readonly elements: ElementReadModel;
  readonly people: PeopleReadModel;
  readonly duties: DutyReadModel;
  readonly matters: MatterReadModel;
  readonly reporting: MatterReporting;
  readonly statistics: StatisticsSources;
  readonly sealedReporting: SealedReporting;
  readonly loop: LoopSources['loop'];
  readonly matterLinks: LoopSources['matterLinks'];
  readonly duplicates: LoopSources['duplicates'];
  readonly linking: LoopSources['linking'];
  readonly supervisions: LoopSources['supervisions'];
  readonly deliberations: DeliberationReadModel;
  readonly deliberating: Deliberating;
  readonly codes: LoopSources['codes'];
  readonly loopReading: LoopSources['loopReading'];
  readonly sealed: { readonly reading: SealedReading; readonly masking: SealedMasking };
  readonly departments: DepartmentSources;
  readonly intakeRuns: IntakeRuns;
  readonly quarantine: Quarantine;
  readonly pushes: UpsertSources;
  readonly sharing: SharingSources & { readonly book: GrantBook };
  readonly auditReading: AuditReading;
  readonly cursors: PageCursors;
}

/** Names of the GraphQL types of all offices' units and matters. */
export interface OfficeTypeNames {
  readonly gridTypes: ReadonlySet<string>;
  readonly matterTypes: ReadonlySet<string>;
}

/** The resolvers that every city has alike, feature by feature from the ground up; the offices' own come beside them. */
export function cityResolvers(sources: CitySources, names: OfficeTypeNames): SchemaParts {
  return {
    bindings: bindingsOf([
      new WhoAmIResolver({ grants: () => sources.sharing.book.current(), limits: toldLimitsOf }),
      new SharingResolver(sources.sharing, sources.cursors),
      new AuditResolver(sources.auditReading, sources.cursors),
      new NodeResolver(nodeFinders(sources, names)),
      ...ground(sources),
      ...history(sources),
      ...links(sources),
      ...things(sources),
      ...clockResolvers(sources.clocks, sources.cursors),
      ...catalogueResolvers(sources),
      ...matters(sources),
      ...loopResolvers(sources, sources.organisations),
      ...deliberationResolvers({ ...sources, categories: sources.categories.sources.categories }),
      new UpsertResolver(sources.pushes),
    ]),
    orphans: [BuildingType, ComponentType, EstateType, OrganisationElementType, PlatformMatterType, SiteType],
  };
}

function nodeFinders(sources: CitySources, { gridTypes, matterTypes }: OfficeTypeNames): ConstructorParameters<typeof NodeResolver>[0] {
  return [
    gridNodes(sources.models, gridTypes),
    elementNodes(sources.elements),
    organisationNodes(sources.organisations),
    matterNodes(sources.matters, matterTypes),
    deliberationNodes(sources.deliberations),
    decisionNodes(sources.crosswalk.decisions),
  ];
}

function ground({ models, cursors, departments, intakeRuns, quarantine }: CitySources): readonly object[] {
  const states = new DepartmentStates(departments);
  return [
    new CityResolver(models),
    new DivisionResolver(),
    new LayerResolver(),
    new GridResolver(),
    new AllElementsGridResolver(),
    new GridsResolver(models, new GridLists(cursors)),
    new DepartmentsResolver(states),
    new DepartmentEventFieldsResolver(states),
    new IntakeRunsResolver(intakeRuns),
    new QuarantinedRowsResolver({ quarantine, runs: intakeRuns }, cursors),
    new QuarantineOfRunResolver(quarantine, cursors),
    new QuarantineOfDepartmentResolver(quarantine),
  ];
}

function history(sources: CitySources): readonly object[] {
  const { models, successions, lineage, organisations, cursors, redraws, redrawing, lineageDeclarations } = sources;
  const told = { models, successions, lineage, organisations };
  return [
    new LineageResolver(told),
    new DeclareLineageResolver(lineageDeclarations, told),
    new RedrawResolver({ redraws, redrawing, cursors }),
    new RedrawFieldsResolver(),
    new RedrawActResolver(organisations),
  ];
}

function links({ models, crosswalk, successions, cursors }: CitySources): readonly object[] {
  return [
    new GridLinksResolver(cursors),
    new AllElementsGridsOfGridResolver(),
    new DepartmentGridsOfGridResolver(),
    new LocateResolver(models),
    new ResolveIdsResolver(models, new IdResolver(successions)),
    new ExplainLinkResolver(models, crosswalk.explainer),
    new CrosswalkReportResolver(models, crosswalk.reports, cursors),
    new CrosswalkFindingResolver(crosswalk.findingGround),
    new LinkDecisionsResolver(crosswalk.decisions, cursors),
    new ReviewQueueResolver(crosswalk.decisions, cursors),
    new DecideLinksResolver(crosswalk.linkDecisions, crosswalk.decisions),
  ];
}

function things({
  elements,
  organisations,
  people,
  duties,
  categories,
  models,
  cursors,
  organisationIds,
  organisationDeclarations,
}: CitySources): readonly object[] {
  return [
    new ElementsResolver(elements, organisations, cursors),
    new OrganisationsResolver(organisations, organisationIds, cursors),
    new DeclareOrganisationIdResolver({ declarations: organisationDeclarations.ids, ids: organisationIds, organisations }),
    new MoveDutiesResolver(organisationDeclarations.moves, duties),
    new GridElementsResolver({ elements, people }, cursors),
    new ElementGridResolver(),
    new PostResolver(organisations),
    new DutyResolver(duties, organisations, models),
    new CategoriesResolver(categories.sources),
    new CategoryLinkResolver(),
    new CategoryStepResolver(),
    new DeclareCategoryLinkResolver(categories.declarations, categories.sources.links),
  ];
}

function matters(sources: CitySources): readonly object[] {
  const { matters: read, organisations, elements, reporting, cursors, models, lineage } = sources;
  const ofUnits = mattersOfUnits(read, cursors);
  return [
    new MattersResolver(read, cursors),
    new FilledFormsResolver({ matters: read, forms: sources.catalogue.forms, categories: sources.categories.sources.categories }),
    new MatterFieldsResolver({ matters: read, organisations, elements, categories: sources.categories.sources.categories }),
    new MatterPlacesResolver(new PlacedUnits({ matters: read, models, lineage })),
    new AssignmentResolver(organisations),
    new MatterTransitionResolver(organisations),
    new MattersOfAllElementsGridResolver(ofUnits),
    new MattersOfDepartmentGridResolver(ofUnits),
    new MattersOfElementResolver(mattersOfElements(read, cursors)),
    new ReportMatterResolver(reporting, sources.sealedReporting),
    new RevealSealedResolver(sources.sealed.reading, read),
    new SealedIdentityResolver(sources.sealed.masking),
    ...statisticsResolvers(sources.statistics, { organisations, categories: sources.categories.sources.categories, cursors }),
  ];
}
