import { Arg, createUnionType, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';

import {
  BadInputType,
  ConflictType,
  ForbiddenType,
  IdempotencyKeyReusedType,
  NotFoundType,
  orRefusal,
  type RefusalValue,
  resultTypeOf,
} from '../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { CityError } from '../../../kernel/city-error.js';
import { globalId, parseGlobalId } from '../../../kernel/ids.js';
import type { Acted } from '../../access/index.js';
import type { OrganisationIdDeclarations } from '../declare-organisation-id.js';
import type { Organisation } from '../organisation.js';
import type { OrganisationId } from '../organisation-id.js';
import type { OrganisationIdReadModel, OrganisationReadModel } from '../read-models.js';
import { DeclareOrganisationIdInput, WithdrawOrganisationIdInput } from './declare-organisation-id.input.js';
import { OrganisationType } from './organisation.type.js';
import { OrganisationIdType } from './organisation-id.type.js';

const idType = 'OrganisationId';

/** Declares the answer to a change of an organisation's id. */
@ObjectType('OrganisationIdChanged', { description: '组织的编号已变更。An id of an organisation was changed.' })
export class OrganisationIdChangedType {
  @Field(() => OrganisationType, { description: '该组织。The organisation.' })
  organisation!: Organisation;

  @Field(() => OrganisationIdType, {
    description: '变更后的记录；已撤回的为其最后一版。The statement after the change; of a withdrawn one, its last version.',
  })
  id!: OrganisationId;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link OrganisationIdChangedType} shows. */
export interface OrganisationIdChangedValue extends OrganisationIdChangedType {
  readonly typeName: 'OrganisationIdChanged';
}

const OrganisationIdResult = createUnionType({
  name: 'OrganisationIdResult',
  description: '申明或撤回的结果：已变更，或有名有姓的拒绝。The answer to a declaration or withdrawal: the change, or a named refusal.',
  types: () => [OrganisationIdChangedType, BadInputType, NotFoundType, ConflictType, ForbiddenType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});

/** What the resolver answers from. */
export interface OrganisationIdSources {
  readonly declarations: OrganisationIdDeclarations;
  readonly ids: OrganisationIdReadModel;
  readonly organisations: OrganisationReadModel;
}

/** Takes what people declare of organisations' ids. */
@Resolver(() => OrganisationIdType)
export class DeclareOrganisationIdResolver {
  readonly #sources: OrganisationIdSources;

  constructor(sources: OrganisationIdSources) {
    this.#sources = sources;
  }

  @FieldResolver()
  id(@Root() { uuid }: OrganisationId): string {
    return globalId(idType, uuid);
  }

  @Mutation(() => OrganisationIdResult, {
    description:
      '申明组织的另一编号；该编号同期已属他者时拒绝。Declares another id of an organisation; refused where it names another at the time.',
  })
  declareOrganisationId(
    @Arg('input', () => DeclareOrganisationIdInput, { description: '申明内容。The declaration.' }) input: DeclareOrganisationIdInput,
    @Ctx() context: RequestContext,
  ): Promise<OrganisationIdChangedValue | RefusalValue> {
    const declaration = { ...input, validTo: input.validTo ?? null };
    return this.#answer(context, async () => this.#sources.declarations.declare(declaration, context));
  }

  @Mutation(() => OrganisationIdResult, {
    description: '撤回组织的一个编号：自某日起终止，或视为从未成立。Withdraws an id of an organisation, from a day on or altogether.',
  })
  withdrawOrganisationId(
    @Arg('input', () => WithdrawOrganisationIdInput, { description: '撤回内容。The withdrawal.' }) input: WithdrawOrganisationIdInput,
    @Ctx() context: RequestContext,
  ): Promise<OrganisationIdChangedValue | RefusalValue> {
    return this.#answer(context, async () =>
      this.#sources.declarations.withdraw({ ...input, id: uuidOfId(input.id), from: input.from ?? null }, context),
    );
  }

  async #answer(
    { language }: RequestContext,
    act: () => Promise<Acted<{ readonly id: string }>>,
  ): Promise<OrganisationIdChangedValue | RefusalValue> {
    return orRefusal(language, async () => {
      const { ids, idempotentReplay } = await act();
      const id = (await this.#sources.ids.byUuid(ids.id))!;
      const [organisation] = await this.#sources.organisations.byUuid([id.organisationUuid]);
      return { typeName: 'OrganisationIdChanged', organisation: organisation!, id, idempotentReplay };
    });
  }
}

function uuidOfId(id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type === idType) return parsed.uuid;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'id: expected the id of a statement of an organisation’s id.',
    messageZh: 'id：应为组织编号记录的编号。',
    hint: 'Organisation.ids shows them.',
  });
}
