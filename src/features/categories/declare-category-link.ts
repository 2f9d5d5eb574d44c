import { CityError } from '../../kernel/city-error.js';
import type { CalendarDate } from '../../kernel/dates.js';
import { cityOwner } from '../../kernel/scope.js';
import type { Sql } from '../../kernel/sql.js';
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
import { type CategoryKey, categoryKeyText } from './category.js';
import { standingOf } from './category-contradiction.js';
import type { CategoryRelation } from './category-relation.js';

/** What somebody declares of two categories. */
export interface CategoryLinkDeclaration extends Declaration {
  readonly idempotencyKey: string;
  readonly from: CategoryKey;
  readonly to: CategoryKey;
  /** What `to` is to `from`. */
  readonly relation: CategoryRelation;
  readonly verified: boolean;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** What somebody withdraws. */
export interface CategoryLinkWithdrawal extends Declaration {
  readonly idempotencyKey: string;
  /** Uuid of the statement. */
  readonly link: string;
  /** The first day on which it no longer holds; null: it never did. */
  readonly from: CalendarDate | null;
}

/** A statement as the index holds it now. */
export interface HeldCategoryLink extends Omit<CategoryLinkDeclaration, keyof Declaration | 'idempotencyKey'> {
  readonly uuid: string;
}

/** Keeps declared links in the city index. */
export interface CategoryLinkStore {
  /** Lets one declaration at a time look and write, to the end of the transaction. */
  lock(sql: Sql): Promise<void>;
  /** Those of the keys that no standard knows. */
  unknownOf(sql: Sql, keys: readonly CategoryKey[]): Promise<readonly CategoryKey[]>;
  /** The statements believed now that touch either category and hold on a common day. */
  around(sql: Sql, link: Omit<HeldCategoryLink, 'uuid'>): Promise<readonly HeldCategoryLink[]>;
  /** The version of a statement that is believed now. */
  held(sql: Sql, uuid: string): Promise<HeldCategoryLink | null>;
  /** Records a new statement and its event; answers its uuid. */
  declare(sql: Sql, link: Omit<HeldCategoryLink, 'uuid'>, declarant: Declarant): Promise<string>;
  /** Ends a statement on a day, or altogether where `validTo` is null, and tells so. */
  end(sql: Sql, link: HeldCategoryLink, validTo: CalendarDate | null, declarant: Declarant): Promise<void>;
}

/** What the service needs. */
export interface CategoryDeclarationParts extends DeclaringParts {
  readonly store: CategoryLinkStore;
}

type LinkIds = { readonly link: string };

/** Categories are read by every office alike and belong to none, whoever wrote their standard. */
const everyStandard: Concern = { owners: [cityOwner], divisions: [null] };

/** Takes what people declare of categories; nothing else ever links two of them. */
export class CategoryDeclarations {
  readonly #parts: CategoryDeclarationParts;

  constructor(parts: CategoryDeclarationParts) {
    this.#parts = parts;
  }

  /** Declares a link once for its key; throws `BAD_USER_INPUT`, `NOT_FOUND`, `AMBIGUOUS_ID`, `CONFLICT` or `IDEMPOTENCY_KEY_REUSED`, having changed nothing. */
  declare(given: CategoryLinkDeclaration, acting: Acting): Promise<Acted<LinkIds>> {
    const { idempotencyKey, ...input } = given;
    const { store } = this.#parts;
    return actOnce({ ...acting, name: 'declareCategoryLink', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      concerning(everyStandard);
      const { document, organisation, role, ...link } = { ...input, ...checkedDeclaration(input) };
      checkLink(link);
      await store.lock(sql);
      const unknown = await store.unknownOf(sql, [link.from, link.to]);
      if (unknown.length > 0) throw unknownCategory(unknown[0]!);
      const declarant = await this.#declarant(sql, { document, organisation, role }, acting);
      await this.#makeRoom(sql, link, declarant);
      return { link: await store.declare(sql, link, declarant) };
    });
  }

  /** Withdraws a link once for its key; throws as {@link declare} does. */
  withdraw(given: CategoryLinkWithdrawal, acting: Acting): Promise<Acted<LinkIds>> {
    const { idempotencyKey, ...input } = given;
    const { store } = this.#parts;
    return actOnce({ ...acting, name: 'withdrawCategoryLink', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      concerning(everyStandard);
      const { link, from, ...declaration } = { ...input, ...checkedDeclaration(input) };
      await store.lock(sql);
      const held = await store.held(sql, link);
      if (!held) throw notHeld();
      const end = endOfWithdrawn(held, from, { en: 'link', zh: '对照' });
      const declarant = await this.#declarant(sql, declaration, acting);
      await store.end(sql, held, end, declarant);
      return { link };
    });
  }

  /** Takes the place of unverified statements that this one confirms; throws `CONFLICT` where it contradicts one in force. */
  async #makeRoom(sql: Sql, link: Omit<HeldCategoryLink, 'uuid'>, declarant: Declarant): Promise<void> {
    const { store } = this.#parts;
    const around = (await store.around(sql, link)).map((held) => ({ held, standing: standingOf(link, held) }));
    const against = around.find(({ held, standing }) => standing === 'CONTRADICTS' || (standing === 'CONFIRMS' && outlives(held, link)));
    if (against) throw contradicted(against.held);
    for (const { held, standing } of around) {
      if (standing === 'CONFIRMS') await store.end(sql, held, held.validFrom < link.validFrom ? link.validFrom : null, declarant);
    }
  }

  #declarant(sql: Sql, declaration: Declaration, acting: Acting): Promise<Declarant> {
    return declarantOf(sql, declaration, { ...this.#parts, ...acting });
  }
}

/** Whether a statement in force goes on after the new one has ended, so that the new one cannot take its place. */
function outlives(held: HeldCategoryLink, { validTo }: Omit<HeldCategoryLink, 'uuid'>): boolean {
  return validTo !== null && (held.validTo === null || held.validTo > validTo);
}

function checkLink({ from, to, validFrom, validTo }: Omit<HeldCategoryLink, 'uuid'>): void {
  if (categoryKeyText(from) === categoryKeyText(to)) {
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `to: expected another category than ${textOf(from)}.`,
      messageZh: `to：应为 ${textOf(from)} 以外的类别。`,
    });
  }
  if (validTo === null || validTo > validFrom) return;
  throw new CityError({
    code: 'DATE_INVALID',
    message: `validTo: expected a day after ${validFrom}, got ${validTo}.`,
    messageZh: `validTo：应晚于 ${validFrom}，收到 ${validTo}。`,
    hint: 'The range is half-open: validTo is the first day on which the link no longer holds.',
  });
}

const textOf = ({ standard, kind, code }: CategoryKey): string => `${standard} ${kind} ${code}`;

function unknownCategory(key: CategoryKey): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `No category ${key.code} of kind ${key.kind} stands in ${key.standard}.`,
    messageZh: `标准 ${key.standard} 的 ${key.kind} 类中没有 ${key.code}。`,
    hint: 'The query categories lists them.',
  });
}

function notHeld(): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: 'link: expected the id of a link that is believed now.',
    messageZh: 'link：应为现行对照的编号。',
    hint: 'resolveCategories shows the ids of the links on each path.',
  });
}

function contradicted({ from, to, relation, validFrom, validTo }: HeldCategoryLink): CityError {
  const held = `${textOf(from)} ${relation} ${textOf(to)}`;
  return new CityError({
    code: 'CONFLICT',
    message: `Contradicts a link in force since ${validFrom}${validTo === null ? '' : ` until ${validTo}`}: ${held}.`,
    messageZh: `与 ${validFrom} 起${validTo === null ? '' : `至 ${validTo} `}有效的对照相抵触：${held}。`,
    hint: 'Withdraw that one first, or declare this one for another period.',
    details: { allowed: ['WITHDRAW_FIRST', 'DECLARE_FOR_ANOTHER_PERIOD'] },
  });
}
