import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { orRefusal, type RefusalValue } from '../../../../graphql/refusal.type.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { MatterReadModel } from '../../../matters/index.js';
import { type MatterLinking, unknown } from '../../links/link-matters.js';
import { matterUuidOf } from '../../steps/matter-named.js';
import { type MatterLinkDecidedValue, MatterLinkResult, MatterPairInput } from './link-decision.type.js';

type Context = RequestContext<CityModel>;
type Answer = Promise<MatterLinkDecidedValue | RefusalValue>;
type Decided = Pick<MatterLinkDecidedValue, 'kind' | 'state'>;

const pair = { description: '哪两件。Which two.' };

/** Decides what belongs together; it moves no matter. */
@Resolver()
export class LinkDecisionResolver {
  readonly #linking: MatterLinking;
  readonly #matters: Pick<MatterReadModel, 'byUuid'>;

  constructor({ linking, matters }: { readonly linking: MatterLinking; readonly matters: Pick<MatterReadModel, 'byUuid'> }) {
    this.#linking = linking;
    this.#matters = matters;
  }

  @Mutation(() => MatterLinkResult, {
    description: '认定疑似重复属实；不并案，并案用 mergeMatters。Confirms a proposed duplicate; it merges nothing, as mergeMatters does.',
  })
  confirmDuplicate(@Arg('input', () => MatterPairInput, pair) input: MatterPairInput, @Ctx() context: Context): Answer {
    return this.#answer({ kind: 'DUPLICATE', state: 'CONFIRMED' }, input, context);
  }

  @Mutation(() => MatterLinkResult, {
    description: '认定疑似重复不实；不再提示。Rejects a proposed duplicate, which is never proposed again.',
  })
  rejectDuplicate(@Arg('input', () => MatterPairInput, pair) input: MatterPairInput, @Ctx() context: Context): Answer {
    return this.#answer({ kind: 'DUPLICATE', state: 'REJECTED' }, input, context);
  }

  @Mutation(() => MatterLinkResult, {
    description: '把热线工单关联到其事项；matter 为工单。Links a ticket of the hotline to its matter; matter is the ticket.',
  })
  linkTicket(@Arg('input', () => MatterPairInput, pair) input: MatterPairInput, @Ctx() context: Context): Answer {
    return this.#answer({ kind: 'TICKET', state: 'CONFIRMED' }, input, context);
  }

  @Mutation(() => MatterLinkResult, { description: '关联两件相关的事项。Links two matters that belong together.' })
  linkMatters(@Arg('input', () => MatterPairInput, pair) input: MatterPairInput, @Ctx() context: Context): Answer {
    return this.#answer({ kind: 'RELATED', state: 'CONFIRMED' }, input, context);
  }

  #answer(decided: Decided, { idempotencyKey, ...named }: MatterPairInput, context: Context): Answer {
    return orRefusal(context.language, async () => {
      const wish = { idempotencyKey, matterUuid: matterUuidOf('matter', named.matter), otherUuid: matterUuidOf('other', named.other) };
      const { ids, idempotentReplay } = await this.#done(decided, wish, context);
      const [matter, other] = await this.#matters.byUuid(context.scope, [ids.matter, ids.other]);
      // Of a repeated key: what the caller may see no longer is not shown either.
      if (!matter) throw unknown('matter');
      if (!other) throw unknown('other');
      return { typeName: 'MatterLinkDecided', matter, other, ...decided, idempotentReplay };
    });
  }

  #done({ kind, state }: Decided, wish: Parameters<MatterLinking['relate']>[0], context: Context): ReturnType<MatterLinking['relate']> {
    if (kind === 'TICKET') return this.#linking.linkTicket(wish, context);
    if (kind === 'RELATED') return this.#linking.relate(wish, context);
    return this.#linking.decide(wish, context, state === 'REJECTED' ? 'REJECTED' : 'CONFIRMED');
  }
}
