import type { Clock } from '../../kernel/clock.js';
import type { DepartmentCode } from '../../kernel/ids.js';
import { type OfficeStanding, type OfficeStandings, type OfficeState, officeStateOf } from './office-state.js';

/** How one office stands, as this process knows it. */
export interface KnownStanding extends OfficeStanding {
  readonly state: OfficeState;
}

/** What is known of one office at this moment. */
export interface Following {
  /** When its feed was last seen to be applied to its end; null before that. */
  readonly caughtUpAt: Date | null;
  /** Since when it cannot be read; null while it can. */
  readonly failingSince: Date | null;
}

/** Tells from memory how offices stand: from what the index said at the start, and what following their feeds has shown since. */
export class KnownStandings {
  #asOf: ReadonlyMap<DepartmentCode, Date | null> = new Map();

  constructor(
    private readonly standings: OfficeStandings,
    private readonly followingOf: (department: DepartmentCode) => Following | null,
    private readonly clock: Clock,
  ) {}

  /** Reads what the index says; once, before anybody asks. */
  async read(): Promise<void> {
    this.#asOf = new Map((await this.standings.all()).map(({ department, asOf }) => [department, asOf]));
  }

  /** Null for an office that this city does not have. */
  of(department: DepartmentCode): KnownStanding | null {
    const following = this.followingOf(department);
    if (following === null) return null;
    const asOf = following.caughtUpAt ?? this.#asOf.get(department) ?? null;
    return { department, asOf, state: officeStateOf(asOf, following.failingSince, this.clock.now()) };
  }
}
