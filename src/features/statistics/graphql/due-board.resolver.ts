import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { CityModel } from '../../crosswalk/index.js';
import { OrganisationType } from '../../elements/graphql/index.js';
import type { Organisation, OrganisationReadModel } from '../../elements/index.js';
import { countCap, MatterFilter, queryOfFilter } from '../../matters/graphql/index.js';
import type { DueBoard } from '../board/due-board.js';
import type { DueMatter, DuePlace } from '../board/due-matter.js';
import { DueMatterConnection, DueMatterType } from './due-board.type.js';

/** Declares what the due board is asked by. */
@ArgsType()
export class DueBoardArgs extends PageArgs {
  @Field(() => MatterFilter, { nullable: true, description: '条件。Conditions.' })
  where?: MatterFilter | null;
}

/** What the board is answered from. */
export interface DueBoardSources {
  readonly board: DueBoard;
  readonly organisations: OrganisationReadModel;
  readonly cursors: PageCursors;
}

/** Answers the due board. */
@Resolver(() => DueMatterType)
export class DueBoardResolver {
  readonly #sources: DueBoardSources;
  readonly #lead = perRequest<string, Organisation | null>('leadOfDueMatterByUuid', (uuids) => this.#sources.organisations.byUuid(uuids));

  constructor(sources: DueBoardSources) {
    this.#sources = sources;
  }

  @Query(() => DueMatterConnection, {
    description:
      '红黄灯看板：超期与将到期的在办事项，按期限由早到晚。Open matters with a red or yellow light, the earliest deadline first.',
  })
  async dueBoard(
    @Args(() => DueBoardArgs) asked: DueBoardArgs,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<ConnectionValue<DueMatter>> {
    const { board, cursors } = this.#sources;
    const { scope } = context;
    const query = queryOfFilter(asked.where, context);
    const question = ['dueBoard', scope.key, asked.where ?? null];
    const first = pageSize(asked.first, context.principal);
    const page = await board.page(scope, { query, first, after: placeOf(cursors, question, asked.after) });
    let total: Promise<number> | null = null;
    return connectionOf({
      edges: page.items.map((node) => ({ node, cursor: () => cursors.encode(question, [node.dueAt.getTime(), node.matter.uuid]) })),
      hasNextPage: page.hasMore,
      total: async () => {
        const count = await (total ??= board.count(scope, query, countCap));
        return { count: Math.min(count, countCap), isLowerBound: count > countCap };
      },
    });
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: '主办单位。The organisation that leads it.' })
  lead(@Root() { matter }: DueMatter, @Ctx() context: RequestContext): Promise<Organisation | null> | null {
    return matter.leadUuid === null ? null : this.#lead(context).load(matter.leadUuid);
  }
}

function placeOf(cursors: PageCursors, question: unknown, after: string | null | undefined): DuePlace | null {
  if (after == null) return null;
  const [dueAt, uuid] = cursors.decode(question, after) as [number, string];
  return { dueAt: new Date(dueAt), uuid };
}
