import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { groupBy } from '../../../../kernel/group-by.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { OrganisationType } from '../../../elements/graphql/index.js';
import type { Organisation, OrganisationReadModel } from '../../../elements/index.js';
import { MatterType } from '../../../matters/graphql/index.js';
import type { Matter } from '../../../matters/index.js';
import type { Supervision, SupervisionReadModel } from '../../supervision/ports.js';
import { ReasonedStepInput } from '../steps/step.input.js';
import { MatterStepResult } from '../steps/step-result.js';
import type { StepAnswer, StepsAsked } from '../steps/steps-asked.js';
import { AnswerSupervisionInput, SuperviseMatterInput } from './supervision.input.js';
import { SupervisionType } from './supervision.type.js';

type Context = RequestContext<CityModel>;

/** Takes the steps of those who look after others' work: urging, supervising, and the answer. */
@Resolver()
export class SupervisionResolver {
  readonly #steps: StepsAsked;

  constructor(steps: StepsAsked) {
    this.#steps = steps;
  }

  @Mutation(() => MatterStepResult, { description: '催办。Urges whoever has the matter in hand.' })
  urgeMatter(
    @Arg('input', () => ReasonedStepInput, { description: '事项与理由。Which matter, and why.' }) input: ReasonedStepInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'urgeMatter', input, carried: { reason: input.reason } }, context);
  }

  @Mutation(() => MatterStepResult, { description: '督办：限期答复。Supervises a matter: an answer is owed until a day.' })
  superviseMatter(
    @Arg('input', () => SuperviseMatterInput, { description: '督办内容。Why, and until when an answer is owed.' })
    input: SuperviseMatterInput,
    @Ctx() context: Context,
  ): StepAnswer {
    return this.#steps.take({ mutation: 'superviseMatter', input, carried: { reason: input.reason, until: input.until } }, context);
  }

  @Mutation(() => MatterStepResult, { description: '答复督办。Answers a supervision.' })
  answerSupervision(
    @Arg('input', () => AnswerSupervisionInput, { description: '答复。The answer.' }) input: AnswerSupervisionInput,
    @Ctx() context: Context,
  ): StepAnswer {
    const carried = { result: input.result, own: { supervision: input.supervision } };
    return this.#steps.take({ mutation: 'answerSupervision', input, carried }, context);
  }
}

/** Adds its supervisions to every matter. */
@Resolver(() => MatterType)
export class MatterSupervisionsResolver {
  readonly #supervisions;

  constructor(supervisions: SupervisionReadModel) {
    this.#supervisions = perRequest<string, readonly Supervision[]>('supervisionsByMatter', async (uuids, { scope }) => {
      const byMatter = groupBy(await supervisions.of(scope, uuids), ({ matterUuid }) => matterUuid);
      return uuids.map((uuid) => byMatter.get(uuid) ?? []);
    });
  }

  @FieldResolver(() => [SupervisionType], { description: '督办，由旧到新。Its supervisions, oldest first.' })
  supervisions(@Root() matter: Matter, @Ctx() context: Context): Promise<readonly Supervision[]> {
    return this.#supervisions(context).load(matter.uuid);
  }
}

/** Adds to a supervision who ordered it. */
@Resolver(() => SupervisionType)
export class SupervisingOrganisationResolver {
  readonly #organisation;

  constructor(organisations: OrganisationReadModel) {
    this.#organisation = perRequest<string, Organisation | null>('organisationOfSupervisionByUuid', (uuids) => organisations.byUuid(uuids));
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: '督办组织。The organisation that ordered it.' })
  organisation(@Root() { organisationUuid }: Supervision, @Ctx() context: Context): Promise<Organisation | null> | null {
    return organisationUuid === null ? null : this.#organisation(context).load(organisationUuid);
  }
}
