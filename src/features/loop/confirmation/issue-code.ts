import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../kernel/sql.js';
import { actOnce, type ActParts, actsOf, type FindOrganisation } from '../../access/index.js';
import type { HeldMatter, MatterRegister, MatterSource } from '../../matters/index.js';
import { changedMeanwhile, concernOf, unknownMatter } from '../steps/held-matter.js';
import type { StepActing } from '../steps/step.js';
import { resultOf } from '../verification/own-work.js';
import { drawCode, hashOfCode } from './confirmation-code.js';
import { codeLifeMs } from './held-code.js';
import type { CodeStore } from './ports.js';

/** What issuing needs. */
export interface IssuingParts extends ActParts {
  readonly register: Pick<MatterRegister, 'hold' | 'past'>;
  readonly codes: CodeStore;
  readonly findOrganisation: FindOrganisation;
  readonly clock: Clock;
}

/** For which result a code is asked. */
export interface IssueWish {
  readonly idempotencyKey: string;
  readonly matterUuid: string;
  readonly expectedVersion: number;
}

/** What whoever may hand a code on is told, once. */
export interface IssuedCode {
  readonly matterUuid: string;
  /** Null where the key had been used before: nobody can read a code a second time. */
  readonly code: string | null;
  readonly expiresAt: Date | null;
  readonly idempotentReplay: boolean;
}

/** The ways a matter comes in behind which stands somebody who can be asked whether it is solved. */
const askedSources: ReadonlySet<MatterSource> = new Set<MatterSource>(['RESIDENT', 'HOTLINE', 'COURIER']);

/** Issues the codes by which residents confirm results. A code is told once and kept as a hash; no event, log or audit line holds it. */
export class ConfirmationCodes {
  readonly #parts: IssuingParts;

  constructor(parts: IssuingParts) {
    this.#parts = parts;
  }

  /** Issues a code for the result that is being verified, in the place of an earlier one. Throws as steps do; `ILLEGAL_TRANSITION` without a result. */
  async issue({ idempotencyKey, ...input }: IssueWish, acting: StepActing): Promise<IssuedCode> {
    const { principal, requestId } = acting;
    const told: { code: string | null; expiresAt: Date | null } = { code: null, expiresAt: null };
    const act = { principal, requestId, name: 'issueConfirmationCode' as const, idempotencyKey, input };
    const { ids, idempotentReplay } = await actOnce(act, this.#parts, async (sql, concerning) => {
      const matter = await this.#parts.register.hold(sql, acting.scope, input.matterUuid);
      if (matter === null) throw unknownMatter();
      concerning(concernOf(matter, acting));
      if (matter.version !== input.expectedVersion) throw changedMeanwhile(input.expectedVersion, matter);
      await this.#checkIssuer(sql, matter, acting);
      Object.assign(told, await this.#drawn(sql, matter));
      return { matter: matter.uuid };
    });
    return { matterUuid: ids.matter, ...told, idempotentReplay };
  }

  /**
   * Counts a try to confirm by code in a transaction of its own, so that the refusal of a wrong one does not take it back. Tries of those who
   * handle the matter, and may confirm nothing, do not count: they would lock the resident's code.
   */
  async countTry({ matterUuid, expectedVersion }: Omit<IssueWish, 'idempotencyKey'>, { scope, principal }: StepActing): Promise<void> {
    await this.#parts.inTransaction(async (sql) => {
      const matter = await this.#parts.register.hold(sql, scope, matterUuid);
      if (matter?.state !== 'VERIFYING' || matter.version !== expectedVersion) return;
      const own = principal.organisation === null ? null : await this.#parts.findOrganisation(sql, principal.organisation);
      if (matter.handlers.some(({ organisationUuid }) => organisationUuid === own)) return;
      await this.#parts.codes.countTry(sql, matterUuid);
    });
  }

  async #drawn(sql: Sql, matter: HeldMatter): Promise<{ readonly code: string; readonly expiresAt: Date }> {
    const result = await resultOf({ past: () => this.#parts.register.past(sql, matter.uuid) });
    if (matter.state !== 'VERIFYING' || result === undefined) throw noResult(matter);
    if (!askedSources.has(matter.source)) throw nobodyAsked(matter);
    const code = drawCode();
    const expiresAt = new Date(this.#parts.clock.now().getTime() + codeLifeMs);
    await this.#parts.codes.issue(sql, matter.uuid, { version: result.version, codeHash: await hashOfCode(code), expiresAt });
    return { code, expiresAt };
  }

  /** Whoever leads the matter, or dispatches on its ground, hands the code on. */
  async #checkIssuer(sql: Sql, matter: HeldMatter, { principal }: StepActing): Promise<void> {
    if (actsOf(principal).includes('DISPATCH')) return;
    const own = principal.organisation === null ? null : await this.#parts.findOrganisation(sql, principal.organisation);
    if (own !== null && own === matter.leadUuid) return;
    throw new CityError({
      code: 'FORBIDDEN',
      message: `issueConfirmationCode: expected to be LEAD or TOWNSHIP of this matter, got ${principal.subject} (${principal.role}).`,
      messageZh: `issueConfirmationCode：须为本事项的牵头单位或街道，当前为 ${principal.subject}（${principal.role}）。`,
    });
  }
}

function noResult({ state }: HeldMatter): CityError {
  return new CityError({
    code: 'ILLEGAL_TRANSITION',
    message: `issueConfirmationCode: expected a matter whose result is being verified (VERIFYING), got one in ${state}.`,
    messageZh: `issueConfirmationCode：须为核实中（VERIFYING）的事项，当前为 ${state}。`,
  });
}

function nobodyAsked({ source }: HeldMatter): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `issueConfirmationCode: expected a matter from ${[...askedSources].join(', ')}, got one from ${source}: nobody is there to confirm it.`,
    messageZh: `issueConfirmationCode：来源须为 ${[...askedSources].join('、')}，当前为 ${source}，无人可确认。`,
    hint: 'verifyMatter lets grid staff verify it.',
  });
}
