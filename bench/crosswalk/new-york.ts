import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readConfig } from '../../src/config/read-config.js';
import { admitBoundary, openGeosOverlayEngine } from '../../src/features/crosswalk/index.js';
import { planeAround, projectRings } from '../../src/geometry/equal-area.js';
import type { Rings } from '../../src/geometry/rings.js';

const names = [
  'nypd_police_precincts',
  'dcp_community_districts',
  'fdny_fire_battalions',
  'doe_school_districts',
  'dohmh_health_center_districts',
  'census_tracts_2010',
] as const;
const plane = planeAround({ minX: -74.26, minY: 40.49, maxX: -73.7, maxY: 40.92 });

const folder = (): string => join(readConfig().realCityData, 'newyork');
const fileOf = (name: string): string => join(folder(), `${name}.geojson`);

/** Why New York's layers cannot be read; null where they are there. */
export function newYorkFault(): string | null {
  const missing = names.find((name) => !existsSync(fileOf(name)));
  return missing === undefined ? null : `${fileOf(missing)} is not there (REAL_CITY_DATA)`;
}

/** Six real divisions of one city, through the ring gate as at an intake, on an equal-area plane in metres. */
export async function newYork(): Promise<readonly (readonly Rings[])[]> {
  const engine = await openGeosOverlayEngine();
  try {
    return names.map((name) =>
      geometriesOf(name).map((geometry, row) => {
        const admitted = admitBoundary(geometry, { plane, where: `${name}, row ${row}` }, engine);
        if (!admitted.admitted) throw admitted.error;
        return projectRings(plane, admitted.rings);
      }),
    );
  } finally {
    engine.dispose();
  }
}

function geometriesOf(name: string): readonly unknown[] {
  const { features } = JSON.parse(readFileSync(fileOf(name), 'utf8')) as { readonly features: readonly { readonly geometry: unknown }[] };
  return features.map(({ geometry }) => geometry);
}
