import { type Box } from './box.js';
import { eccentricitySquared, semiMajorAxisM } from './ellipsoid.js';
import { mapVertices, type Rings } from './rings.js';

const eccentricity = Math.sqrt(eccentricitySquared);
const radians = Math.PI / 180;
const poleQ = authalicQ(1);

/**
 * A cylindrical equal-area plane on the ellipsoid: areas on it are true areas, so shares of units add up exactly.
 * Source: J. P. Snyder, Map Projections – A Working Manual, USGS PP 1395, p. 81–83.
 */
export interface EqualAreaPlane {
  /** Degrees; x is 0 here. No ring may cross the meridian opposite to it. */
  readonly centralMeridian: number;
  /** Degrees, both hemispheres; lengths are true here. Take the city's own latitude. */
  readonly standardParallel: number;
}

/** The plane centred on a longitude/latitude box. */
export function planeAround(box: Box): EqualAreaPlane {
  return { centralMeridian: (box.minX + box.maxX) / 2, standardParallel: (box.minY + box.maxY) / 2 };
}

/** Longitude/latitude in degrees to metres east and north; closed form. */
export function toPlane(plane: EqualAreaPlane, longitude: number, latitude: number): readonly [x: number, y: number] {
  const scale = parallelScale(plane);
  return [
    semiMajorAxisM * scale * radians * (longitude - plane.centralMeridian),
    (semiMajorAxisM / (2 * scale)) * authalicQ(Math.sin(latitude * radians)),
  ];
}

/** Metres east and north back to longitude/latitude in degrees, to better than 1e-12 degrees away from the poles. */
export function fromPlane(plane: EqualAreaPlane, x: number, y: number): readonly [longitude: number, latitude: number] {
  const scale = parallelScale(plane);
  const longitude = plane.centralMeridian + x / (semiMajorAxisM * scale * radians);
  return [longitude, latitudeOf((2 * y * scale) / semiMajorAxisM) / radians];
}

/** Projects every vertex once. */
export function projectRings(plane: EqualAreaPlane, rings4326: Rings): Rings {
  const scale = parallelScale(plane);
  const eastPerDegree = semiMajorAxisM * scale * radians;
  const northPerQ = semiMajorAxisM / (2 * scale);
  return mapVertices(rings4326, (longitude, latitude, out) => {
    out[0] = eastPerDegree * (longitude - plane.centralMeridian);
    out[1] = northPerQ * authalicQ(Math.sin(latitude * radians));
  });
}

/** Brings every vertex back to EPSG:4326. */
export function unprojectRings(plane: EqualAreaPlane, planar: Rings): Rings {
  return mapVertices(planar, (x, y, out) => {
    [out[0], out[1]] = fromPlane(plane, x, y);
  });
}

function parallelScale(plane: EqualAreaPlane): number {
  const sine = Math.sin(plane.standardParallel * radians);
  return Math.cos(plane.standardParallel * radians) / Math.sqrt(1 - eccentricitySquared * sine * sine);
}

/** Twice the area between the equator and a parallel, per radian of longitude, in squared semi-major axes. */
function authalicQ(sineOfLatitude: number): number {
  const es = eccentricity * sineOfLatitude;
  return (1 - eccentricitySquared) * (sineOfLatitude / (1 - es * es) + Math.atanh(es) / eccentricity);
}

function latitudeOf(q: number): number {
  const sineOfAuthalic = q / poleQ;
  if (Math.abs(sineOfAuthalic) >= 1) return Math.sign(sineOfAuthalic) * (Math.PI / 2);
  let sine = sineOfAuthalic;
  // Newton on the sine of the latitude: dq/d(sine) is 2(1 − e²)/(1 − e² sine²)²; three rounds reach the last bit.
  for (let round = 0; round < 4; round++) {
    const rest = 1 - eccentricitySquared * sine * sine;
    sine -= ((authalicQ(sine) - q) * rest * rest) / (2 * (1 - eccentricitySquared));
  }
  return Math.asin(Math.max(-1, Math.min(1, sine)));
}
