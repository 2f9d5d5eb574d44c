import { performance } from 'node:perf_hooks';

import type { Client } from 'pg';

import type { Rings } from '../../src/geometry/rings.js';
import { layerPairs } from './inputs.js';
import type { PairAreas } from './pair-areas.js';
import { wkbOf } from './wkb.js';

/** The ways to ask PostGIS for the common ground of two layers; which one is fastest depends on the layers. */
export const queryForms = {
  'boxes only': `select a.unit as a, b.unit as b, ST_Area(ST_Intersection(a.geom, b.geom)) as area from A a join B b on a.geom && b.geom`,
  ST_Intersects: `select a.unit as a, b.unit as b, ST_Area(ST_Intersection(a.geom, b.geom)) as area from A a join B b on ST_Intersects(a.geom, b.geom)`,
  'ST_CoveredBy first': `select a.unit as a, b.unit as b,
           case when ST_CoveredBy(a.geom, b.geom) then ST_Area(a.geom) else ST_Area(ST_Intersection(a.geom, b.geom)) end as area
      from A a join B b on ST_Intersects(a.geom, b.geom)`,
} as const;

/** One of {@link queryForms}. */
export type QueryForm = keyof typeof queryForms;

const batchSize = 2_000;

/** Puts the layers into tables `layer_0`, `layer_1` …; that takes no part in any timing. Answers how many units PostGIS calls invalid. */
export async function loadLayers(client: Client, layers: readonly (readonly Rings[])[]): Promise<number> {
  let invalid = 0;
  for (const [place, units] of layers.entries()) {
    await client.query(`drop table if exists layer_${place}; create unlogged table layer_${place} (unit integer, geom geometry)`);
    for (let from = 0; from < units.length; from += batchSize) {
      const batch = units.slice(from, from + batchSize);
      await client.query(
        `insert into layer_${place} select given.unit, ST_GeomFromWKB(given.wkb) from unnest($1::integer[], $2::bytea[]) given (unit, wkb)`,
        [batch.map((_, nth) => from + nth), batch.map(wkbOf)],
      );
    }
    await client.query(`vacuum analyze layer_${place}`);
    const { rows } = await client.query<{ invalid: number }>(
      `select count(*)::int as invalid from layer_${place} where not ST_IsValid(geom)`,
    );
    invalid += rows[0]!.invalid;
  }
  return invalid;
}

/** Builds the index of every layer and sums the common ground of every pair of layers; answers the milliseconds it took and the sum. */
export async function timeOverlay(
  client: Client,
  layers: number,
  form: QueryForm,
): Promise<{ readonly milliseconds: number; readonly areaM2: number }> {
  await client.query(Array.from({ length: layers }, (_, place) => `drop index if exists layer_${place}_geom`).join(';'));
  const began = performance.now();
  let areaM2 = 0;
  for (let place = 0; place < layers; place++) {
    await client.query(`create index layer_${place}_geom on layer_${place} using gist (geom); analyze layer_${place}`);
  }
  for (const pair of layerPairs(layers)) {
    const { rows } = await client.query<{ area: number }>(`select sum(area) as area from (${queryOf(form, pair)}) pairs where area > 0`);
    areaM2 += rows[0]!.area;
  }
  return { milliseconds: performance.now() - began, areaM2 };
}

/** The pairs themselves, for comparing. */
export async function pairsOf(client: Client, layers: number, form: QueryForm): Promise<readonly PairAreas[]> {
  const found: PairAreas[] = [];
  for (const pair of layerPairs(layers)) {
    const text = `select a, b, area from (${queryOf(form, pair)}) pairs where area > 0`;
    const { rows } = await client.query<[number, number, number]>({ text, rowMode: 'array' });
    found.push({
      a: Uint32Array.from(rows, ([a]) => a),
      b: Uint32Array.from(rows, ([, b]) => b),
      areas: Float64Array.from(rows, ([, , area]) => area),
    });
  }
  return found;
}

function queryOf(form: QueryForm, [a, b]: readonly [number, number]): string {
  return queryForms[form].replace('from A a', `from layer_${a} a`).replace('join B b', `join layer_${b} b`);
}
