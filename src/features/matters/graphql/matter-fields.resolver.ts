import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { GeoJsonScalar } from '../../../graphql/scalars.js';
import { groupBy } from '../../../kernel/group-by.js';
import { CategoryType } from '../../categories/graphql/index.js';
import type { Category, CategoryReadModel } from '../../categories/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import { ElementType, OrganisationType } from '../../elements/graphql/index.js';
import type { Element, ElementReadModel, Organisation, OrganisationReadModel } from '../../elements/index.js';
import { type Light, lightOf } from '../light.js';
import type { Matter } from '../matter.js';
import type { Assignment, MatterReadModel, MatterTransition } from '../ports.js';
import { LightEnum } from './matter.enums.js';
import { MatterType } from './matter.type.js';
import { AssignmentType, MatterTransitionType } from './matter-parts.type.js';

type Context = RequestContext<CityModel>;

/** What the fields of a matter are read from. */
export interface MatterFieldSources {
  readonly matters: MatterReadModel;
  readonly categories: CategoryReadModel;
  readonly organisations: OrganisationReadModel;
  readonly elements: ElementReadModel;
}

/** Adds to every matter what is not in its own row; a page of matters costs one statement a field, however long it is. */
@Resolver(() => MatterType)
export class MatterFieldsResolver {
  readonly #sources: MatterFieldSources;
  readonly #organisation = perRequest<string, Organisation | null>('organisationOfMatterByUuid', (uuids) =>
    this.#sources.organisations.byUuid(uuids),
  );
  readonly #category = perRequest<string, Category | null>('categoryByKey', (keys) =>
    this.#sources.categories.byKey(keys.map((key) => JSON.parse(key) as Category)),
  );
  readonly #assignments = perRequest<string, readonly Assignment[]>('assignmentsByMatter', async (uuids, { scope }) =>
    inOrder(uuids, await this.#sources.matters.assignmentsOf(scope, uuids)),
  );
  readonly #history = perRequest<string, readonly MatterTransition[]>('historyByMatter', async (uuids, { scope }) =>
    inOrder(uuids, await this.#sources.matters.historyOf(scope, uuids)),
  );
  readonly #elementUuids = perRequest<string, readonly { readonly elementUuid: string }[]>(
    'elementUuidsByMatter',
    async (uuids, { scope }) => inOrder(uuids, await this.#sources.matters.elementsOf(scope, uuids)),
  );
  readonly #element = perRequest<string, Element | null>('elementOfMatterByUuid', (uuids, { scope }) =>
    this.#sources.elements.byUuid(scope, uuids),
  );

  constructor(sources: MatterFieldSources) {
    this.#sources = sources;
  }

  @FieldResolver(() => CategoryType, { nullable: true, description: '类别。The category.' })
  category(@Root() matter: Matter, @Ctx() context: Context): Promise<Category | null> | null {
    if (matter.standard === null || matter.categoryCode === null) return null;
    return this.#category(context).load(
      JSON.stringify({ standard: matter.standard, kind: matter.categoryKind, code: matter.categoryCode }),
    );
  }

  @FieldResolver(() => OrganisationType, { description: '归口单位。The organisation that keeps it.' })
  keeper(@Root() matter: Matter, @Ctx() context: Context): Promise<Organisation | null> {
    return this.#organisation(context).load(matter.keeperUuid);
  }

  @FieldResolver(() => [AssignmentType], { description: '承办安排。The organisations it is or was assigned to.' })
  assignments(@Root() matter: Matter, @Ctx() context: Context): Promise<readonly Assignment[]> {
    return this.#assignments(context).load(matter.uuid);
  }

  @FieldResolver(() => [ElementType], { description: '所涉要素；密封事项不显示。The elements it is about; sealed matters show none.' })
  async about(@Root() matter: Matter, @Ctx() context: Context): Promise<readonly Element[]> {
    const concerns = await this.#elementUuids(context).load(matter.uuid);
    const elements = await Promise.all(concerns.map((concern) => this.#element(context).load(concern.elementUuid)));
    return elements.filter((element): element is Element => element !== null);
  }

  @FieldResolver(() => GeoJsonScalar, {
    nullable: true,
    description: '地点；密封事项不显示。The place; null for sealed matters, which may lie at a home.',
  })
  point(@Root() matter: Matter): object | null {
    if (matter.sealed || matter.longitude === null || matter.latitude === null) return null;
    return { type: 'Point', coordinates: [matter.longitude, matter.latitude] };
  }

  @FieldResolver(() => LightEnum, { description: '时限灯。The light of its deadline.' })
  light(@Root() matter: Matter, @Ctx() { clock }: Context): Light {
    return lightOf(matter, clock.now());
  }

  @FieldResolver(() => [MatterTransitionType], { description: '历程，由旧到新。Its history, oldest first.' })
  history(@Root() matter: Matter, @Ctx() context: Context): Promise<readonly MatterTransition[]> {
    return this.#history(context).load(matter.uuid);
  }
}

/** Adds the organisations behind a matter's parts. */
@Resolver(() => AssignmentType)
export class AssignmentResolver {
  readonly #organisation;

  constructor(organisations: OrganisationReadModel) {
    this.#organisation = perRequest<string, Organisation | null>('organisationOfAssignmentByUuid', (uuids) => organisations.byUuid(uuids));
  }

  @FieldResolver(() => OrganisationType, { description: '承办组织。The organisation.' })
  organisation(@Root() assignment: Assignment, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return this.#organisation(context).load(assignment.organisationUuid);
  }
}

/** Adds the organisation that made a step. */
@Resolver(() => MatterTransitionType)
export class MatterTransitionResolver {
  readonly #organisation;

  constructor(organisations: OrganisationReadModel) {
    this.#organisation = perRequest<string, Organisation | null>('organisationOfTransitionByUuid', (uuids) => organisations.byUuid(uuids));
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: '作出此步的组织。The organisation that made the step.' })
  organisation(@Root() transition: MatterTransition, @Ctx() context: RequestContext): Promise<Organisation | null> | null {
    return transition.organisationUuid === null ? null : this.#organisation(context).load(transition.organisationUuid);
  }
}

function inOrder<Part extends { readonly matterUuid: string }>(
  uuids: readonly string[],
  parts: readonly Part[],
): readonly (readonly Part[])[] {
  const byMatter = groupBy(parts, (part) => part.matterUuid);
  return uuids.map((uuid) => byMatter.get(uuid) ?? []);
}
