import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import { dateIn } from '../../../kernel/dates.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { ElementIndexWriter } from '../../elements/index.js';
import { CityRegister } from '../city/city-register.js';
import type { RegisterRows } from '../ports.js';
import { LocalTime } from '../rows/local-time.js';

/** What a {@link RegisterReader} reads from. */
export interface RegisterReaderParts {
  readonly sql: Sql;
  readonly rows: RegisterRows;
  readonly elements: Pick<ElementIndexWriter, 'organisationIds'>;
  /** The code of each office, by its key and by the code itself. */
  readonly offices: ReadonlyMap<string, DepartmentCode>;
  readonly clock: Clock;
}

/** Reads the city's own registers as the index holds them, for rows that come without a city pack. */
export class RegisterReader {
  constructor(private readonly parts: RegisterReaderParts) {}

  /**
   * The registers of now. Times are not moved: only a pack is written around an anchor, an office's own rows say what happened when.
   * Throws `UNAVAILABLE` while no city has been loaded.
   */
  async read(): Promise<CityRegister> {
    const { sql, rows, elements, offices, clock } = this.parts;
    const city = await rows.city(sql);
    if (city === null) throw noCity();
    const today = dateIn(city.timeZone, clock.now());
    const register = new CityRegister(city, new LocalTime(city.timeZone, 0), today, offices);
    for (const division of await rows.divisions(sql)) register.addDivision(division);
    for (const category of await rows.categories(sql)) register.addCategory(category);
    for (const organisation of await rows.organisations(sql)) register.addOrganisation(organisation);
    for (const { code, organisation } of await elements.organisationIds(sql, today)) register.addOrganisationId(code, organisation);
    return register;
  }
}

function noCity(): CityError {
  return new CityError({
    code: 'UNAVAILABLE',
    message: 'Expected a city in the index, none has been loaded.',
    messageZh: '尚未载入城市。',
    hint: 'Import a city pack first: npx allgrid import <folder>.',
  });
}
