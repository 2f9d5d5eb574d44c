import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { GeoJsonScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import { CityError } from '../../../kernel/city-error.js';
import type { Element } from '../element.js';
import type { Organisation } from '../organisation.js';
import type { OrganisationId } from '../organisation-id.js';
import type { ElementReadModel, OrganisationIdReadModel, OrganisationReadModel } from '../read-models.js';
import { ElementsArgs, OrganisationsArgs } from './element.args.js';
import { ElementConnection, OrganisationConnection } from './element.connections.js';
import { ElementType } from './element.type.js';
import { OrganisationType } from './organisation.type.js';
import { OrganisationIdType } from './organisation-id.type.js';
import { elementQuery, organisationQuery, type PlacesOfModel } from './queries-of-filters.js';
import { rowPage, rowStart } from './row-page.js';

type Context = RequestContext<PlacesOfModel>;

/** Answers the questions for elements of all offices. */
@Resolver(() => ElementType)
export class ElementsResolver {
  readonly #elements: ElementReadModel;
  readonly #cursors: PageCursors;
  readonly #keeper;

  constructor(elements: ElementReadModel, organisations: OrganisationReadModel, cursors: PageCursors) {
    this.#elements = elements;
    this.#cursors = cursors;
    this.#keeper = perRequest<string, Organisation | null>('keeperOfElementByUuid', (uuids) => organisations.byUuid(uuids));
  }

  @Query(() => ElementConnection, { description: '跨部门的要素列表。The elements of all offices.' })
  async elements(@Args(() => ElementsArgs) asked: ElementsArgs, @Ctx() context: Context): Promise<ConnectionValue<Element>> {
    const query = elementQuery(asked.where, context.model);
    const { scope } = context;
    const question = ['elements', scope.key, asked.where ?? null];
    const first = pageSize(asked.first, context.principal);
    const found = await this.#elements.page(scope, { query, first, after: rowStart(this.#cursors, question, asked.after) });
    return connectionOf(rowPage(found, { question, cursors: this.#cursors, count: () => this.#elements.count(scope, query) }));
  }

  @FieldResolver(() => OrganisationType, { description: '登记它的组织。The organisation that keeps it.' })
  keeper(@Root() element: Element, @Ctx() context: Context): Promise<Organisation | null> {
    return this.#keeper(context).load(element.keeperUuid);
  }

  @FieldResolver(() => GeoJsonScalar, {
    nullable: true,
    description: '位置；未给出时为 null。Where it stands; null where its keeper gives no place.',
  })
  point(@Root() element: Element): object | null {
    if (element.longitude === null || element.latitude === null) return null;
    return { type: 'Point', coordinates: [element.longitude, element.latitude] };
  }
}

/** Answers the questions for organisations. */
@Resolver(() => OrganisationType)
export class OrganisationsResolver {
  readonly #organisations: OrganisationReadModel;
  readonly #cursors: PageCursors;
  readonly #parent = perRequest<string, Organisation | null>('parentOrganisationByUuid', (uuids) => this.#organisations.byUuid(uuids));

  readonly #ids;

  constructor(organisations: OrganisationReadModel, ids: OrganisationIdReadModel, cursors: PageCursors) {
    this.#organisations = organisations;
    this.#cursors = cursors;
    this.#ids = perRequest<string, readonly OrganisationId[]>('otherIdsOfOrganisationByUuid', (uuids) => ids.ofOrganisations(uuids));
  }

  @Query(() => OrganisationType, {
    nullable: true,
    description: '按代码取一个组织，其任一编号均可。One organisation by its code, or any other id that it has today.',
  })
  async organisation(
    @Arg('code', () => SourceIdScalar, {
      description: '代码，通常为 18 位统一社会信用代码。The code, mostly the credit code of 18 characters.',
    })
    code: string,
    @Ctx() { model }: Context,
  ): Promise<Organisation | null> {
    const found = await this.#organisations.byCode(code, model.at);
    if (found.length > 1) throw ambiguous(code, found);
    return found[0] ?? null;
  }

  @Query(() => OrganisationConnection, { description: '组织列表。The organisations.' })
  async organisations(
    @Args(() => OrganisationsArgs) asked: OrganisationsArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<Organisation>> {
    const query = organisationQuery(asked.where, context.model);
    const question = ['organisations', asked.where ?? null];
    const first = pageSize(asked.first, context.principal);
    const found = await this.#organisations.page({ query, first, after: rowStart(this.#cursors, question, asked.after) });
    return connectionOf(rowPage(found, { question, cursors: this.#cursors, count: () => this.#organisations.count(query) }));
  }

  @FieldResolver(() => [OrganisationIdType], {
    description:
      '其他编号：信用代码、党组织代码、部门自编代码等，各有起止。Its other ids: credit code, party id, codes of offices, each dated.',
  })
  ids(@Root() organisation: Organisation, @Ctx() context: Context): Promise<readonly OrganisationId[]> {
    return this.#ids(context).load(organisation.uuid);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: '上级组织。The organisation above it.' })
  parent(@Root() organisation: Organisation, @Ctx() context: Context): Promise<Organisation | null> | null {
    return organisation.parentUuid === null ? null : this.#parent(context).load(organisation.parentUuid);
  }
}

function ambiguous(code: string, found: readonly Organisation[]): CityError {
  const issuers = found.map((organisation) => `${organisation.issuer}/${organisation.scheme}`);
  return new CityError({
    code: 'AMBIGUOUS_ID',
    message: `code: ${JSON.stringify(code)} was issued by several: ${issuers.join(', ')}.`,
    messageZh: `code：${JSON.stringify(code)} 由多方签发：${issuers.join('、')}。`,
    hint: 'Use organisations(where: { code }) and choose by issuer.',
    details: { issuers },
  });
}
