const [semiMajor, flattening] = [6_378_137, 1 / 298.257223563];
const eccentricity2 = flattening * (2 - flattening);

/**
 * Square metres of an upright rectangle in degrees, from the two radii of curvature of WGS 84 in its middle: shares nothing with the planes
 * of the platform, and is true to a millionth for rectangles of a few kilometres.
 */
export function rectangleM2(west: number, south: number, east: number, north: number): number {
  const radians = Math.PI / 180;
  const middle = ((south + north) / 2) * radians;
  const bend = 1 - eccentricity2 * Math.sin(middle) ** 2;
  const alongMeridian = (semiMajor * (1 - eccentricity2)) / bend ** 1.5;
  const alongParallel = (semiMajor / Math.sqrt(bend)) * Math.cos(middle);
  return (north - south) * radians * alongMeridian * (east - west) * radians * alongParallel;
}

/** The box around the points of a GeoJSON MultiPolygon: west, south, east, north. */
export function boxOfMultiPolygon(geometry: { readonly coordinates: readonly unknown[] }): readonly [number, number, number, number] {
  const numbers = geometry.coordinates.flat(3) as readonly number[];
  const [x, y] = [numbers.filter((_, place) => place % 2 === 0), numbers.filter((_, place) => place % 2 === 1)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}
