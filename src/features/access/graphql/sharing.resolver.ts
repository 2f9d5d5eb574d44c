import { Arg, Args, createUnionType, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
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
import type { CalendarDate } from '../../../kernel/dates.js';
import { globalId, parseGlobalId } from '../../../kernel/ids.js';
import type { Acted } from '../act-once.js';
import { grantsSeenBy } from '../sharing/grant-sight.js';
import type { HeldGrant } from '../sharing/held-grant.js';
import type { GrantKey, GrantQuery, GrantReadModel } from '../sharing/ports.js';
import type { GrantInHand, Sharing } from '../sharing/sharing.js';
import { ShareDataInput, WithdrawSharingInput } from './sharing.input.js';
import { SharingGrantConnection, SharingGrantType, type SharingGrantValue } from './sharing-grant.type.js';
import { SharingGrantsArgs } from './sharing-grants.args.js';

const grantIdType = 'SharingGrant';

/** Declares the answer to a change of a grant. */
@ObjectType('SharingChanged', { description: '共享授权已变更。A grant was changed.' })
export class SharingChangedType {
  @Field(() => SharingGrantType, {
    description: '变更后的授权；已撤回的为其最后一版。The grant after the change; of a withdrawn one, its last version.',
  })
  grant!: SharingGrantValue;

  @Field(() => Boolean, { description: '是否为重发而未再执行。Whether the key was used before and nothing was done now.' })
  idempotentReplay!: boolean;
}

/** What {@link SharingChangedType} shows. */
export interface SharingChangedValue extends SharingChangedType {
  readonly typeName: 'SharingChanged';
}

const SharingResult = createUnionType({
  name: 'SharingResult',
  description: '共享或撤回的结果：已变更，或有名有姓的拒绝。The answer to sharing or withdrawing: the change, or a named refusal.',
  types: () => [SharingChangedType, BadInputType, NotFoundType, ConflictType, ForbiddenType, IdempotencyKeyReusedType] as const,
  resolveType: resultTypeOf,
});

/** What questions about sharing are answered from. */
export interface SharingSources {
  readonly sharing: Sharing;
  readonly grants: GrantReadModel;
}

/** Takes and answers what offices share with each other. */
@Resolver()
export class SharingResolver {
  readonly #sources: SharingSources;
  readonly #cursors: PageCursors;

  constructor(sources: SharingSources, cursors: PageCursors) {
    this.#sources = sources;
    this.#cursors = cursors;
  }

  @Query(() => SharingGrantConnection, {
    description:
      '共享授权；部门只见本部门给出与得到的，代表全市者、审计员与安全管理员可见全部。The grants; an office sees those from and to itself, the city, auditors and security administrators see all.',
  })
  async sharingGrants(
    @Args(() => SharingGrantsArgs) asked: SharingGrantsArgs,
    @Ctx() { principal }: RequestContext,
  ): Promise<ConnectionValue<SharingGrantValue>> {
    const { from = null, to = null, dataClass = null, at = null } = asked;
    const query: GrantQuery = { from, to, dataClass, at, seenBy: grantsSeenBy(principal) };
    const question = ['sharingGrants', query];
    const first = pageSize(asked.first, principal);
    const after = asked.after == null ? null : (this.#cursors.decode(question, asked.after) as unknown as GrantKey);
    const found = await this.#sources.grants.page(query, { first, after });
    return connectionOf({
      edges: found.slice(0, first).map((grant) => ({ node: valueOf(grant), cursor: () => this.#cursors.encode(question, keyOf(grant)) })),
      hasNextPage: found.length > first,
      total: async () => ({ count: await this.#sources.grants.count(query), isLowerBound: false }),
    });
  }

  @Mutation(() => SharingResult, {
    description:
      '把本部门的一类数据共享给另一方；同一双方同类数据同日至多一项授权。Shares a class of one’s own data with another; at most one grant of a class holds between two on a day.',
  })
  shareData(
    @Arg('input', () => ShareDataInput, { description: '申明内容。The declaration.' }) input: ShareDataInput,
    @Ctx() context: RequestContext<{ readonly at: CalendarDate }>,
  ): Promise<SharingChangedValue | RefusalValue> {
    const { until, replaces, ...rest } = input;
    return this.#answer(context, async () => {
      const replaced = replaces ? inHand(replaces) : null;
      return this.#sources.sharing.share({ ...rest, until: until ?? null, replaces: replaced }, context);
    });
  }

  @Mutation(() => SharingResult, {
    description: '撤回一项共享授权，正在进行的订阅一秒内即失去它。Withdraws a grant; running subscriptions lose it within a second.',
  })
  withdrawSharing(
    @Arg('input', () => WithdrawSharingInput, { description: '撤回内容。The withdrawal.' }) input: WithdrawSharingInput,
    @Ctx() context: RequestContext<{ readonly at: CalendarDate }>,
  ): Promise<SharingChangedValue | RefusalValue> {
    return this.#answer(context, async () =>
      this.#sources.sharing.withdraw({ ...input, ...inHand(input), from: input.from ?? null }, context),
    );
  }

  async #answer(
    { language }: RequestContext,
    act: () => Promise<Acted<{ readonly grant: string }>>,
  ): Promise<SharingChangedValue | RefusalValue> {
    return orRefusal(language, async () => {
      const { ids, idempotentReplay } = await act();
      return { typeName: 'SharingChanged', grant: valueOf((await this.#sources.grants.newest(ids.grant))!), idempotentReplay };
    });
  }
}

const valueOf = (grant: HeldGrant): SharingGrantValue => ({ ...grant, id: globalId(grantIdType, grant.uuid) });

const keyOf = ({ from, to, dataClass, validFrom }: HeldGrant): GrantKey => [from, to, dataClass, validFrom];

function inHand({ grant, expectedVersion }: GrantInHand): GrantInHand {
  const parsed = parseGlobalId(grant);
  if (parsed?.type === grantIdType) return { grant: parsed.uuid, expectedVersion };
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'grant: expected the id of a sharing grant.',
    messageZh: 'grant：应为共享授权的编号。',
    hint: 'The query sharingGrants shows them.',
  });
}
