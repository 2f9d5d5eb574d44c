import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import { noteCounting } from '../../../../kernel/conditional-reads.js';
import type { Indicators, IndicatorsDelivery } from '../../indicators/indicators.js';
import type { LiveSource } from '../../live-source.js';
import type { IndicatorStreams } from '../../ports.js';
import { IndicatorsArgs } from './indicators.args.js';
import { IndicatorsDeliveryType } from './indicators.type.js';

interface Subscribing {
  readonly args: IndicatorsArgs;
  readonly context: RequestContext;
}

/** Makes the resolver of the subscription `indicators` over some streams, as `matterEventsResolver` does; bind the instance to its own class. */
export function indicatorsResolver(streams: IndicatorStreams): object {
  @Resolver()
  class IndicatorsResolver {
    @Subscription(() => IndicatorsDeliveryType, {
      description:
        '一个区划的实时关键数字：先全部，后只投有变的，每秒至多 5 次。Live key figures of a division: all of them first, then those that change, at most 5 times a second.',
      subscribe: ({ args: { division, after }, context }: Subscribing): Promise<LiveSource<Indicators>> =>
        streams.open({
          wish: { division: division ?? null, askedBy: context.principal.department },
          after: after ?? null,
          scope: context.scopeNow,
        }),
    })
    indicators(
      @Root() delivery: IndicatorsDelivery,
      @Args(() => IndicatorsArgs) _asked: IndicatorsArgs,
      @Ctx() { scope }: RequestContext,
    ): IndicatorsDelivery {
      // One reading counted for many deliveries; this one answers for what it shows.
      if (delivery.typeName === 'Indicators') for (const dataClass of ['MATTERS', 'ELEMENTS'] as const) noteCounting(scope, dataClass);
      return delivery;
    }
  }
  return new IndicatorsResolver();
}
