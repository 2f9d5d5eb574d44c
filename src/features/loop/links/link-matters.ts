import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import { accountOf } from '../../../kernel/principal.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Acted, actOnce, type ActParts, type Concerning } from '../../access/index.js';
import type { HeldMatter, MatterRegister } from '../../matters/index.js';
import { concernOf } from '../steps/held-matter.js';
import type { StepActing } from '../steps/step.js';
import type { MatterLinkKind, MatterLinkState } from './matter-link.js';
import type { MatterLinkStore } from './ports.js';

/** What linking matters needs. */
export interface LinkingParts extends ActParts {
  readonly register: Pick<MatterRegister, 'hold'>;
  readonly links: MatterLinkStore;
  readonly clock: Clock;
}

/** Two matters that somebody says something of. */
export interface LinkWish {
  readonly idempotencyKey: string;
  readonly matterUuid: string;
  readonly otherUuid: string;
}

/** The uuids of the two, as they were asked. */
export type LinkedIds = { readonly matter: string; readonly other: string };

type Pair = readonly [matter: HeldMatter, other: HeldMatter];

/** Lets people decide what belongs together. It moves neither matter: merging is a step of its own. */
export class MatterLinking {
  readonly #parts: LinkingParts;

  constructor(parts: LinkingParts) {
    this.#parts = parts;
  }

  /**
   * Decides a proposed duplicate. Throws, having changed nothing but the audit log: `NOT_FOUND` for matters out of scope and what nobody
   * proposed, `FORBIDDEN`, `CONFLICT` for what was decided meanwhile, `IDEMPOTENCY_KEY_REUSED`.
   */
  decide(wish: LinkWish, acting: StepActing, state: Exclude<MatterLinkState, 'PROPOSED'>): Promise<Acted<LinkedIds>> {
    const mutation = state === 'CONFIRMED' ? 'confirmDuplicate' : 'rejectDuplicate';
    return this.#act(wish, { acting, mutation }, async (sql, [{ uuid, sealed }, other], decision) => {
      const standing = sealed || other.sealed ? 'NONE' : await this.#parts.links.decide(sql, [uuid, other.uuid], { ...decision, state });
      if (standing === 'NONE') throw notProposed();
      if (standing !== null) throw decidedMeanwhile(standing);
    });
  }

  /** Links a ticket of the hotline to the matter that it is of; throws `BAD_USER_INPUT` for what came in otherwise, and like {@link decide}. */
  linkTicket(wish: LinkWish, acting: StepActing): Promise<Acted<LinkedIds>> {
    return this.#act(wish, { acting, mutation: 'linkTicket' }, (sql, pair, decision) => {
      const [{ source }] = pair;
      if (source !== 'HOTLINE') throw unfit('matter', `a ticket of the hotline, got a matter from ${source}`, '应为热线工单');
      return this.#confirm(sql, { pair, kind: 'TICKET' }, decision);
    });
  }

  /** Links two matters that belong together; throws like {@link decide}. */
  relate(wish: LinkWish, acting: StepActing): Promise<Acted<LinkedIds>> {
    return this.#act(wish, { acting, mutation: 'linkMatters' }, (sql, pair, decision) =>
      this.#confirm(sql, { pair, kind: 'RELATED' }, decision),
    );
  }

  async #confirm(sql: Sql, { pair, kind }: { readonly pair: Pair; readonly kind: MatterLinkKind }, decision: Decision): Promise<void> {
    const [matter, other] = pair;
    // What is sealed must not come into what is shown of what is not.
    if (matter.sealed || other.sealed) throw unfit('other', 'two matters of which neither is sealed', '密封事项不能关联');
    await this.#parts.links.confirm(sql, { fromUuid: matter.uuid, toUuid: other.uuid, kind }, decision);
  }

  #act(
    { idempotencyKey, ...input }: LinkWish,
    { acting, mutation }: { readonly acting: StepActing; readonly mutation: LinkMutation },
    effect: (sql: Sql, pair: Pair, decision: Decision) => Promise<void>,
  ): Promise<Acted<LinkedIds>> {
    const { principal, requestId } = acting;
    return actOnce({ principal, requestId, name: mutation, idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const pair = await this.#held(sql, input, { acting, concerning });
      await effect(sql, pair, { by: accountOf(principal), at: this.#parts.clock.now() });
      return { matter: input.matterUuid, other: input.otherUuid };
    });
  }

  /** Held in one order whoever asks, so that two who decide of the same matters do not wait for each other. */
  async #held(
    sql: Sql,
    { matterUuid, otherUuid }: Omit<LinkWish, 'idempotencyKey'>,
    { acting, concerning }: { readonly acting: StepActing; readonly concerning: Concerning },
  ): Promise<Pair> {
    if (matterUuid === otherUuid) throw unfit('other', 'another matter than the first', '应为另一事项');
    const held = new Map<string, HeldMatter | null>();
    for (const uuid of [matterUuid, otherUuid].toSorted()) held.set(uuid, await this.#parts.register.hold(sql, acting.scope, uuid));
    const pair = [held.get(matterUuid), held.get(otherUuid)] as const;
    if (!pair[0]) throw unknown('matter');
    if (!pair[1]) throw unknown('other');
    for (const matter of [pair[0], pair[1]]) concerning(concernOf(matter, acting));
    return [pair[0], pair[1]];
  }
}

type LinkMutation = 'confirmDuplicate' | 'rejectDuplicate' | 'linkTicket' | 'linkMatters';
type Decision = Parameters<MatterLinkStore['confirm']>[2];

function unfit(field: string, expected: string, messageZh: string): CityError {
  return new CityError({ code: 'BAD_USER_INPUT', message: `${field}: expected ${expected}.`, messageZh: `${field}：${messageZh}。` });
}

/** The refusal of a matter that is not there or out of scope. */
export function unknown(field: 'matter' | 'other'): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `${field}: expected a matter that exists and that the caller may see.`,
    messageZh: `${field}：该事项不存在，或无权查看。`,
    hint: 'The query matters lists those that the caller may see.',
  });
}

function notProposed(): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: 'other: expected two matters that were proposed as duplicates of each other.',
    messageZh: 'other：这两件事项未被提示为重复。',
    hint: 'The query duplicateProposals lists what is to be decided; mergeMatters needs no proposal.',
  });
}

function decidedMeanwhile(state: MatterLinkState): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `other: expected a proposal that nobody has decided, it is ${state} already.`,
    messageZh: `other：该提示已由他人决定，现为 ${state}。`,
    hint: 'Nothing more is to be done.',
    details: { state },
  });
}
