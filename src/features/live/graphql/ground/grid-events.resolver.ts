import { Args, ArgsType, Ctx, Field, Resolver, Root, Subscription } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import type { GridModel } from '../../../grids/index.js';
import type { Heartbeat, StreamGap } from '../../delivery.js';
import type { GridEvent } from '../../ground/grid-event.js';
import type { GridStreams } from '../../ground/ports.js';
import type { LiveSource } from '../../live-source.js';
import { AfterArgs } from '../after.args.js';
import { conditionsOfGridFilter } from './conditions-of-grid-filter.js';
import { GridEventDelivery } from './grid-event-delivery.type.js';
import { GridEventFilter } from './grid-event-filter.input.js';
import { type GridEventShown, gridEventShown } from './grid-event-shown.js';

/** Declares what a stream of changes of the ground is asked by. */
@ArgsType()
class GridEventsArgs extends AfterArgs {
  @Field(() => GridEventFilter, { nullable: true, description: '条件；不填为全部。Conditions; all changes when left out.' })
  where?: GridEventFilter | null;
}

interface Subscribing {
  readonly args: GridEventsArgs;
  readonly context: RequestContext;
}

/** Makes the resolver of the subscription `gridEvents` over some streams; see `matterEventsResolver`. */
export function gridEventsResolver(streams: GridStreams): object {
  @Resolver()
  class GridEventsResolver {
    @Subscription(() => GridEventDelivery, {
      description:
        '网格、关联与区划的全部变更，连同取代者，按序、不丢；after 续传。Every change of units, links and divisions, with what replaced them, in order, without loss; after resumes.',
      subscribe: ({ args, context }: Subscribing): Promise<LiveSource<GridEvent>> =>
        streams.open({ conditions: conditionsOfGridFilter(args.where), after: args.after ?? null, scope: context.scopeNow }),
    })
    gridEvents(
      @Root() delivery: GridEvent | StreamGap | Heartbeat,
      @Args(() => GridEventsArgs) _asked: GridEventsArgs,
      @Ctx() { model }: RequestContext<GridModel>,
    ): GridEventShown | StreamGap | Heartbeat {
      return gridEventShown(delivery, model);
    }
  }
  return new GridEventsResolver();
}
