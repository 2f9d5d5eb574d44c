import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';

import { ofCaller } from '../../../../graphql/of-caller.js';
import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { groupBy } from '../../../../kernel/group-by.js';
import { DispatchProposalType } from '../../../catalogue/graphql/index.js';
import type { DispatchProposal } from '../../../catalogue/index.js';
import type { LimitUnit } from '../../../clocks/index.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { MatterType } from '../../../matters/graphql/index.js';
import type { Matter } from '../../../matters/index.js';
import type { ClockOfMatter } from '../../ports.js';
import type { LoopReading } from '../../reading/loop-reading.js';
import type { NextStep } from '../../reading/next-steps.js';
import type { TeamTask } from '../../teams/team-task.js';
import { clockLight } from '../../timing/clock-light.js';
import { MatterClockType } from './matter-clock.type.js';
import { NextStepType } from './next-step.type.js';
import { TeamTaskType } from './team-task.type.js';

type Context = RequestContext<CityModel>;

/** Adds to every matter where it stands in the loop; a page of matters costs as many statements as one. */
@Resolver(() => MatterType)
export class MatterLoopResolver {
  readonly #sources: LoopReading;
  readonly #nextSteps = perRequest<string, readonly NextStep[], CityModel>('nextStepsByMatter', (uuids, context) =>
    this.#sources.nextSteps.of(uuids, context),
  );
  readonly #clocks = perRequest<string, readonly ClockOfMatter[]>('clocksByMatter', async (uuids, { scope }) =>
    inOrder(uuids, await this.#sources.clockRounds.clocksOf(scope, uuids)),
  );
  readonly #team = perRequest<string, readonly TeamTask[]>('teamByMatter', async (uuids, { scope }) =>
    inOrder(uuids, await this.#sources.teams.teamsOf(scope, uuids)),
  );

  constructor(sources: LoopReading) {
    this.#sources = sources;
  }

  @Extensions(ofCaller)
  @FieldResolver(() => [NextStepType], {
    description: '此刻流程允许的步骤，及查看者能否走。The steps that the procedure allows now, and which of them the viewer may take.',
  })
  async nextSteps(@Root() { uuid }: Matter, @Ctx() context: Context): Promise<readonly NextStepType[]> {
    const steps = await this.#nextSteps(context).load(uuid);
    return steps.map(({ transition: { step: name, carries, by }, mutation, mayTake }) => ({ name, carries, by, mutation, mayTake }));
  }

  @FieldResolver(() => [MatterClockType], { description: '各时钟各轮，由旧到新。Every round of its clocks, oldest first.' })
  async clocks(@Root() { uuid }: Matter, @Ctx() context: Context): Promise<readonly MatterClockType[]> {
    const rounds = await this.#clocks(context).load(uuid);
    const now = context.clock.now();
    return rounds.map((round) => ({
      ...round,
      kind: round.clock,
      limitUnit: round.limitUnit as LimitUnit,
      light: clockLight(round, now),
      exempt: round.exemptAt !== null,
    }));
  }

  @FieldResolver(() => [TeamTaskType], { description: '现有联动小组的分工。The parts in the joint team that it has now.' })
  team(@Root() { uuid }: Matter, @Ctx() context: Context): Promise<readonly TeamTask[]> {
    return this.#team(context).load(uuid);
  }

  @FieldResolver(() => DispatchProposalType, {
    nullable: true,
    description:
      '按现行职责与清单的派单建议；仅派单人员可见，无类别或地点则为 null。Who is proposed to handle it by the duties and lists in force; for dispatchers alone, null without category or place.',
  })
  dispatchProposal(@Root() matter: Matter, @Ctx() context: Context): Promise<DispatchProposal | null> {
    return this.#sources.proposals.of(matter, context);
  }
}

function inOrder<Part extends { readonly matterUuid: string }>(
  uuids: readonly string[],
  parts: readonly Part[],
): readonly (readonly Part[])[] {
  const byMatter = groupBy(parts, (part) => part.matterUuid);
  return uuids.map((uuid) => byMatter.get(uuid) ?? []);
}
