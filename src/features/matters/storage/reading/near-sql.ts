import type { Parameters } from '../../../../database/parameters.js';
import { eccentricitySquared, meridianRadiusM, normalRadiusM, semiMajorAxisM } from '../../../../geometry/ellipsoid.js';
import type { MatterConditions } from '../../matter-query.js';

/** A little more than the circle itself, so that the index loses nothing to rounding. */
const slack = 1.001;

/**
 * Whether a matter lies within some metres of a point, as SQL: the box around the circle by the index of points, then the distance itself by
 * Gauss's mid-latitude formula, which differs from the geodesic by less than a millimetre within 5 km. Sealed matters lie near nothing.
 */
export function nearSql({ longitude, latitude, metres }: NonNullable<MatterConditions['near']>, parameters: Parameters): string {
  const reach = (metres * slack) / meridianRadiusM(latitude);
  const high = (metres * slack) / (normalRadiusM(latitude) * Math.cos(latitude * radians));
  const number = (value: number): string => `${parameters.add(value)}::float8`;
  const box = `box(point(${number(longitude + high / radians)}, ${number(latitude + reach / radians)}),
       point(${number(longitude - high / radians)}, ${number(latitude - reach / radians)}))`;
  const middle = `radians((matter.latitude + ${number(latitude)}) / 2)`;
  const root = `sqrt(1 - ${eccentricitySquared} * sin(${middle}) ^ 2)`;
  const north = `${semiMajorAxisM * (1 - eccentricitySquared)} / ${root} ^ 3 * radians(matter.latitude - ${number(latitude)})`;
  const east = `${semiMajorAxisM} / ${root} * cos(${middle}) * radians(matter.longitude - ${number(longitude)})`;
  return `not matter.sealed and matter.longitude is not null and point(matter.longitude, matter.latitude) <@ ${box}
     and (${north}) ^ 2 + (${east}) ^ 2 <= ${number(metres)} ^ 2`;
}

const radians = Math.PI / 180;
