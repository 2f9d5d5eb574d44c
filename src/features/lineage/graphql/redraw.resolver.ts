import { Arg, Args, ArgsType, createUnionType, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import {
  BadInputType,
  ConflictType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  IllegalTransitionType,
  NotFoundType,
  orRefusal,
  type RefusalValue,
  resultTypeOf,
} from '../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { IdScalar, LayerKeyScalar } from '../../../graphql/scalars.js';
import { CityError } from '../../../kernel/city-error.js';
import { globalId, parseGlobalId } from '../../../kernel/ids.js';
import type { Acted } from '../../access/index.js';
import { OrganisationType } from '../../elements/graphql/index.js';
import type { Organisation, OrganisationReadModel } from '../../elements/index.js';
import { LayerType } from '../../grids/graphql/index.js';
import type { GridModel, Layer } from '../../grids/index.js';
import type { RedrawReader } from '../ports.js';
import type { Redraw, RedrawState } from '../redraw.js';
import type { RedrawAction } from '../redraw-proposal.js';
import type { Redrawing } from '../redrawing.js';
import { AcknowledgeRedrawInput, FileRedrawInput, RedrawGridsInput, type RedrawUnitInput, ReviewRedrawInput } from './redraw.input.js';
import { RedrawActType, RedrawConnection, redrawShown, RedrawStateEnum, RedrawType } from './redraw.type.js';

/** Declares the answer to a step of a redraw. */
@ObjectType('RedrawChanged', { description: '调整方案已变更。A redraw was changed.' })
export class RedrawChangedType {
  @Field(() => RedrawType, { description: '变更后的方案。The redraw after the change.' })
  redraw!: RedrawType;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link RedrawChangedType} shows. */
export interface RedrawChangedValue extends RedrawChangedType {
  readonly typeName: 'RedrawChanged';
}

const RedrawResult = createUnionType({
  name: 'RedrawResult',
  description: '办理的结果：已变更，或有名有姓的拒绝。The answer to a step: the change, or a named refusal.',
  types: () =>
    [RedrawChangedType, BadInputType, NotFoundType, ConflictType, IllegalTransitionType, ForbiddenType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});

/** Declares which redraws are asked for. */
@ArgsType()
export class RedrawsArgs extends PageArgs {
  @Field(() => RedrawStateEnum, { nullable: true, description: '状态。Only in this state.' })
  state?: RedrawState | null;

  @Field(() => LayerKeyScalar, { nullable: true, description: '图层。Only of this layer.' })
  layer?: string | null;
}

/** What redraws are answered and changed through. */
export interface RedrawSources {
  readonly redraws: RedrawReader;
  readonly redrawing: Redrawing;
  readonly cursors: PageCursors;
}

/** Takes new divisions of layers through the procedure, and shows them. */
@Resolver()
export class RedrawResolver {
  readonly #sources: RedrawSources;

  constructor(sources: RedrawSources) {
    this.#sources = sources;
  }

  @Query(() => RedrawType, { nullable: true, description: '一个调整方案；不存在时为 null。One redraw; null where there is none.' })
  async redraw(@Arg('id', () => IdScalar, { description: '方案。The redraw.' }) id: string): Promise<RedrawType | null> {
    const redraw = await this.#sources.redraws.byUuid(uuidOf(id));
    return redraw && shown(redraw);
  }

  @Query(() => RedrawConnection, { description: '调整方案，从新到旧。The redraws, newest first.' })
  async redraws(@Args(() => RedrawsArgs) asked: RedrawsArgs, @Ctx() context: RequestContext): Promise<ConnectionValue<RedrawType>> {
    const { redraws, cursors } = this.#sources;
    const wanted = { state: asked.state ?? null, layerKey: asked.layer ?? null };
    const question = ['redraws', wanted];
    const after = asked.after == null ? null : (cursors.decode(question, asked.after) as [string, string]);
    const first = pageSize(asked.first, context.principal);
    const page = await redraws.page({ ...wanted, first, after: after && { proposedAt: after[0], uuid: after[1] } });
    return connectionOf({
      edges: page.redraws.map((redraw) => ({
        node: shown(redraw),
        cursor: () => cursors.encode(question, [redraw.proposedAt.toISOString(), redraw.uuid]),
      })),
      hasNextPage: page.hasMore,
      total: async () => ({ count: await redraws.count(wanted), isLowerBound: false }),
    });
  }

  @Mutation(() => RedrawResult, {
    description:
      '乡级提出重新划分；编号、日期与地域一并审查，有空缺或重叠且未说明者拒绝。The township level proposes a new division; ids, dates and ground are checked at once, an undeclared hole or overlap is refused with its place and area.',
  })
  redrawGrids(
    @Arg('input', () => RedrawGridsInput, { description: '方案。The proposal.' }) input: RedrawGridsInput,
    @Ctx() context: RequestContext,
  ): Promise<RedrawChangedValue | RefusalValue> {
    const { idempotencyKey, document, organisation, role, effectiveFrom, ends } = input;
    const declared = { gaps: input.declaredGaps ?? null, overlaps: input.declaredOverlaps ?? null, beyond: input.declaredBeyond ?? null };
    const declaration = { idempotencyKey, document, organisation, role };
    return this.#answer(context, async () =>
      this.#sources.redrawing.propose(
        { ...declaration, layerKey: input.layer, effectiveFrom, ends, declared, begins: input.units.map(proposed) },
        context,
      ),
    );
  }

  @Mutation(() => RedrawResult, {
    description: '县级审核；通过即告知各部门。The county level reviews; passed, the offices are told at once.',
  })
  reviewRedraw(
    @Arg('input', () => ReviewRedrawInput, { description: '审核。The review.' }) input: ReviewRedrawInput,
    @Ctx() context: RequestContext,
  ): Promise<RedrawChangedValue | RefusalValue> {
    const deed = input.outcome === 'APPROVED' ? 'APPROVE' : 'RETURN';
    return this.#answer(context, async () => this.#sources.redrawing.review({ ...actionOf(input), deed }, context));
  }

  @Mutation(() => RedrawResult, { description: '部门签收告知。An office takes note of what it was told.' })
  acknowledgeRedraw(
    @Arg('input', () => AcknowledgeRedrawInput, { description: '签收。The note.' }) input: AcknowledgeRedrawInput,
    @Ctx() context: RequestContext,
  ): Promise<RedrawChangedValue | RefusalValue> {
    const { idempotencyKey, id, department } = input;
    return this.#answer(context, async () =>
      this.#sources.redrawing.acknowledge({ idempotencyKey, department, redraw: uuidOf(id), expectedVersion: 0 }, context),
    );
  }

  @Mutation(() => RedrawResult, {
    description:
      '市级备案并公布：旧单元停用，新单元启用，此后不再更改。Filed with the city and published: old units end, new ones begin, and nothing of it is changed again.',
  })
  fileRedraw(
    @Arg('input', () => FileRedrawInput, { description: '备案。The filing.' }) input: FileRedrawInput,
    @Ctx() context: RequestContext,
  ): Promise<RedrawChangedValue | RefusalValue> {
    return this.#answer(context, async () => this.#sources.redrawing.file(actionOf(input), context));
  }

  async #answer(
    { language }: RequestContext,
    act: () => Promise<Acted<{ readonly redraw: string }>>,
  ): Promise<RedrawChangedValue | RefusalValue> {
    return orRefusal(language, async () => {
      const { ids, idempotentReplay } = await act();
      return { typeName: 'RedrawChanged', redraw: shown((await this.#sources.redraws.byUuid(ids.redraw))!), idempotentReplay };
    });
  }
}

/** Adds `layer` to every redraw. */
@Resolver(() => RedrawType)
export class RedrawFieldsResolver {
  @FieldResolver(() => LayerType, { description: '图层。The layer.' })
  layer(@Root() redraw: RedrawType, @Ctx() { model }: RequestContext<GridModel>): Layer {
    return model.layer(redraw.layerKey)!;
  }
}

/** Adds `organisation` to every step. */
@Resolver(() => RedrawActType)
export class RedrawActResolver {
  readonly #organisation;

  constructor(organisations: OrganisationReadModel) {
    this.#organisation = perRequest<string, Organisation | null>('organisationOfRedrawByUuid', (uuids) => organisations.byUuid(uuids));
  }

  @FieldResolver(() => OrganisationType, { description: '以哪个组织的名义。On whose behalf.' })
  async organisation(@Root() act: RedrawActType, @Ctx() context: RequestContext): Promise<Organisation> {
    return (await this.#organisation(context).load(act.organisationUuid))!;
  }
}

const shown = (redraw: Redraw): RedrawType => redrawShown(redraw, globalId('Redraw', redraw.uuid));

function actionOf({ id, ...rest }: FileRedrawInput): RedrawAction {
  const { idempotencyKey, document, organisation, role, expectedVersion } = rest;
  return { idempotencyKey, document, organisation, role, expectedVersion, redraw: uuidOf(id) };
}

function proposed({
  localId,
  name,
  boundary,
  divisionCode,
  households,
  predecessors,
}: RedrawUnitInput): Parameters<Redrawing['propose']>[0]['begins'][number] {
  return {
    localId,
    name,
    boundary: boundary ?? null,
    divisionCode: divisionCode ?? null,
    households: households ?? null,
    predecessors: (predecessors ?? []).map(({ localId: from, weight, inverseWeight }) => ({ localId: from, weight, inverseWeight })),
  };
}

function uuidOf(id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type === 'Redraw') return parsed.uuid;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'id: expected the id of a redraw.',
    messageZh: 'id：应为调整方案的编号。',
    hint: 'The query redraws shows them.',
  });
}
