import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageOfList, pageSize } from '../../../graphql/page.js';
import type { PageCursors, PageKey } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { LinkDecision } from '../decisions/link-decision.js';
import type { DecisionReadModel } from '../decisions/ports.js';
import { computedLinks, type ReviewItem, reviewQueue } from '../decisions/review-queue.js';
import type { GridLink } from '../link.js';
import type { CityModel } from '../model/link-table.js';
import { targetLayers } from '../resolve/link-wish.js';
import { decisionValue, type LinkDecisionValue } from './decision-value.js';
import { GridLinkType } from './grid-link.type.js';
import { LinkDecisionType } from './link-decision.type.js';
import { ReviewItemConnection, ReviewItemType, ReviewQueueArgs } from './review-item.type.js';

/** Answers which rows are worth a look, those first whose decision would change most. */
@Resolver(() => ReviewItemType)
export class ReviewQueueResolver {
  readonly #decisions: DecisionReadModel;
  readonly #cursors: PageCursors;
  readonly #declaration;
  /** Made once for each model: it looks at every row of the city. */
  readonly #queues = new WeakMap<CityModel, Promise<readonly ReviewItem[]>>();

  constructor(decisions: DecisionReadModel, cursors: PageCursors) {
    this.#decisions = decisions;
    this.#cursors = cursors;
    this.#declaration = perRequest<string, LinkDecision | null>('declarationOfReviewItemByUuid', (uuids) => decisions.byUuid(uuids));
  }

  @Query(() => ReviewItemConnection, {
    description: '待复核的关联，一项决定改变越多者越靠前。Rows worth a look, those first whose decision would change most.',
  })
  async reviewQueue(
    @Args(() => ReviewQueueArgs) asked: ReviewQueueArgs,
    @Ctx() { model, principal }: RequestContext<CityModel>,
  ): Promise<ConnectionValue<ReviewItem>> {
    const first = pageSize(asked.first, principal);
    const layers = new Set(targetLayers(model, { layers: asked.layers }));
    const items = (await this.#queueOf(model)).filter(({ unit }) => layers.has(unit.layer));
    const question = ['reviewQueue', asked.layers ?? null];
    const startsAt = asked.after ? firstAfter(items, this.#cursors.decode(question, asked.after)) : 0;
    return connectionOf(pageOfList(items, { first, startsAt }, (item) => this.#cursors.encode(question, keyOf(item))));
  }

  @FieldResolver(() => [GridLinkType], {
    description: '计算所得的关联；两种依据不一时二者皆列。The links as computed; on both bases where these disagree.',
  })
  links(@Root() item: ReviewItem): readonly GridLink[] {
    return computedLinks(item);
  }

  @FieldResolver(() => LinkDecisionType, { nullable: true, description: '现行的认定。The declaration that stands, if any.' })
  async declaration(@Root() { unit, declarationUuid }: ReviewItem, @Ctx() context: RequestContext): Promise<LinkDecisionValue | null> {
    const found = declarationUuid === null ? null : await this.#declaration(context).load(declarationUuid);
    return found && decisionValue(found, unit.model);
  }

  #queueOf(model: CityModel): Promise<readonly ReviewItem[]> {
    const known = this.#queues.get(model);
    if (known) return known;
    const made = this.#decisions.standing().then((standing) =>
      reviewQueue(
        model,
        standing.filter((one) => isInForce(one, model)),
      ),
    );
    this.#queues.set(model, made);
    made.catch(() => this.#queues.delete(model));
    return made;
  }
}

function isInForce({ validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null }, { at }: CityModel): boolean {
  return validFrom <= at && (validTo === null || at < validTo);
}

function keyOf({ value, unit, layer }: ReviewItem): PageKey {
  return [value, unit.index, layer.ordinal];
}

/** The list falls by value, then rises by unit and layer. */
function firstAfter(items: readonly ReviewItem[], key: PageKey): number {
  const [value, index, ordinal] = key as readonly [number, number, number];
  const found = items.findIndex((item) => {
    if (item.value !== value) return item.value < value;
    if (item.unit.index !== index) return item.unit.index > index;
    return item.layer.ordinal > ordinal;
  });
  return found < 0 ? items.length : found;
}
