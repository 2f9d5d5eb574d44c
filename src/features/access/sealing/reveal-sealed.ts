import { asCityError, CityError } from '../../../kernel/city-error.js';
import type { DepartmentCode, DivisionCode, SourceId } from '../../../kernel/ids.js';
import type { Principal } from '../../../kernel/principal.js';
import type { InTransaction } from '../../../kernel/sql.js';
import type { AuditEntry, AuditTrail, IdempotencyStore } from '../ports.js';
import { actsOf } from '../role-rights.js';
import { checkedDocumentNumber, purposeRequired, revealPurposeOf } from './reveal-purpose.js';
import type { SealedPart } from './sealed-part.js';
import { atTheFront, type SealingOffice } from './sealing-office.js';

/** What somebody wants opened, and what for. */
export interface RevealWish {
  readonly idempotencyKey: string;
  readonly department: DepartmentCode;
  readonly localId: SourceId;
  /** One of `revealPurposes`; null where none was stated. */
  readonly purpose: string | null;
  readonly document: string;
}

/** Who wants it, and what the index and the city show to the caller. */
export interface RevealContext {
  readonly principal: Principal;
  readonly requestId: string;
  /** Uuid of the matter of that name; null where the caller's scope shows none. */
  readonly seen: () => Promise<string | null>;
  /** Whether a place lies within the caller's scope; null lies nowhere. */
  readonly reaches: (divisionCode: DivisionCode | null) => boolean;
}

/** What the service needs. */
export interface RevealParts {
  readonly audit: Pick<AuditTrail, 'write'>;
  readonly idempotency: IdempotencyStore;
  readonly inTransaction: InTransaction;
  /** By code. */
  readonly offices: ReadonlyMap<DepartmentCode, SealingOffice>;
}

/** What was opened. */
export interface Revealed {
  readonly part: SealedPart;
  /** Whether the key had been used before; the part was read, and the reading put on the audit log, all the same. */
  readonly idempotentReplay: boolean;
}

/**
 * Opens sealed parts: for the office that keeps them alone, by roles that may, for a stated purpose. The line of the audit log is committed
 * before the front database is asked: no audit, no read, with no grace at all. Refusals are on the log too; of what the caller may not see,
 * and of accusations, the log names nothing but an opaque id.
 */
export class SealedReading {
  constructor(private readonly parts: RevealParts) {}

  /** Throws `PURPOSE_REQUIRED`, `BAD_USER_INPUT`, `FORBIDDEN`, `NOT_FOUND`, `IDEMPOTENCY_KEY_REUSED`, `SOURCE_UNAVAILABLE` or `UNAVAILABLE`, having opened nothing. */
  async reveal(wish: RevealWish, context: RevealContext): Promise<Revealed> {
    const office = this.parts.offices.get(wish.department);
    if (!office) throw notFound();
    const uuid = await context.seen();
    const line = lineOf({ wish, context, office, uuid });
    const refused = await this.#refusalOf(wish, context, uuid, line);
    if (refused) throw refused;
    const idempotentReplay = await this.#claim(wish, context, office);
    await this.parts.audit.write({ ...line, kind: 'READ', outcome: 'DONE', rule: 'sealed:own-office' });
    try {
      return { part: await this.#read(office, wish, context, uuid), idempotentReplay };
    } catch (thrown) {
      // The first line says that it was asked for; where this one cannot be written either, that one stands.
      await this.parts.audit.write({ ...line, kind: 'READ', outcome: 'FAILED', rule: 'sealed:own-office' }).catch(() => undefined);
      throw thrown;
    }
  }

  async #refusalOf(wish: RevealWish, { principal }: RevealContext, uuid: string | null, line: Line): Promise<CityError | null> {
    const refuse = async (rule: string, refusal: CityError): Promise<CityError> => {
      await this.parts.audit.write({ ...line, kind: 'REFUSAL', outcome: 'REFUSED', rule });
      return refusal;
    };
    if (line.purpose === null) return refuse('sealed:purpose-required', purposeRequired());
    if (principal.department !== wish.department) return refuse('sealed:other-office', uuid === null ? notFound() : forbidden());
    if (!actsOf(principal).includes('REVEAL')) return refuse(`role:${principal.role}`, uuid === null ? notFound() : forbidden());
    return refusalOf(() => checkedDocumentNumber(wish.document));
  }

  /** What is kept of the key holds no word of the wish, and its hash is keyed: it must not tell which id was asked for. */
  #claim({ idempotencyKey, ...wish }: RevealWish, { principal }: RevealContext, { sealer }: SealingOffice): Promise<boolean> {
    const use = { by: principal, key: idempotencyKey, input: ['revealSealed', sealer.fingerprint(wish)] };
    return this.parts.inTransaction(async (sql) => {
      if (await this.parts.idempotency.claim(sql, use)) return true;
      await this.parts.idempotency.keep(sql, use, {});
      return false;
    });
  }

  /** An id that the index does not show is looked for among what stays home, by the same statements whether it is there or not. */
  #read(office: SealingOffice, { localId }: RevealWish, { reaches }: RevealContext, uuid: string | null): Promise<SealedPart> {
    const { front, parts, home } = office;
    return atTheFront(office, async () => {
      const part = await parts.open(front.sql, { kind: 'MATTER', key: localId });
      if (uuid !== null) {
        const found = part ?? (await parts.open(front.sql, { kind: 'REPORT', key: uuid }));
        if (found) return found;
        throw notFound();
      }
      const kept = await home.find(front.sql, localId);
      if (part && kept && reaches(kept.divisionCode)) return part;
      throw notFound();
    });
  }
}

type Line = Pick<AuditEntry, 'by' | 'act' | 'office' | 'what' | 'requestId'> & { readonly purpose: string | null };

interface Asked {
  readonly wish: RevealWish;
  readonly context: RevealContext;
  readonly office: SealingOffice;
  readonly uuid: string | null;
}

function lineOf({ wish, context, office, uuid }: Asked): Line {
  const document = refusalOf(() => checkedDocumentNumber(wish.document)) === null ? { document: wish.document.trim() } : {};
  return {
    by: context.principal,
    act: 'revealSealed',
    office: wish.department,
    what: uuid === null ? { record: office.sealer.opaqueId(['record', wish.localId]), ...document } : { matter: uuid, ...document },
    purpose: revealPurposeOf(wish.purpose),
    requestId: context.requestId,
  };
}

function refusalOf(check: () => unknown): CityError | null {
  try {
    check();
    return null;
  } catch (thrown) {
    return asCityError(thrown);
  }
}

function forbidden(): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: 'Sealed text is opened by the office that keeps it alone, by those of its people who handle matters.',
    messageZh: '密封内容仅限保管部门的经办人员查看。',
    hint: 'whoAmI tells the office and role of the caller.',
  });
}

function notFound(): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: 'localId: expected a matter with a sealed part that the caller may see.',
    messageZh: 'localId：应为调用者可见且有密封内容的事项。',
  });
}
