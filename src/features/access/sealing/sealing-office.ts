import { CityError } from '../../../kernel/city-error.js';
import type { DepartmentCode, DivisionCode, SourceId } from '../../../kernel/ids.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { SealedParts } from './sealed-parts.js';
import type { Sealer } from './sealer.js';

/** A matter that never leaves its office, as it is reported. */
export interface HomeMatter {
  readonly localId: SourceId;
  /** Made from category and division. */
  readonly title: string;
  readonly source: string;
  readonly category: { readonly standard: string; readonly kind: string; readonly code: string };
  readonly keeperCode: string;
  readonly divisionCode: DivisionCode | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly reportedAt: Date;
}

/** The matters of one office that never leave its front database. */
export interface HomeMatters {
  /** Where such a matter lies; null where the office holds none of that id that stays home. */
  find(sql: Sql, localId: SourceId): Promise<{ readonly divisionCode: DivisionCode | null } | null>;
  /** Puts a new one; does nothing where one of that id stands. */
  put(sql: Sql, matter: HomeMatter): Promise<void>;
}

/** An office with everything by which it seals. */
export interface SealingOffice {
  readonly code: DepartmentCode;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Whether accusations (检举控告) may be brought to it. */
  readonly takesAccusations: boolean;
  readonly front: { readonly sql: Sql; readonly transaction: InTransaction };
  readonly sealer: Sealer;
  readonly parts: SealedParts;
  readonly home: HomeMatters;
}

/** What `work` answers; throws `SOURCE_UNAVAILABLE` naming the office where its front database does not answer. */
export async function atTheFront<Answer>(
  office: Pick<SealingOffice, 'code' | 'nameZh' | 'nameEn'>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof CityError) || !['UNAVAILABLE', 'TIMEOUT'].includes(thrown.code)) throw thrown;
    throw new CityError({
      code: 'SOURCE_UNAVAILABLE',
      fault: 'department',
      message: `The front database of ${office.nameEn} does not answer; nothing was read or written there.`,
      messageZh: `${office.nameZh}前置库暂无响应，未读取也未写入任何内容。`,
      hint: 'Try again later, with the same idempotency key.',
      details: { department: office.code, since: thrown.details['since'] ?? null },
      cause: thrown,
    });
  }
}

/** An office as the city names it; `sealsMatters` is where accusations may be brought. */
export interface NamedOffice extends Pick<SealingOffice, 'code' | 'nameZh' | 'nameEn'> {
  readonly key: string;
  readonly sealsMatters: boolean;
}

/** The offices of a city with what each of them seals by, by code. */
export function sealingOffices(
  offices: readonly NamedOffice[],
  meansOf: (key: string) => Pick<SealingOffice, 'front' | 'sealer' | 'parts' | 'home'>,
): ReadonlyMap<DepartmentCode, SealingOffice> {
  return new Map(
    offices.map(({ key, code, nameZh, nameEn, sealsMatters }) => [
      code,
      { code, nameZh, nameEn, takesAccusations: sealsMatters, ...meansOf(key) },
    ]),
  );
}
