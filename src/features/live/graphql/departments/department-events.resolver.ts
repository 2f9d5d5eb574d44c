import { Args, ArgsType, Field, InputType, Resolver, Root, Subscription } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import type { Heartbeat, StreamGap } from '../../delivery.js';
import type { DepartmentEvent } from '../../departments/department-event.js';
import type { DepartmentEventConditions, DepartmentStreams } from '../../departments/ports.js';
import type { LiveSource } from '../../live-source.js';
import { AfterArgs } from '../after.args.js';
import { DepartmentEventDelivery } from './department-event.type.js';

/** Declares which changes of offices' states are wanted. */
@InputType('DepartmentEventFilter', { description: '要哪些部门的状态变更。Which offices’ changes are wanted.' })
export class DepartmentEventFilter {
  @Field(() => [Department], { nullable: true, description: '部门是其中之一。The office is one of these.' })
  department?: readonly string[] | null;
}

/** Declares what a stream of changes of offices' states is asked by. */
@ArgsType()
class DepartmentEventsArgs extends AfterArgs {
  @Field(() => DepartmentEventFilter, { nullable: true, description: '条件；不填为全部。Conditions; all offices when left out.' })
  where?: DepartmentEventFilter | null;
}

interface Subscribing {
  readonly args: DepartmentEventsArgs;
  readonly context: RequestContext;
}

/** Makes the resolver of the subscription `departmentEvents` over some streams; see `matterEventsResolver`. */
export function departmentEventsResolver(streams: DepartmentStreams): object {
  @Resolver()
  class DepartmentEventsResolver {
    @Subscription(() => DepartmentEventDelivery, {
      description:
        '各部门接入状态（正常、落后、中断）的全部变更，按序、不丢；after 续传。Every change of how an office stands (LIVE, STALE, DOWN), in order, without loss; after resumes.',
      subscribe: ({ args, context }: Subscribing): Promise<LiveSource<DepartmentEvent>> =>
        streams.open({ conditions: conditionsOf(args.where), after: args.after ?? null, scope: context.scopeNow }),
    })
    departmentEvents(
      @Root() delivery: DepartmentEvent | StreamGap | Heartbeat,
      @Args(() => DepartmentEventsArgs) _asked: DepartmentEventsArgs,
    ): DepartmentEvent | StreamGap | Heartbeat {
      return delivery;
    }
  }
  return new DepartmentEventsResolver();
}

function conditionsOf(filter: DepartmentEventFilter | null | undefined): DepartmentEventConditions {
  return filter?.department ? { departments: [...new Set(filter.department)].sort() } : {};
}
