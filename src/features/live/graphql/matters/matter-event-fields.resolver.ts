import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { groupBy } from '../../../../kernel/group-by.js';
import { MatterTransitionType } from '../../../matters/graphql/index.js';
import type { MatterTransition } from '../../../matters/index.js';
import type { MatterEvent } from '../../matters/matter-event.js';
import type { MatterHistories } from '../../ports.js';
import { MatterEventType } from './matter-event.type.js';

/** Adds to every event the step that it tells of. */
@Resolver(() => MatterEventType)
export class MatterEventFieldsResolver {
  readonly #history;

  constructor(matters: MatterHistories) {
    this.#history = perRequest<string, readonly MatterTransition[]>('historyByMatterOfEvent', async (uuids, { scope }) => {
      const steps = groupBy(await matters.historyOf(scope, uuids), (step) => step.matterUuid);
      return uuids.map((uuid) => steps.get(uuid) ?? []);
    });
  }

  @FieldResolver(() => MatterTransitionType, {
    nullable: true,
    description: '此变更所走的一步；只改了内容而未走步时为 null。The step that this change took; null when it changed facts only.',
  })
  async transition(@Root() event: MatterEvent, @Ctx() context: RequestContext): Promise<MatterTransition | null> {
    // What is told of a matter between its steps carries the version of the last one.
    if (!tellsOfStep.has(event.kind)) return null;
    const steps = await this.#history(context).load(event.matter.uuid);
    return steps.find((step) => step.version === event.version) ?? null;
  }
}

const tellsOfStep: ReadonlySet<string> = new Set(['MATTER_RECORDED', 'MATTER_CHANGED']);
