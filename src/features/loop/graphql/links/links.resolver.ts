import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { IdScalar } from '../../../../graphql/scalars.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { MatterType } from '../../../matters/graphql/index.js';
import type { Matter, MatterReadModel } from '../../../matters/index.js';
import type { MatterLink } from '../../links/matter-link.js';
import type { MatterLinkReadModel } from '../../links/ports.js';
import { matterUuidOf } from '../../steps/matter-named.js';
import { ReasonedStepInput, StepInput } from '../steps/step.input.js';
import { MatterStepResult } from '../steps/step-result.js';
import type { StepAnswer, StepsAsked } from '../steps/steps-asked.js';
import { MatterLinkType, type ShownLink } from './link.type.js';

type Context = RequestContext<CityModel>;

/** Declares into what a matter is merged. */
@InputType('MergeMattersInput', { description: '并案。Which matter is merged into which.' })
export class MergeMattersInput extends StepInput {
  @Field(() => IdScalar, { description: '并入的事项，须未办结。The matter that it is merged into, which must be open.' })
  into!: string;
}

/** Takes the steps that link matters. */
@Resolver()
export class LinkingResolver {
  readonly #steps: StepsAsked;

  constructor(steps: StepsAsked) {
    this.#steps = steps;
  }

  @Mutation(() => MatterStepResult, {
    description: '重开：新立一件并关联，原件仍为已结。Takes a closed matter up again as a new one, linked to it; the first stays closed.',
  })
  reopenMatter(
    @Arg('input', () => ReasonedStepInput, { description: '事项与理由。Which matter, and why.' }) input: ReasonedStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'reopenMatter', input, carried: { reason: input.reason } }, context);
  }

  @Mutation(() => MatterStepResult, { description: '并案到另一未办结事项。Merges a matter into another that is open.' })
  mergeMatters(
    @Arg('input', () => MergeMattersInput, { description: '哪件并入哪件。Which into which.' }) input: MergeMattersInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'mergeMatters', input, carried: { otherMatter: matterUuidOf('into', input.into) } }, context);
  }
}

/** Adds its links to every matter. */
@Resolver(() => MatterType)
export class MatterLinksResolver {
  readonly #links;
  readonly #matter;

  constructor({ links, matters }: { readonly links: MatterLinkReadModel; readonly matters: Pick<MatterReadModel, 'byUuid'> }) {
    this.#links = perRequest<string, readonly MatterLink[]>('linksByMatter', async (uuids, { scope }) => {
      const found = await links.of(scope, uuids);
      return uuids.map((uuid) => found.filter(({ fromUuid, toUuid }) => fromUuid === uuid || toUuid === uuid));
    });
    this.#matter = perRequest<string, Matter | null>('linkedMatterByUuid', (uuids, { scope }) => matters.byUuid(scope, uuids));
  }

  @FieldResolver(() => [MatterLinkType], { description: '已确认的关联，由旧到新。Its confirmed links, oldest first.' })
  async links(@Root() matter: Matter, @Ctx() context: Context): Promise<readonly ShownLink[]> {
    const links = await this.#links(context).load(matter.uuid);
    const shown = await Promise.all(links.map((link) => this.#shown(link, matter, context)));
    return shown.flat();
  }

  async #shown(link: MatterLink, { uuid }: Matter, context: Context): Promise<readonly ShownLink[]> {
    const pointsToOther = link.fromUuid === uuid;
    const other = await this.#matter(context).load(pointsToOther ? link.toUuid : link.fromUuid);
    return other === null ? [] : [{ ...link, matter: other, pointsToOther }];
  }
}
