import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DivisionCodeScalar } from '../../../graphql/scalars.js';
import { CategoryType } from '../../categories/graphql/index.js';
import type { Category, CategoryReadModel } from '../../categories/index.js';
import type { CategoryKey } from '../../categories/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import { OrganisationType } from '../../elements/graphql/index.js';
import type { Organisation, OrganisationReadModel } from '../../elements/index.js';
import { AllElementsGridType } from '../../grids/graphql/index.js';
import type { GridUnit } from '../../grids/index.js';
import { MatterType } from '../../matters/graphql/index.js';
import type { Matter, MatterReadModel } from '../../matters/index.js';
import type { Deliberation } from '../deliberation.js';
import { stepsFrom } from '../deliberation-procedure.js';
import type { DeliberationReadModel } from '../ports.js';
import { DeliberationDecisionType, DeliberationStepType, DeliberationType } from './deliberation.type.js';

type Context = RequestContext<CityModel>;

/** What the fields of a deliberation are read from. */
export interface DeliberationFieldSources {
  readonly deliberations: DeliberationReadModel;
  readonly categories: CategoryReadModel;
  readonly organisations: OrganisationReadModel;
  readonly matters: MatterReadModel;
}

/** Adds to every deliberation what is not in its record as it stands; a page of them costs one statement a field. */
@Resolver(() => DeliberationType)
export class DeliberationFieldsResolver {
  readonly #category;

  constructor({ categories }: Pick<DeliberationFieldSources, 'categories'>) {
    this.#category = perRequest<string, Category | null>('categoryOfDeliberation', (keys) =>
      categories.byKey(keys.map((key) => JSON.parse(key) as CategoryKey)),
    );
  }

  @FieldResolver(() => CategoryType, { nullable: true, description: '类别。The category.' })
  category(@Root() { category }: Deliberation, @Ctx() context: Context): Promise<Category | null> {
    const { standard, kind, code } = category;
    return this.#category(context).load(JSON.stringify({ standard, kind, code }));
  }

  @FieldResolver(() => AllElementsGridType, {
    nullable: true,
    description: '所涉全要素网格；今日已不存在时为 null。The all-elements grid it is about; null where that is in force no longer.',
  })
  grid(@Root() { gridUuid }: Deliberation, @Ctx() { model }: Context): GridUnit | null {
    return model.unitByUuid(gridUuid);
  }

  @FieldResolver(() => DivisionCodeScalar, { description: '所在社区。The community it lies in.' })
  divisionCode(@Root() deliberation: Deliberation): string {
    return deliberation.divisionCode;
  }

  @FieldResolver(() => DeliberationDecisionType, {
    nullable: true,
    description: '现行决定；未决或退回再议时为 null。The decision that stands; null before, and while it is deliberated again.',
  })
  decision(@Root() { state, steps, opened }: Deliberation): DeliberationDecisionType | null {
    const decided = steps.findLast(({ step }) => step === 'decideDeliberation');
    if (decided === undefined || (state !== 'CARRIED_OUT' && state !== decided.toState)) return null;
    const matterUuids = opened.filter(({ version }) => version === decided.version).map(({ matterUuid }) => matterUuid);
    return {
      outcome: decided.toState as DeliberationDecisionType['outcome'],
      text: decided.words!,
      document: decided.document!,
      role: decided.role!,
      at: decided.at,
      organisationUuid: decided.organisationUuid!,
      matterUuids,
    };
  }

  @FieldResolver(() => String, { nullable: true, description: '实施结果。What came of the decision.' })
  result(@Root() { steps }: Deliberation): string | null {
    return steps.find(({ step }) => step === 'carryOutDecision')?.words ?? null;
  }

  @FieldResolver(() => [DeliberationStepType], { description: '历程，由旧到新。Its steps, oldest first.' })
  history(@Root() { steps }: Deliberation): Deliberation['steps'] {
    return steps;
  }

  @FieldResolver(() => [String], { description: '此刻流程允许的步骤。The steps that the procedure allows now.' })
  allowed(@Root() { state }: Deliberation): readonly string[] {
    return stepsFrom(state);
  }
}

/** Adds the organisation to every step. */
@Resolver(() => DeliberationStepType)
export class DeliberationStepResolver {
  readonly #organisation;

  constructor(organisations: OrganisationReadModel) {
    this.#organisation = perRequest<string, Organisation | null>('organisationOfDeliberationStep', (uuids) => organisations.byUuid(uuids));
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: '以哪个组织的名义。On whose behalf.' })
  organisation(@Root() { organisationUuid }: DeliberationStepType, @Ctx() context: Context): Promise<Organisation | null> | null {
    return organisationUuid === null ? null : this.#organisation(context).load(organisationUuid);
  }
}

/** Adds who decided, and what the decision opened, as far as the caller sees it. */
@Resolver(() => DeliberationDecisionType)
export class DeliberationDecisionResolver {
  readonly #organisation;
  readonly #matter;

  constructor({ organisations, matters }: Pick<DeliberationFieldSources, 'organisations' | 'matters'>) {
    this.#organisation = perRequest<string, Organisation | null>('organisationOfDecision', (uuids) => organisations.byUuid(uuids));
    this.#matter = perRequest<string, Matter | null>('matterOfDecision', (uuids, { scope }) => matters.byUuid(scope, uuids));
  }

  @FieldResolver(() => OrganisationType, { description: '作出决定的居（村）委会。The committee that decided.' })
  async organisation(@Root() { organisationUuid }: DeliberationDecisionType, @Ctx() context: Context): Promise<Organisation> {
    return (await this.#organisation(context).load(organisationUuid))!;
  }

  @FieldResolver(() => [MatterType], { description: '随决定立项的事项。The matters that it opened.' })
  async matters(@Root() { matterUuids }: DeliberationDecisionType, @Ctx() context: Context): Promise<readonly Matter[]> {
    const matters = await Promise.all(matterUuids.map((uuid) => this.#matter(context).load(uuid)));
    return matters.filter((matter) => matter !== null);
  }
}

/** Adds to every matter the deliberation whose decision opened it. */
@Resolver(() => MatterType)
export class MatterDecidedByResolver {
  readonly #decidedBy;

  constructor({ deliberations }: Pick<DeliberationFieldSources, 'deliberations'>) {
    this.#decidedBy = perRequest<string, Deliberation | null>('deliberationByMatter', (uuids, { scope }) =>
      deliberations.ofMatters(scope, uuids),
    );
  }

  @FieldResolver(() => DeliberationType, {
    nullable: true,
    description: '由哪项社区决定而立项。The deliberation whose decision opened it; null where none did.',
  })
  decidedBy(@Root() { uuid }: Matter, @Ctx() context: Context): Promise<Deliberation | null> {
    return this.#decidedBy(context).load(uuid);
  }
}
