import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Owner } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Acted, type Acting, actOnce, type ActParts } from '../act-once.js';
import type { Concern } from '../authority.js';
import { checkedDeclaration, type Declarant, declarantOf, type Declaration, type FindOrganisation } from '../declaration.js';
import { checkedGrant } from './check-grant.js';
import { seesGrant } from './grant-sight.js';
import type { HeldGrant, NewGrant } from './held-grant.js';
import type { GrantStore } from './ports.js';

/** A grant as somebody holds it in hand: its uuid, and the version that was seen. */
export interface GrantInHand {
  readonly grant: string;
  readonly expectedVersion: number;
}

/** What an owner shares. */
export interface SharingDeclaration extends Declaration, NewGrant {
  readonly idempotencyKey: string;
  /** The grant of the same class and sides whose place this one takes on its first day; null where it stands by itself. */
  readonly replaces: GrantInHand | null;
}

/** What an owner takes back. */
export interface SharingWithdrawal extends Declaration, GrantInHand {
  readonly idempotencyKey: string;
  /** The first day on which it no longer holds, today at the earliest; null: today. */
  readonly from: CalendarDate | null;
}

/** What the service needs. */
export interface SharingParts extends ActParts {
  readonly store: GrantStore;
  readonly findOrganisation: FindOrganisation;
  readonly clock: Clock;
  readonly offices: readonly DepartmentCode[];
  /** Reads the book of grants anew, so that this process judges by a change from its answer on. */
  readonly renewed: () => Promise<void>;
}

/** Who shares, on which day of the city. */
export interface SharingContext extends Acting {
  readonly model: { readonly at: CalendarDate };
}

type GrantIds = { readonly grant: string };

/** Takes what owners share with each other. Nobody but the owner's own steward changes it. */
export class Sharing {
  readonly #parts: SharingParts;

  constructor(parts: SharingParts) {
    this.#parts = parts;
  }

  /** Shares once for its key; throws `FORBIDDEN`, `BAD_USER_INPUT`, `DATE_INVALID`, `NOT_FOUND`, `AMBIGUOUS_ID`, `CONFLICT` or `IDEMPOTENCY_KEY_REUSED`, having changed nothing. */
  async share(given: SharingDeclaration, context: SharingContext): Promise<Acted<GrantIds>> {
    const { idempotencyKey, ...input } = given;
    const { store } = this.#parts;
    const acted = await actOnce({ ...actorOf(context), name: 'shareData', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      concerning(concernOf(given.from));
      const { document, organisation, role, replaces, ...grant } = { ...input, ...checkedDeclaration(input) };
      const checked = checkedGrant(grant, this.#parts.offices);
      await store.lock(sql);
      const declarant = await this.#declarant(sql, { document, organisation, role }, context);
      if (replaces !== null) await this.#displace(sql, replaces, { grant: checked, declarant, context });
      const against = await store.overlapping(sql, checked);
      if (against !== null) throw overlaps(against);
      return { grant: await store.declare(sql, checked, declarant) };
    });
    return this.#told(acted);
  }

  /** Withdraws a grant once for its key; throws as {@link share} does. */
  async withdraw(given: SharingWithdrawal, context: SharingContext): Promise<Acted<GrantIds>> {
    const { idempotencyKey, ...input } = given;
    const { store } = this.#parts;
    const act = { ...actorOf(context), name: 'withdrawSharing' as const, idempotencyKey, input };
    const acted = await actOnce(act, this.#parts, async (sql, concerning) => {
      await store.lock(sql);
      const held = await this.#held(sql, given, context);
      concerning(concernOf(held.from));
      const declaration = checkedDeclaration(given);
      checkVersion(held, given);
      const end = endOf(held, given.from ?? context.model.at, context.model.at);
      await store.end(sql, held, end, await this.#declarant(sql, declaration, context));
      return { grant: held.uuid };
    });
    return this.#told(acted);
  }

  /** Ends the grant whose place another takes on that one's first day. */
  async #displace(
    sql: Sql,
    replaces: GrantInHand,
    { grant, declarant, context }: { readonly grant: NewGrant; readonly declarant: Declarant; readonly context: SharingContext },
  ): Promise<void> {
    const held = await this.#held(sql, replaces, context);
    if (held.from !== grant.from || held.to !== grant.to || held.dataClass !== grant.dataClass) throw otherSides(held);
    checkVersion(held, replaces);
    await this.#parts.store.end(sql, held, endOf(held, grant.validFrom, context.model.at), declarant);
  }

  /** A grant between others is as unknown as one that never was. */
  async #held(sql: Sql, { grant }: GrantInHand, { principal }: SharingContext): Promise<HeldGrant> {
    const held = await this.#parts.store.held(sql, grant);
    if (held === null || !seesGrant(principal, held)) throw unknownGrant();
    return held;
  }

  #declarant(sql: Sql, declaration: Declaration, acting: Acting): Promise<Declarant> {
    return declarantOf(sql, declaration, { ...this.#parts, ...acting });
  }

  async #told(acted: Acted<GrantIds>): Promise<Acted<GrantIds>> {
    if (!acted.idempotentReplay) await this.#parts.renewed();
    return acted;
  }
}

const actorOf = ({ principal, requestId }: SharingContext): Acting => ({ principal, requestId });

/** A class of data is shared whole, in every division: no part of an office speaks for all of it. */
const concernOf = (owner: Owner): Concern => ({ owners: [owner], divisions: [null] });

/** The day on which a grant ends, null where it had not begun by then; throws where that day is past, or the grant has ended by it. */
function endOf(held: HeldGrant, from: CalendarDate, today: CalendarDate): CalendarDate | null {
  if (from < today)
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `Expected ${today} or later, got ${from}: what was open until now has been read by right.`,
      messageZh: `应为 ${today} 或之后，收到 ${from}：此前的共享已依权被使用，不能追溯收回。`,
    });
  if (held.until !== null && held.until <= from) throw endedAlready(held.until);
  return from > held.validFrom ? from : null;
}

function checkVersion(held: HeldGrant, { expectedVersion }: GrantInHand): void {
  if (held.version === expectedVersion) return;
  throw new CityError({
    code: 'CONFLICT',
    message: `expectedVersion: expected ${held.version}, the grant's version now, got ${expectedVersion}.`,
    messageZh: `expectedVersion：该共享授权现为第 ${held.version} 版，收到 ${expectedVersion}。`,
    hint: 'Look at what has changed, then act on the newest version.',
    details: { currentVersion: held.version },
  });
}

function unknownGrant(): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: 'Expected the id of a grant that is believed now.',
    messageZh: '应为现行共享授权的编号。',
    hint: 'The query sharingGrants lists them.',
  });
}

function endedAlready(until: CalendarDate): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `Expected a day before ${until}, on which the grant ends already.`,
    messageZh: `该授权已于 ${until} 终止，应给出更早的日期。`,
    details: { allowed: ['WITHDRAW_FROM_AN_EARLIER_DAY'] },
  });
}

function otherSides({ from, to, dataClass }: HeldGrant): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `replaces: expected a grant of the same class between the same owners, got one of ${dataClass} from ${from} to ${to}.`,
    messageZh: `replaces：应为同一双方、同一数据类的授权，收到 ${from} 对 ${to} 的 ${dataClass} 授权。`,
  });
}

function overlaps({ from, to, dataClass, validFrom, until, version }: HeldGrant): CityError {
  const days = `${validFrom}${until === null ? '' : ` until ${until}`}`;
  return new CityError({
    code: 'CONFLICT',
    message: `${from} shares ${dataClass} with ${to} already, from ${days}; two grants of a class never hold on one day.`,
    messageZh: `${from} 已自 ${validFrom}${until === null ? '' : ` 至 ${until}`} 与 ${to} 共享 ${dataClass}；同一天同类授权只能有一项。`,
    hint: 'Name it as replaces, or share for another period.',
    details: { allowed: ['REPLACE', 'SHARE_FOR_ANOTHER_PERIOD'], currentVersion: version },
  });
}
