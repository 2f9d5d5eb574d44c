import { type CalendarDate, holds } from '../../../kernel/dates.js';
import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { Division } from '../../divisions/index.js';
import type { OrganisationArrival, OrganisationKey } from '../../elements/index.js';
import type { Manifest } from '../city-pack/manifest.js';
import type { CategoryRecord } from '../records.js';
import type { LocalTime } from '../rows/local-time.js';

/** The key of a category: a code never identifies alone. */
export function categoryKey(category: { readonly standard: string; readonly kind: string; readonly code: string }): string {
  return JSON.stringify([category.standard, category.kind, category.code]);
}

const organisationKey = ({ issuer, scheme, code }: OrganisationKey): string => JSON.stringify([issuer, scheme, code]);

/** What rows are checked against of the city itself. */
export type CityFacts = Pick<Manifest['city'], 'code' | 'timeZone' | 'divisionScheme' | 'bounds'>;

/** The city's own registers, against which the rows of all offices are checked. */
export class CityRegister {
  readonly #divisions = new Map<DivisionCode, Division[]>();
  readonly #categories = new Map<string, CategoryRecord>();
  readonly #organisations = new Map<string, OrganisationArrival | 'AMBIGUOUS'>();
  readonly #organisationsByKey = new Map<string, OrganisationArrival>();

  /** `today` is the city's; offices by key and by code. */
  constructor(
    readonly city: CityFacts,
    readonly time: LocalTime,
    readonly today: CalendarDate,
    readonly offices: ReadonlyMap<string, DepartmentCode>,
  ) {}

  /** Whether division codes have no levels to read, so that a whole number may stand for one. */
  get opaqueDivisions(): boolean {
    return this.city.divisionScheme === 'opaque';
  }

  /** The same register with nothing in it, so that reading the city's part can begin anew. */
  emptied(): CityRegister {
    this.#divisions.clear();
    this.#categories.clear();
    this.#organisations.clear();
    this.#organisationsByKey.clear();
    return this;
  }

  addDivision(division: Division): void {
    this.#divisions.set(division.code, [...this.divisionsOf(division.code), division]);
  }

  addCategory(category: CategoryRecord): void {
    this.#categories.set(categoryKey(category), category);
  }

  addOrganisation(organisation: OrganisationArrival): void {
    this.#organisations.set(organisation.code, this.#organisations.has(organisation.code) ? 'AMBIGUOUS' : organisation);
    this.#organisationsByKey.set(organisationKey(organisation), organisation);
  }

  /** Another code by which an organisation is found; one that the register does not know is passed over. */
  addOrganisationId(code: string, key: OrganisationKey): void {
    const organisation = this.#organisationsByKey.get(organisationKey(key));
    if (organisation === undefined) return;
    const known = this.#organisations.get(code);
    this.#organisations.set(code, known === undefined || known === organisation ? organisation : 'AMBIGUOUS');
  }

  /** Whether some organisation's own register gives it this id. */
  hasOrganisationKey(key: OrganisationKey): boolean {
    return this.#organisationsByKey.has(organisationKey(key));
  }

  /** All periods of a division; none where the code is unknown. */
  divisionsOf(code: DivisionCode): readonly Division[] {
    return this.#divisions.get(code) ?? [];
  }

  /** The divisions of which a period begins on a day. */
  divisionsBegunOn(day: CalendarDate): readonly Division[] {
    return [...this.#divisions.values()].flat().filter(({ validFrom }) => validFrom === day);
  }

  /** Whether the division exists today. */
  stands(code: DivisionCode): boolean {
    return this.divisionsOf(code).some((division) => holds(division, this.today));
  }

  category(key: { readonly standard: string; readonly kind: string; readonly code: string }): CategoryRecord | null {
    return this.#categories.get(categoryKey(key)) ?? null;
  }

  /** The organisation of a code, its own or another; `AMBIGUOUS` where two organisations have it. */
  organisation(code: string): OrganisationArrival | 'AMBIGUOUS' | null {
    return this.#organisations.get(code) ?? null;
  }
}
