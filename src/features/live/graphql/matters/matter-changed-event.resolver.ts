import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import { MatterChangedType, type MatterChangedValue } from '../../../matters/graphql/index.js';
import type { MatterEvent } from '../../matters/matter-event.js';
import type { ChangeEvents } from '../../ports.js';
import { MatterEventType } from './matter-event.type.js';

/** Adds to the answer of a mutation the event that tells of the change. */
@Resolver(() => MatterChangedType)
export class MatterChangedEventResolver {
  readonly #changes: ChangeEvents;

  constructor(changes: ChangeEvents) {
    this.#changes = changes;
  }

  @FieldResolver(() => MatterEventType, {
    nullable: true,
    description:
      '此变更的事件，至多等 5 秒，未及排定位置时为 null；其游标可续传不带条件的 matterEvents。The event of this change, waited for at most 5 seconds, null when it has no position yet; its cursor resumes matterEvents without conditions.',
  })
  event(@Root() changed: MatterChangedValue, @Ctx() { scope }: RequestContext): Promise<MatterEvent | null> {
    return this.#changes.eventOf(scope, changed.matter, { isRecent: !changed.idempotentReplay });
  }
}
