import type { IdRule } from '../../../departments/contract.js';
import type { Clock } from '../../../kernel/clock.js';
import { dateIn, daysBetween } from '../../../kernel/dates.js';
import type { CityPack } from '../city-pack/open-pack.js';
import { rowsOfPack } from '../files/read-rows.js';
import { SisterLayers } from '../layer-checks/sister-layers.js';
import type { RingRepair } from '../office/ring-repair.js';
import type { CityRegisterWriter, Database, FrontWriter, OfficeFront } from '../ports.js';
import { BoundaryRule } from '../row-rules/boundary.js';
import { LocalTime } from '../rows/local-time.js';
import type { RowSource } from '../rows/row-source.js';
import type { Report } from '../runs/progress.js';
import { CityRegister } from './city-register.js';
import { officeNames } from './office-names.js';
import { checkSameCity } from './one-city.js';

/** One office that takes part: its front database and the writer of it. */
export interface TakingPart {
  readonly front: OfficeFront;
  readonly writer: FrontWriter;
}

/** One import under way: what all of its steps share. */
export interface Journey {
  readonly pack: CityPack;
  /** The rows of its files. */
  readonly source: RowSource;
  readonly register: CityRegister;
  readonly boundaries: BoundaryRule;
  /** The layers read so far, which later ones are held against. */
  readonly sisters: SisterLayers;
  readonly idRules: Readonly<Record<string, IdRule>>;
  readonly report: Report;
  readonly taking: ReadonlyMap<string, TakingPart>;
}

/** What an import sets out with. */
export interface JourneyParts {
  readonly index: Database;
  readonly offices: readonly TakingPart[];
  readonly register: CityRegisterWriter;
  readonly repair: RingRepair;
  readonly clock: Clock;
}

/** Reads what an import needs before its first row; throws `CONFLICT` where the index holds another city. */
export async function setOut(pack: CityPack, report: Report, parts: JourneyParts): Promise<Journey> {
  const { city } = pack.manifest;
  const known = await parts.register.knownCity(parts.index.sql);
  checkSameCity(known?.code ?? null, city.code);
  const today = dateIn(city.timeZone, parts.clock.now());
  const shiftDays = known?.shiftDays ?? (city.anchor === null ? 0 : daysBetween(city.anchor, today));
  const taking = new Map(parts.offices.map((office) => [office.front.department.key, office]));
  return {
    pack,
    source: rowsOfPack(pack),
    report,
    taking,
    register: new CityRegister(city, new LocalTime(city.timeZone, shiftDays), today, officeNames(parts.offices)),
    boundaries: new BoundaryRule(city.bounds, parts.repair),
    sisters: new SisterLayers(),
    idRules: Object.assign({}, ...parts.offices.map(({ front }) => front.department.idRules)) as Readonly<Record<string, IdRule>>,
  };
}
