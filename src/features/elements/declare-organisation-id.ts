import { CityError } from '../../kernel/city-error.js';
import { creditCodeFault } from '../../kernel/credit-code.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { SourceId } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import { isPlainText } from '../../kernel/text.js';
import {
  type Acted,
  type Acting,
  actOnce,
  checkedDeclaration,
  type Concern,
  type Declarant,
  declarantOf,
  type Declaration,
  type DeclaringParts,
  endOfWithdrawn,
} from '../access/index.js';
import { creditCodeScheme, type OrganisationId } from './organisation-id.js';

/** What somebody declares of an organisation's ids. */
export interface OrganisationIdDeclaration
  extends Declaration, Pick<OrganisationId, 'issuer' | 'scheme' | 'code' | 'validFrom' | 'validTo'> {
  readonly idempotencyKey: string;
  /** Any code of the organisation that has the id. */
  readonly of: SourceId;
}

/** What somebody withdraws. */
export interface OrganisationIdWithdrawal extends Declaration {
  readonly idempotencyKey: string;
  /** Uuid of the statement. */
  readonly id: string;
  /** The first day on which it no longer holds; null: it never did. */
  readonly from: CalendarDate | null;
}

/** An id that somebody is about to have. */
export type NewOrganisationId = Omit<OrganisationId, 'uuid' | 'evidence' | 'origin'>;

/** Keeps declared ids of organisations in the city index. */
export interface OrganisationIdStore {
  /** Lets one declaration at a time look and write, to the end of the transaction. */
  lock(sql: Sql): Promise<void>;
  /** Name of the organisation that has this id on a common day, by its register or by a statement; null where none has. */
  holderOf(sql: Sql, id: NewOrganisationId): Promise<string | null>;
  /** The offices that organisations represent, the city for those that represent none, and their divisions. */
  concernOf(sql: Sql, organisationUuids: readonly string[]): Promise<Concern>;
  /** The version of a statement that is believed now. */
  held(sql: Sql, uuid: string): Promise<OrganisationId | null>;
  /** Records a new statement and its event; answers its uuid. */
  declare(sql: Sql, id: NewOrganisationId, declarant: Declarant): Promise<string>;
  /** Ends a statement on a day, or altogether where `validTo` is null, and tells so. */
  end(sql: Sql, id: OrganisationId, validTo: CalendarDate | null, declarant: Declarant): Promise<void>;
}

/** What the service needs. */
export interface OrganisationIdParts extends DeclaringParts {
  readonly store: OrganisationIdStore;
}

type Ids = { readonly id: string };

/** Takes what people declare of the ids of organisations. */
export class OrganisationIdDeclarations {
  readonly #parts: OrganisationIdParts;

  constructor(parts: OrganisationIdParts) {
    this.#parts = parts;
  }

  /** Declares an id once for its key; throws `BAD_USER_INPUT`, `NOT_FOUND`, `AMBIGUOUS_ID`, `CONFLICT` or `IDEMPOTENCY_KEY_REUSED`, having changed nothing. */
  declare(given: OrganisationIdDeclaration, acting: Acting): Promise<Acted<Ids>> {
    const { idempotencyKey, ...input } = given;
    const { store, findOrganisation } = this.#parts;
    return actOnce({ ...acting, name: 'declareOrganisationId', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const { document, organisation, role, of, ...id } = { ...input, ...checkedDeclaration(input) };
      checkId(id);
      await store.lock(sql);
      const named = { ...id, organisationUuid: await findOrganisation(sql, of) };
      concerning(await store.concernOf(sql, [named.organisationUuid]));
      const holder = await store.holderOf(sql, named);
      if (holder !== null) throw taken(named, holder);
      return { id: await store.declare(sql, named, await this.#declarant(sql, { document, organisation, role }, acting)) };
    });
  }

  /** Withdraws an id once for its key; throws as {@link declare} does. */
  withdraw(given: OrganisationIdWithdrawal, acting: Acting): Promise<Acted<Ids>> {
    const { idempotencyKey, ...input } = given;
    const { store } = this.#parts;
    return actOnce({ ...acting, name: 'withdrawOrganisationId', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const { id, from, ...declaration } = { ...input, ...checkedDeclaration(input) };
      await store.lock(sql);
      const held = await store.held(sql, id);
      if (!held) throw notHeld();
      concerning(await store.concernOf(sql, [held.organisationUuid]));
      const end = endOfWithdrawn(held, from, { en: 'id', zh: '编号' });
      await store.end(sql, held, end, await this.#declarant(sql, declaration, acting));
      return { id };
    });
  }

  #declarant(sql: Sql, declaration: Declaration, acting: Acting): Promise<Declarant> {
    return declarantOf(sql, declaration, { ...this.#parts, ...acting });
  }
}

function checkId({ issuer, scheme, code, validFrom, validTo }: Omit<NewOrganisationId, 'organisationUuid'>): void {
  for (const [field, text] of Object.entries({ issuer, scheme })) {
    if (!isPlainText(text) || text.trim() !== text || text.length < 1 || text.length > 100)
      throw badInput(field, 'expected 1 to 100 characters without blanks around them', '应为 1 到 100 个字，前后无空格');
  }
  const fault = scheme === creditCodeScheme ? creditCodeFault(code) : null;
  if (fault !== null) throw badInput('code', fault, `应为校验正确的 18 位统一社会信用代码（${fault}）`);
  if (validTo !== null && validTo <= validFrom)
    throw badInput('validTo', `expected a day after ${validFrom}, got ${validTo}`, `应晚于 ${validFrom}，收到 ${validTo}`);
}

function badInput(field: string, expected: string, expectedZh: string): CityError {
  return new CityError({ code: 'BAD_USER_INPUT', message: `${field}: ${expected}.`, messageZh: `${field}：${expectedZh}。` });
}

function taken({ issuer, scheme, code }: NewOrganisationId, holder: string): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `${issuer} ${scheme} ${code} names ${holder} already on a day of that period.`,
    messageZh: `${issuer} ${scheme} ${code} 在该时段已属 ${holder}。`,
    hint: 'One id names one organisation at a time: withdraw the other first, or declare this one for another period.',
    details: { allowed: ['WITHDRAW_FIRST', 'DECLARE_FOR_ANOTHER_PERIOD'] },
  });
}

function notHeld(): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: 'id: expected an id of an organisation that is believed now.',
    messageZh: 'id：应为组织现有的编号记录。',
    hint: 'Organisation.ids shows them.',
  });
}
