import { checkedWords } from '../../../kernel/checked-words.js';
import { CityError } from '../../../kernel/city-error.js';
import { cityOwner } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import { type Acted, type Acting, actOnce, checkedDeclaration, type Concern, declarantOf, type Declaration } from '../../access/index.js';
import type { Verdict } from '../admission-application.js';
import { checkedTerms } from './checked-line.js';
import { checkCategories } from './known-categories.js';
import type { HeldApplication, NewApplication, PublishingParts } from './ports.js';

/** What an organisation applies for. */
export interface ApplicationWish extends Declaration, NewApplication {
  readonly idempotencyKey: string;
}

/** What a review of an application says. */
export interface ReviewWish extends Declaration {
  readonly idempotencyKey: string;
  /** Uuid of the application. */
  readonly application: string;
  readonly expectedVersion: number;
  readonly verdict: Verdict;
  /** Necessary for a refusal. */
  readonly reason: string | null;
}

type ApplicationIds = { readonly application: string };

/** The lists of the city are read by every office alike and belong to none. */
export const wholeCity: Concern = { owners: [cityOwner], divisions: [null] };

/** Takes applications for the admission list, and their reviews. */
export class Admissions {
  readonly #parts: PublishingParts;

  constructor(parts: PublishingParts) {
    this.#parts = parts;
  }

  /** Applies once for its key; throws `TEXT_INVALID`, `DATE_INVALID`, `NOT_FOUND`, `FORBIDDEN`, …, having changed nothing. */
  apply(given: ApplicationWish, acting: Acting): Promise<Acted<ApplicationIds>> {
    const { idempotencyKey, ...input } = given;
    return actOnce({ ...acting, name: 'applyForAdmission', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      const declarant = await declarantOf(sql, checkedDeclaration(input), { ...this.#parts, ...acting });
      concerning(await this.#parts.organisationConcern(sql, [declarant.onBehalfOf]));
      const { category, task, temporary, validFrom, validTo } = checkedTerms(input);
      await checkCategories([category], this.#parts.sourcesOn(sql).categories);
      const application = { category, task, temporary, validFrom, validTo };
      return { application: await this.#parts.applications.apply(sql, application, declarant) };
    });
  }

  /** Reviews once for its key, never what the caller's own account applied for; throws as {@link apply} does, and `CONFLICT`. */
  review(given: ReviewWish, acting: Acting): Promise<Acted<ApplicationIds>> {
    const { idempotencyKey, ...input } = given;
    return actOnce({ ...acting, name: 'reviewAdmission', idempotencyKey, input }, this.#parts, async (sql, concerning) => {
      concerning(wholeCity);
      const reason = reasonOf(input);
      const application = await this.#pending(sql, input);
      if (application.appliedBy === acting.principal.subject) throw ofOneself();
      const declarant = await declarantOf(sql, checkedDeclaration(input), { ...this.#parts, ...acting });
      await this.#parts.applications.review(sql, application, { verdict: input.verdict, reason, declarant });
      return { application: application.uuid };
    });
  }

  async #pending(sql: Sql, { application, expectedVersion }: Omit<ReviewWish, 'idempotencyKey'>): Promise<HeldApplication> {
    const held = await this.#parts.applications.held(sql, application);
    if (!held) throw unknownApplication();
    if (held.state === 'PENDING' && held.version === expectedVersion) return held;
    throw otherwise(held, expectedVersion);
  }
}

function reasonOf({ verdict, reason }: Omit<ReviewWish, 'idempotencyKey'>): string | null {
  if (reason === null && verdict === 'ACCEPTED') return null;
  return checkedWords({ field: 'reason', text: reason ?? '', longest: 500 });
}

function unknownApplication(): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: 'application: expected the id of an application for the admission list.',
    messageZh: 'application：应为准入申请的编号。',
    hint: 'The query admissionApplications lists them.',
  });
}

function otherwise({ state, version }: HeldApplication, expected: number): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `Expected an application that waits for its review in version ${expected}, but it is ${state} in version ${version}.`,
    messageZh: `申请应为待审核且版本 ${expected}，实为 ${state}、版本 ${version}。`,
    hint: 'Look at it again with admissionApplications.',
    details: { state, version, allowed: state === 'PENDING' ? ['reviewAdmission'] : [] },
  });
}

function ofOneself(): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: 'reviewAdmission: expected another account than the one that applied.',
    messageZh: 'reviewAdmission：申请人不得审核自己的申请。',
    hint: 'Somebody else of the grid office reviews it.',
  });
}
