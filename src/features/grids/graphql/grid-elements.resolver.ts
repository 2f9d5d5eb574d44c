import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { Scope } from '../../../kernel/scope.js';
import {
  CountType,
  ElementConnection,
  ElementCountType,
  ElementsOfGridArgs,
  OrganisationType,
  PostType,
  rowPage,
  rowStart,
} from '../../elements/graphql/index.js';
import type {
  Element,
  ElementCount,
  ElementKind,
  ElementReadModel,
  Organisation,
  OrganisationReadModel,
  PeopleReadModel,
  Post,
  Rows,
  UnitCount,
} from '../../elements/index.js';
import type { GridUnit } from '../grid-model.js';
import { AllElementsGridType } from './all-elements-grid.type.js';

/** What the elements of a grid are read from. */
export interface GridElementSources {
  readonly elements: ElementReadModel;
  readonly people: PeopleReadModel;
}

/** Adds the elements, counts and posts to every all-elements grid; a page of grids costs one statement a field. */
@Resolver(() => AllElementsGridType)
export class GridElementsResolver {
  readonly #elements: ElementReadModel;
  readonly #cursors: PageCursors;
  readonly #pages = perRequest<string, Rows<Element>>('elementPagesByGrid', (keys, { scope }) => this.#load(keys, scope));
  readonly #kinds = perRequest<string, readonly ElementCount[]>('elementCountsByGrid', (uuids, { scope }) =>
    this.#elements.countsOfGrids(scope, uuids),
  );
  readonly #counts;
  readonly #posts;

  constructor(sources: GridElementSources, cursors: PageCursors) {
    this.#elements = sources.elements;
    this.#cursors = cursors;
    this.#counts = perRequest<string, readonly UnitCount[]>('countsByUnit', (uuids, { scope }) =>
      sources.people.countsOfUnits(scope, uuids),
    );
    this.#posts = perRequest<string, readonly Post[]>('postsByUnit', (uuids, { scope }) => sources.people.postsOfUnits(scope, uuids));
  }

  @FieldResolver(() => ElementConnection, { description: '网格内的要素。The elements that stand in it.' })
  async elements(
    @Root() unit: GridUnit,
    @Args(() => ElementsOfGridArgs) asked: ElementsOfGridArgs,
    @Ctx() context: RequestContext,
  ): Promise<ConnectionValue<Element>> {
    const question = ['elementsOfGrid', context.scope.key, unit.uuid, asked.kinds ?? null];
    const wish: GridWish = {
      kinds: asked.kinds ?? null,
      first: pageSize(asked.first, context.principal),
      after: rowStart(this.#cursors, question, asked.after),
    };
    const found = await this.#pages(context).load(unit.uuid + JSON.stringify(wish));
    const count = async (): Promise<number> => totalOf(await this.#kinds(context).load(unit.uuid), wish.kinds);
    return connectionOf(rowPage(found, { question, cursors: this.#cursors, count }));
  }

  @FieldResolver(() => [ElementCountType], { description: '各种要素的数量。How many elements of each kind it holds.' })
  elementCounts(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<readonly ElementCount[]> {
    return this.#kinds(context).load(unit.uuid);
  }

  @FieldResolver(() => [CountType], {
    description: '各部门给出的数；只有数，从无人名。The counts that offices give of it; numbers only, never persons.',
  })
  counts(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<readonly UnitCount[]> {
    return this.#counts(context).load(unit.uuid);
  }

  @FieldResolver(() => [PostType], { description: '网格岗位。Its posts.' })
  posts(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<readonly Post[]> {
    return this.#posts(context).load(unit.uuid);
  }

  /** Grids asked with the same wish share one statement. */
  async #load(keys: readonly string[], scope: Scope): Promise<readonly Rows<Element>[]> {
    const answers = new Map<string, Rows<Element>>();
    for (const [wish, group] of groupBy(keys, (key) => key.slice(uuidLength))) {
      const { kinds, first, after } = JSON.parse(wish) as GridWish;
      const query = kinds === null ? {} : { kinds };
      const found = await this.#elements.pagesOfGrids(
        scope,
        group.map((key) => key.slice(0, uuidLength)),
        { query, first, after },
      );
      group.forEach((key, index) => answers.set(key, found[index]!));
    }
    return keys.map((key) => answers.get(key)!);
  }
}

/** Adds the organisation behind a post. */
@Resolver(() => PostType)
export class PostResolver {
  readonly #organisation;

  constructor(organisations: OrganisationReadModel) {
    this.#organisation = perRequest<string, Organisation | null>('organisationOfPostByUuid', (uuids) => organisations.byUuid(uuids));
  }

  @FieldResolver(() => OrganisationType, { description: '设岗的组织。The body that fills it.' })
  organisation(@Root() post: Post, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return this.#organisation(context).load(post.organisationUuid);
  }
}

interface GridWish {
  readonly kinds: readonly ElementKind[] | null;
  readonly first: number;
  readonly after: string | null;
}

const uuidLength = 36;

function totalOf(counts: readonly ElementCount[], kinds: readonly ElementKind[] | null): number {
  return counts.reduce((sum, entry) => (kinds === null || kinds.includes(entry.kind) ? sum + entry.count : sum), 0);
}
