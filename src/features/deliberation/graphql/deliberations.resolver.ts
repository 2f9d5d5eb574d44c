import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { IdScalar } from '../../../graphql/scalars.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { CityModel } from '../../crosswalk/index.js';
import { AllElementsGridType } from '../../grids/graphql/index.js';
import type { GridUnit } from '../../grids/index.js';
import type { Deliberation } from '../deliberation.js';
import type { DeliberationReadModel, DeliberationRows } from '../ports.js';
import { DeliberationConnection, DeliberationType } from './deliberation.type.js';
import type { DeliberationFilter } from './deliberation-filter.input.js';
import { deliberationQueryOf, DeliberationsArgs } from './deliberation-filter.input.js';
import { deliberationUuid } from './deliberation-nodes.js';
import { countCap, deliberationPage, deliberationStart } from './deliberation-pages.js';

type Context = RequestContext<CityModel>;

/** Answers the questions for deliberations. */
@Resolver()
export class DeliberationsResolver {
  readonly #deliberations: DeliberationReadModel;
  readonly #cursors: PageCursors;

  constructor(deliberations: DeliberationReadModel, cursors: PageCursors) {
    this.#deliberations = deliberations;
    this.#cursors = cursors;
  }

  @Query(() => DeliberationType, {
    nullable: true,
    description: '一项议事；不存在或无权查看时为 null。One deliberation; null where there is none that the caller sees.',
  })
  async deliberation(
    @Arg('id', () => IdScalar, { description: '议事。The deliberation.' }) id: string,
    @Ctx() { scope }: Context,
  ): Promise<Deliberation | null> {
    return (await this.#deliberations.byUuid(scope, [deliberationUuid(id)]))[0]!;
  }

  @Query(() => DeliberationConnection, { description: '议事，最新提出者在前。The deliberations, newest proposal first.' })
  async deliberations(
    @Args(() => DeliberationsArgs) asked: DeliberationsArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<Deliberation>> {
    const { scope, model, principal } = context;
    const query = deliberationQueryOf(asked.where, model);
    const question = ['deliberations', scope.key, asked.where ?? null];
    const after = deliberationStart(this.#cursors, question, asked.after);
    const rows = await this.#deliberations.page(scope, { query, first: pageSize(asked.first, principal), after });
    const count = (): Promise<number> => this.#deliberations.count(scope, query, countCap);
    return connectionOf(deliberationPage(rows, { question, cursors: this.#cursors, count }));
  }
}

/** Adds `deliberations` to every all-elements grid: grids asked with the same arguments share one statement. */
@Resolver(() => AllElementsGridType)
export class DeliberationsOfGridResolver {
  readonly #deliberations: DeliberationReadModel;
  readonly #cursors: PageCursors;
  readonly #pages = perRequest<string, DeliberationRows, CityModel>('deliberationPagesByGrid', (keys, context) =>
    this.#load(keys.map(parsed), context),
  );

  constructor(deliberations: DeliberationReadModel, cursors: PageCursors) {
    this.#deliberations = deliberations;
    this.#cursors = cursors;
  }

  @FieldResolver(() => DeliberationConnection, { description: '就此网格所提的议事，最新在前。What was proposed for it, newest first.' })
  async deliberations(
    @Root() grid: GridUnit,
    @Args(() => DeliberationsArgs) asked: DeliberationsArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<Deliberation>> {
    const { scope, model, principal } = context;
    const question = questionOf(grid.uuid, asked.where, context);
    const wish = { grid: grid.uuid, where: asked.where ?? null, first: pageSize(asked.first, principal), after: asked.after ?? null };
    const rows = await this.#pages(context).load(JSON.stringify(wish));
    const query = { ...deliberationQueryOf(asked.where, model), gridUuids: [grid.uuid] };
    const count = (): Promise<number> => this.#deliberations.count(scope, query, countCap);
    return connectionOf(deliberationPage(rows, { question, cursors: this.#cursors, count }));
  }

  async #load(wishes: readonly GridWish[], context: Context): Promise<readonly DeliberationRows[]> {
    const answers = new Map<GridWish, DeliberationRows>();
    // A cursor belongs to one grid, so a page that begins after one is a group of its own.
    for (const group of groupBy(wishes, ({ grid, ...wish }) => JSON.stringify(wish.after === null ? wish : { grid, ...wish })).values()) {
      const { grid, where, first, after } = group[0]!;
      const start = deliberationStart(this.#cursors, questionOf(grid, where, context), after);
      const grids = group.map((wish) => wish.grid);
      const query = deliberationQueryOf(where, context.model);
      const pages = await this.#deliberations.pagesOfGrids(context.scope, grids, { query, first, after: start });
      group.forEach((wish, nth) => answers.set(wish, pages[nth]!));
    }
    return wishes.map((wish) => answers.get(wish)!);
  }
}

interface GridWish {
  readonly grid: string;
  readonly where: DeliberationFilter | null;
  readonly first: number;
  readonly after: string | null;
}

function questionOf(grid: string, where: DeliberationFilter | null | undefined, { scope }: Context): unknown {
  return ['deliberationsOfGrid', scope.key, grid, where ?? null];
}

/** Instants are written as texts in JSON. */
function parsed(key: string): GridWish {
  const isInstant = (name: string, value: unknown): value is string => (name === 'gte' || name === 'lt') && typeof value === 'string';
  return JSON.parse(key, (name, value: unknown) => (isInstant(name, value) ? new Date(value) : value)) as GridWish;
}
