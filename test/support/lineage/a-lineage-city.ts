import { randomUUID } from 'node:crypto';

import { wireAccess } from '../../../src/features/access/wiring.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/index.js';
import { findOrganisation } from '../../../src/features/elements/storage/find-organisation.js';
import { buildGridModel, type GridModel, type UnitArrival } from '../../../src/features/grids/index.js';
import { readGridModelParts } from '../../../src/features/grids/storage/grid-model-reader.js';
import { PgUnitIndexWriter } from '../../../src/features/grids/storage/unit-index-writer.js';
import { outboundSteps } from '../../../src/features/intake/wiring.js';
import type { LineageDeclaration } from '../../../src/features/lineage/declare-lineage.js';
import type { GroundComparison, NewLineageStep, Redrawing, Succession } from '../../../src/features/lineage/index.js';
import { PgLineageReader } from '../../../src/features/lineage/storage/lineage-reader.js';
import { PgLineageWriter } from '../../../src/features/lineage/storage/lineage-writer.js';
import { Successions } from '../../../src/features/lineage/successions.js';
import { type RedrawingOffer, wireRedrawing } from '../../../src/features/lineage/wiring.js';
import { areaM2 } from '../../../src/geometry/area.js';
import type { Box } from '../../../src/geometry/box.js';
import { planeAround } from '../../../src/geometry/equal-area.js';
import { gateRings } from '../../../src/geometry/ring-gate.js';
import { ringsFromNested, ringsToNested } from '../../../src/geometry/rings.js';
import { unitUuid } from '../../../src/kernel/ids.js';
import { aPrincipal } from '../access/a-principal.js';
import { anIndexedCity, type IndexedCity } from '../intake/intake-city.js';

/** The layer that tests draw in. */
export const beams = 'lighthouse/beam';

/** Lends GEOS, as the platform does. */
export const onGeos: GroundComparison = async (work) => {
  const engine = await openGeosOverlayEngine();
  try {
    return work(engine);
  } finally {
    engine.dispose();
  }
};

/** A city index with a layer of beams, and everything that speaks of lineage over it. */
export class LineageCity {
  readonly reader: PgLineageReader;
  readonly #writer: PgLineageWriter;
  readonly #units: PgUnitIndexWriter;
  readonly #successions: Successions;
  now = new Date('2026-03-01T00:00:00Z');

  private constructor(readonly city: IndexedCity) {
    const clock = { now: () => this.now };
    this.reader = new PgLineageReader(city.index.sql);
    this.#writer = new PgLineageWriter(clock);
    this.#units = new PgUnitIndexWriter(clock);
    this.#successions = new Successions(this.reader, onGeos);
  }

  /** Looks at a city that a pack was imported into. */
  static over(city: IndexedCity): LineageCity {
    return new LineageCity(city);
  }

  /** Makes one, empty but for its city and its layer. */
  static async make(bounds: Box = quay): Promise<LineageCity> {
    const city = await anIndexedCity();
    await city.index.sql.query(`insert into intake_run (id, pack, started_at, state) values ($1, 'test', now(), 'RUNNING')`, [runId]);
    await city.index.sql.query(
      `insert into layer (key, department, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal, recorded_from)
         values ($1, 'LIGHTHOUSE', '灯', 'Beam', true, true, 'beam-id', true, 1, '2026-01-01')`,
      [beams],
    );
    for (const [code, level, parent] of divisions) {
      await city.index.sql.query(
        `insert into division (code, name, level, parent_code, kind, valid_from, recorded_from) values ($1, $1, $2, $3, 'ANY', '1950-01-01', '2026-01-01')`,
        [code, level, parent],
      );
      await city.index.sql.query(
        `insert into organisation (id, issuer, scheme, code, name, kind, level, division_code, as_of)
           values (gen_random_uuid(), 'test', 'test', 'government-' || $1, $1, 'GOVERNMENT', $2, $1, now())`,
        [code, level],
      );
    }
    await city.index.sql.query(
      `insert into city (code, name_zh, name_en, time_zone, division_scheme, west, south, east, north, shift_days)
         values ('990100', '港城', 'Quay', 'Asia/Shanghai', 'cn-2-2-2-3-3', $1, $2, $3, $4, 0)`,
      [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY],
    );
    return new LineageCity(city);
  }

  /** Writes units; `period` is `[from, to)`, in force where `to` is left out; `box` is west, south, east, north in thousandths of a degree from the city's corner. */
  async units(...units: readonly BeamParts[]): Promise<void> {
    await this.city.index.transaction((sql) => this.#units.apply(sql, units.map(beam)));
  }

  /** Writes units with outlines of their own, which lie in this city's bounds. */
  async drawn(outlines: readonly { readonly localId: string; readonly geometry: unknown }[]): Promise<void> {
    const { bounds } = (await this.model('2012-01-01')).city;
    const arrivals = outlines.map(({ localId, geometry }) => {
      const judged = gateRings(geometry, { bounds });
      if (judged.verdict !== 'accepted') throw new Error(`${localId}: ${judged.verdict}`);
      return { ...beam({ localId }), boundary: ringsToNested(judged.rings), areaM2: areaM2(judged.rings, planeAround(bounds)) };
    });
    await this.city.index.transaction((sql) => this.#units.apply(sql, arrivals));
  }

  /** Writes steps as somebody declares them. */
  async steps(...steps: readonly NewLineageStep[]): Promise<number> {
    const evidence = {
      redrawUuid: null,
      document: '港发〔2020〕7号',
      subject: 'tester',
      role: 'CLERK',
      organisationUuid: null,
      runId: null,
    };
    return this.city.index.transaction((sql) => this.#writer.add(sql, steps, evidence));
  }

  /** Writes steps as a file brings them. */
  async filed(...steps: readonly NewLineageStep[]): Promise<number> {
    const evidence = { redrawUuid: null, document: null, subject: 'intake', role: 'INTAKE', organisationUuid: null, runId };
    return this.city.index.transaction((sql) => this.#writer.add(sql, steps, evidence));
  }

  async model(at: string, knownAt: Date | null = null): Promise<GridModel> {
    const gridTypes = new Map([['LIGHTHOUSE', 'LighthouseGrid']]);
    const parts = await readGridModelParts(this.city.index.sql, { at, knownAt }, { gridTypes, clock: { now: () => this.now } });
    return buildGridModel({ ...parts!, version: 1 });
  }

  /** What took the place of a beam. */
  async succession(localId: string, at = '2026-01-01', knownAt: Date | null = null): Promise<Succession | 'AMBIGUOUS' | null> {
    const model = await this.model(at, knownAt);
    return (await this.#successions.ofNames(model, [{ department: 'LIGHTHOUSE', localId, layer: null }]))[0]!;
  }

  /** Redrawing as the platform has it, by a principal of the whole city. */
  redrawing(): Redrawing {
    return this.#parts().redrawing;
  }

  /** Declares that a unit is the same ground as another, on behalf of the first organisation there is. */
  async declare(declaration: Pick<LineageDeclaration, 'layerKey' | 'from' | 'to' | 'effectiveOn' | 'document'>): Promise<void> {
    const [body] = await this.city.index.sql.query<{ code: string }>('select code from organisation order by code limit 1');
    const given = {
      ...declaration,
      idempotencyKey: randomUUID(),
      organisation: body!.code,
      role: '民政办主任',
      kind: 'RECODED' as const,
      weight: 1,
      inverseWeight: 1,
    };
    await this.#parts().lineageDeclarations.declare(given, tester);
  }

  /** The uuid of a unit of any layer, first generation. */
  uuid(layerKey: string, localId: string): string {
    return unitUuid(layerKey, localId, 1);
  }

  #parts(): RedrawingOffer {
    const clock = { now: () => this.now };
    const { sql, transaction } = this.city.index;
    const { audit, idempotency } = wireAccess(sql, clock);
    return wireRedrawing({
      audit,
      idempotency,
      authority: { mayEver: () => true, mayDecide: () => true },
      inTransaction: transaction,
      sql,
      clock,
      ground: onGeos,
      models: { current: () => this.#today, at: async ({ at }) => this.model(at!) },
      units: this.#units,
      findOrganisation,
      outbound: outboundSteps,
      idRules: { 'beam-id': (localId) => (localId.length <= 12 ? null : 'expected at most 12 characters') },
      published: async () => {
        this.published += 1;
      },
    });
  }

  /** How often something was published. */
  published = 0;
  /** Only its day is asked for: no test redraws from this one. */
  readonly #today = { at: '1999-12-31' } as GridModel;

  close(): Promise<void> {
    return this.city.close();
  }
}

/** Code, level and parent of the city's divisions; each has a government of its level, `government-<code>`. */
const divisions = [
  ['990100', 'CITY', null],
  ['990101', 'COUNTY', '990100'],
  ['990101001', 'TOWNSHIP', '990101'],
  ['990101002', 'TOWNSHIP', '990101'],
] as const;

/** The township that beams lie in, unless a test says otherwise. */
export const township = '990101001';

/** Who acts in tests. */
export const tester = {
  principal: aPrincipal(['990100']),
  requestId: 'r',
} as const;

const runId = '00000000-0000-4000-8000-000000000001';

/** The bounds of the invented city. */
const quay: Box = { minX: 117, minY: 29, maxX: 117.1, maxY: 29.1 };

/** What a test names of a beam. */
export interface BeamParts {
  /** {@link beams} when left out. */
  readonly layer?: string;
  readonly localId: string;
  readonly generation?: number;
  readonly name?: string;
  readonly from?: string;
  readonly to?: string;
  readonly division?: string;
  readonly box?: readonly [west: number, south: number, east: number, north: number];
}

function beam({
  layer = beams,
  localId,
  generation = 1,
  name = localId,
  from = '2010-01-01',
  to,
  box,
  division = township,
}: BeamParts): UnitArrival {
  return {
    layerKey: layer,
    localId,
    generation,
    name,
    divisionCode: division,
    households: null,
    validFrom: from,
    validTo: to ?? null,
    boundary: box ? [[ringOf(box)]] : null,
    areaM2: box ? areaM2(ringsFromNested([[ringOf(box)]]), planeAround({ minX: 117, minY: 29, maxX: 117.1, maxY: 29.1 })) : null,
    members: [],
    buildings: [],
    asOf: '2026-01-01',
    contentHash: `${name}/${to ?? ''}`,
    runId,
  };
}

/** The ring of a box in thousandths of a degree from the city's south-western corner. */
export function ringOf([west, south, east, north]: readonly [number, number, number, number]): number[][] {
  const at = (x: number, y: number): number[] => [117 + x / 1000, 29 + y / 1000];
  return [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)];
}

/** A declared step between beams, by their local ids; a second generation is written `id#2`. */
export function stepBetween(from: string, to: string, parts: Partial<NewLineageStep> = {}): NewLineageStep {
  return {
    kind: 'RECODED',
    basis: 'DECLARED',
    fromUuid: uuidOf(from),
    toUuid: uuidOf(to),
    weight: 1,
    inverseWeight: 1,
    effectiveOn: '2020-01-01',
    ...parts,
  };
}

/** The uuid of a beam. */
export function uuidOf(name: string): string {
  const [localId, generation = '1'] = name.split('#') as [string, string?];
  return unitUuid(beams, localId, Number(generation));
}
