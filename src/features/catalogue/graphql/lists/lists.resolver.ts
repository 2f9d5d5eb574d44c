import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { PageArgs } from '../../../../graphql/args/page.args.js';
import { pastInstant } from '../../../../graphql/args/past-instant.js';
import type { ConnectionValue } from '../../../../graphql/connection.js';
import type { PageCursors } from '../../../../graphql/page-cursors.js';
import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CalendarDate } from '../../../../kernel/dates.js';
import { globalId } from '../../../../kernel/ids.js';
import type { ListEdition, ListItem } from '../../list.js';
import type { ListReadModel } from '../../ports.js';
import { editionIdType } from '../public-ids.js';
import { ListEditionConnection, ListEditionType, ListItemConnection } from './list-edition.type.js';
import { EditionsArgs, ListArgs } from './lists.args.js';
import { pageInHand } from './pages-of-lists.js';

type Context = RequestContext<{ readonly at: CalendarDate }>;

/** Answers which lists govern, edition by edition. */
@Resolver(() => ListEditionType)
export class ListsResolver {
  readonly #lists: ListReadModel;
  readonly #cursors: PageCursors;
  readonly #items;

  constructor(lists: ListReadModel, cursors: PageCursors) {
    this.#lists = lists;
    this.#cursors = cursors;
    this.#items = perRequest<string, readonly ListItem[]>('itemsOfListEdition', (uuids) =>
      Promise.all(uuids.map((uuid) => lists.itemsOf(uuid))),
    );
  }

  @Query(() => ListEditionConnection, {
    description: '某种清单的各版，新版在前，含尚未施行者。The editions of a list, newest first, those to come among them.',
  })
  async catalogueEditions(
    @Args(() => EditionsArgs) { kind, knownAt, ...wish }: EditionsArgs,
    @Ctx() { clock, principal }: Context,
  ): Promise<ConnectionValue<ListEdition>> {
    const known = pastInstant(knownAt, clock);
    const rows = await this.#lists.editions(kind, known);
    const question = ['catalogueEditions', kind, known];
    return pageInHand({ rows, question, placeOf: ({ number }) => number, by: principal }, wish, this.#cursors);
  }

  @Query(() => ListEditionType, {
    nullable: true,
    description:
      '某日施行的一版清单，或指定的一版；未公布则为 null。The edition of a list in force on a day, or a named one; null where there is none.',
  })
  async catalogueList(
    @Args(() => ListArgs) { kind, edition, at, knownAt }: ListArgs,
    @Ctx() { clock, model }: Context,
  ): Promise<ListEdition | null> {
    const editions = await this.#lists.editions(kind, pastInstant(knownAt, clock));
    if (edition != null) return editions.find(({ number }) => number === edition) ?? null;
    return editions.find(({ effectiveFrom }) => effectiveFrom <= (at ?? model.at)) ?? null;
  }

  @FieldResolver()
  id(@Root() { uuid }: ListEdition): string {
    return globalId(editionIdType, uuid);
  }

  @FieldResolver(() => Int, { description: '条数。How many lines it has.' })
  itemCount(@Root() { items }: ListEdition): number {
    return items;
  }

  @FieldResolver(() => ListItemConnection, { description: '各条，依清单次序。The lines, in the order of the list.' })
  async items(
    @Root() { uuid }: ListEdition,
    @Args(() => PageArgs) wish: PageArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<ListItem>> {
    const rows = await this.#items(context).load(uuid);
    const places = new Map(rows.map((row, place) => [row.uuid, place]));
    const question = ['itemsOfListEdition', uuid];
    return pageInHand({ rows, question, placeOf: (row) => places.get(row.uuid)!, by: context.principal }, wish, this.#cursors);
  }
}
