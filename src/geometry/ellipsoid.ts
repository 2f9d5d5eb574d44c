/** WGS84; CGCS2000 differs by a tenth of a millimetre in the minor axis and counts as the same. Metres. */
export const semiMajorAxisM = 6_378_137;
const flattening = 1 / 298.257223563;
/** Of the meridian's ellipse. */
export const eccentricitySquared = flattening * (2 - flattening);

/** The radius of curvature along the meridian at a latitude in degrees, metres. */
export function meridianRadiusM(latitude: number): number {
  return (semiMajorAxisM * (1 - eccentricitySquared)) / rootAt(latitude) ** 3;
}

/** The radius of curvature across the meridian at a latitude in degrees, metres. */
export function normalRadiusM(latitude: number): number {
  return semiMajorAxisM / rootAt(latitude);
}

function rootAt(latitude: number): number {
  return Math.sqrt(1 - eccentricitySquared * Math.sin((latitude * Math.PI) / 180) ** 2);
}
