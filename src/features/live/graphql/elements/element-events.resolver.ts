import { Args, ArgsType, Ctx, Field, Resolver, Root, Subscription } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import { noteReads } from '../../../../kernel/conditional-reads.js';
import type { Heartbeat, StreamGap } from '../../delivery.js';
import type { ElementEvent } from '../../elements/element-event.js';
import type { ElementStreams } from '../../elements/ports.js';
import type { LiveSource } from '../../live-source.js';
import { AfterArgs } from '../after.args.js';
import { ElementEventDelivery } from './element-event.type.js';
import { conditionsOfElementFilter, ElementEventFilter } from './element-event-filter.input.js';

/** Declares what a stream of elements' changes is asked by. */
@ArgsType()
class ElementEventsArgs extends AfterArgs {
  @Field(() => ElementEventFilter, { nullable: true, description: '条件；不填为全部。Conditions; all changes when left out.' })
  where?: ElementEventFilter | null;
}

interface Subscribing {
  readonly args: ElementEventsArgs;
  readonly context: RequestContext;
}

/** Makes the resolver of the subscription `elementEvents` over some streams; see `matterEventsResolver`. */
export function elementEventsResolver(streams: ElementStreams): object {
  @Resolver()
  class ElementEventsResolver {
    @Subscription(() => ElementEventDelivery, {
      description:
        '所有可见要素的全部变更，按序、不丢；after 续传。Every change of every element that the viewer may see, in order, without loss; after resumes.',
      subscribe: ({ args, context }: Subscribing): Promise<LiveSource<ElementEvent>> =>
        streams.open({ conditions: conditionsOfElementFilter(args.where), after: args.after ?? null, scope: context.scopeNow }),
    })
    elementEvents(
      @Root() delivery: ElementEvent | StreamGap | Heartbeat,
      @Args(() => ElementEventsArgs) _asked: ElementEventsArgs,
      @Ctx() { scope }: RequestContext,
    ): ElementEvent | StreamGap | Heartbeat {
      // The stream looked the element up for many deliveries; this one answers for what it shows.
      if (delivery.typeName === 'ElementEvent') noteReads(scope, 'ELEMENTS', [delivery.element]);
      return delivery;
    }
  }
  return new ElementEventsResolver();
}
