// The published approximation of GCJ-02 ("Mars coordinates"), on the Krasovsky ellipsoid. Tests alone may use it: the platform takes no such layer.
const semiMajorAxisM = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;

/** Where a point of WGS 84, in degrees within China, is drawn by a map in GCJ-02: some 300 to 700 m away. */
export function toGcj02([longitude, latitude]: readonly [number, number]): [longitude: number, latitude: number] {
  const [x, y] = [longitude - 105, latitude - 35];
  const radians = (latitude / 180) * Math.PI;
  const magic = 1 - eccentricitySquared * Math.sin(radians) ** 2;
  const north = ((latitudeWave(x, y) * 180) / Math.PI) * (magic ** 1.5 / (semiMajorAxisM * (1 - eccentricitySquared)));
  const east = ((longitudeWave(x, y) * 180) / Math.PI) * (Math.sqrt(magic) / (semiMajorAxisM * Math.cos(radians)));
  return [longitude + east, latitude + north];
}

function latitudeWave(x: number, y: number): number {
  const flat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return flat + shared(x) + (2 / 3) * (20 * wave(y, 1) + 40 * wave(y, 3) + 160 * wave(y, 12) + 320 * wave(y, 30));
}

function longitudeWave(x: number, y: number): number {
  const flat = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return flat + shared(x) + (2 / 3) * (20 * wave(x, 1) + 40 * wave(x, 3) + 150 * wave(x, 12) + 300 * wave(x, 30));
}

function shared(x: number): number {
  return (2 / 3) * (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI));
}

function wave(value: number, slowness: number): number {
  return Math.sin((value / slowness) * Math.PI);
}
