import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import { noteReads } from '../../../../kernel/conditional-reads.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { LiveSource } from '../../live-source.js';
import type { MatterDelivery, MatterTold } from '../../matters/matter-event.js';
import type { Rebase } from '../../matters/rebase.js';
import type { MatterStreams } from '../../ports.js';
import { conditionsOf } from './conditions-of-filter.js';
import { MatterEventDelivery } from './matter-event-delivery.type.js';
import { MatterEventsArgs } from './matter-events.args.js';
import { type RebaseShown, rebaseShown } from './rebase.type.js';
import { layerOf } from './units-of.input.js';

interface Subscribing {
  readonly args: MatterEventsArgs;
  readonly context: RequestContext<CityModel>;
}

/**
 * Makes the resolver of the subscription `matterEvents` over some streams.
 * `subscribe` of a decorator meets no instance, so the class itself is made around the streams; bind the instance to its own class.
 */
export function matterEventsResolver(streams: MatterStreams): object {
  @Resolver()
  class MatterEventsResolver {
    @Subscription(() => MatterEventDelivery, {
      description:
        '所有可见事项的全部变更，按序、不丢；after 续传。Every change of every matter that the viewer may see, in order, without loss; after resumes.',
      subscribe: ({ args, context }: Subscribing): Promise<LiveSource<MatterTold>> =>
        streams.open({
          conditions: conditionsOf(args.where),
          unitsOf: args.unitsOf ? layerOf(args.unitsOf, context.model) : null,
          begin: args.begin,
          after: args.after ?? null,
          scope: context.scopeNow,
        }),
    })
    matterEvents(
      @Root() delivery: MatterDelivery,
      @Args(() => MatterEventsArgs) _asked: MatterEventsArgs,
      @Ctx() { scope, model }: RequestContext<CityModel>,
    ): Exclude<MatterDelivery, Rebase> | RebaseShown {
      // The stream looked the matter up for many deliveries; this one answers for what it shows.
      if (delivery.typeName === 'MatterEvent') noteReads(scope, 'MATTERS', [delivery.matter]);
      if (delivery.typeName === 'MatterSnapshot') noteReads(scope, 'MATTERS', delivery.matters);
      return delivery.typeName === 'Rebase' ? rebaseShown(delivery, model) : delivery;
    }
  }
  return new MatterEventsResolver();
}
