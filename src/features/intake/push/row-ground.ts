import type { Clock } from '../../../kernel/clock.js';
import { dateIn } from '../../../kernel/dates.js';
import type { SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { HeldLayer } from '../../grids/index.js';
import type { CityRegister } from '../city/city-register.js';
import type { RegisterReader } from '../office/register-reader.js';
import type { RingRepair } from '../office/ring-repair.js';
import type { RegisterRows } from '../ports.js';
import { BoundaryRule } from '../row-rules/boundary.js';

/** What the city index is asked about the ground that rows are judged on. */
export interface RowGround {
  /** Another text as soon as the city's registers may have changed: they come with imports of the city and with declared ids alone. */
  version(sql: Sql): Promise<string>;
  /** Which of these are codes of all-elements grids. */
  allElements(sql: Sql, codes: readonly SourceId[]): Promise<ReadonlySet<SourceId>>;
}

/** What rows are judged on. */
export interface Ground {
  readonly register: CityRegister;
  readonly layers: readonly HeldLayer[];
  readonly boundaries: BoundaryRule;
  /** Which of these are codes of all-elements grids. */
  readonly allElements: (codes: readonly SourceId[]) => Promise<ReadonlySet<SourceId>>;
}

/** What a {@link GroundCache} works with. */
export interface GroundParts {
  readonly sql: Sql;
  readonly ground: RowGround;
  readonly registers: Pick<RegisterReader, 'read'>;
  readonly rows: Pick<RegisterRows, 'layers'>;
  readonly repair: RingRepair;
  readonly clock: Clock;
}

/** Keeps the city's registers between pushes, and reads them again when they may have changed or another day has come. */
export class GroundCache {
  #held: { readonly version: string; readonly ground: Ground } | null = null;

  constructor(private readonly parts: GroundParts) {}

  /** The ground of now, at one statement where nothing changed. Throws `UNAVAILABLE` while no city has been loaded. */
  async now(): Promise<Ground> {
    const { sql, ground, clock } = this.parts;
    const version = await ground.version(sql);
    const held = this.#held;
    if (held?.version === version && isOfToday(held.ground, clock)) return held.ground;
    const read = await this.#read();
    this.#held = { version, ground: read };
    return read;
  }

  /** The same ground, asking on within a transaction of the index: it must not wait for a second connection while it holds one. */
  within(sql: Sql, held: Ground): Ground {
    return { ...held, allElements: (codes) => this.parts.ground.allElements(sql, codes) };
  }

  async #read(): Promise<Ground> {
    const { sql, ground, registers, rows, repair } = this.parts;
    const register = await registers.read();
    const boundaries = new BoundaryRule(register.city.bounds, repair);
    return { register, layers: await rows.layers(sql), boundaries, allElements: (codes) => ground.allElements(sql, codes) };
  }
}

function isOfToday({ register }: Ground, clock: Clock): boolean {
  return register.today === dateIn(register.city.timeZone, clock.now());
}
