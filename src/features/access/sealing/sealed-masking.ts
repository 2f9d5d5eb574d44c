import type { DepartmentCode, SourceId } from '../../../kernel/ids.js';
import type { Principal } from '../../../kernel/principal.js';
import { actsOf } from '../role-rights.js';
import { blankMasks, type SealedMasks } from './masks.js';
import type { SealedKey } from './sealed-part.js';
import { atTheFront, type SealingOffice } from './sealing-office.js';

/** A matter whose petitioner is asked for. */
export interface MaskedMatter {
  readonly uuid: string;
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
  readonly sealed: boolean;
}

/**
 * Shows who petitioned as far as may be shown. Those who handle matters in the office itself see the masks that it keeps beside what it
 * sealed, so that they tell two petitioners apart; everybody else, the office's own screens and analysts too, sees the same blank mask on every sealed matter, by which no guess can be tried, and no front
 * database is asked for it.
 */
export class SealedMasking {
  /** `offices` by code. */
  constructor(private readonly offices: ReadonlyMap<DepartmentCode, SealingOffice>) {}

  /** In order; null for a matter that is not sealed. Throws `SOURCE_UNAVAILABLE` where the office's own front database is away. */
  async of(matters: readonly MaskedMatter[], principal: Principal): Promise<readonly (SealedMasks | null)[]> {
    const { department } = principal;
    const office = department !== null && actsOf(principal).includes('HANDLE') ? this.offices.get(department) : undefined;
    const own = office
      ? await this.#own(
          office,
          matters.filter((matter) => matter.sealed && matter.department === department),
        )
      : new Map<string, SealedMasks>();
    return matters.map((matter) => {
      if (!matter.sealed) return null;
      return matter.department === department && office ? (own.get(matter.uuid) ?? null) : blankMasks;
    });
  }

  async #own(office: SealingOffice, matters: readonly MaskedMatter[]): Promise<ReadonlyMap<string, SealedMasks>> {
    if (matters.length === 0) return new Map();
    const keys = matters.flatMap(({ uuid, localId }): readonly SealedKey[] => [
      { kind: 'MATTER', key: localId },
      { kind: 'REPORT', key: uuid },
    ]);
    const masks = await atTheFront(office, () => office.parts.masksOf(office.front.sql, keys));
    return new Map(
      matters.flatMap(({ uuid }, place) => {
        const found = masks[2 * place] ?? masks[2 * place + 1];
        return found ? [[uuid, found] as const] : [];
      }),
    );
  }
}
