/** What a FeatureCollection says of its coordinates, where that is not one of the systems that are taken; null where it is, or says nothing. */
export function strangeCrs(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null;
  const name = (crs as { properties?: { name?: unknown } }).properties?.name;
  if (typeof name !== 'string') return JSON.stringify(crs).slice(0, 200);
  return taken.test(name.trim()) ? null : name.slice(0, 200);
}

/** EPSG:4326 and EPSG:4490 (CGCS2000) as codes, URNs or addresses; CRS84 is the first with its axes as GeoJSON has them. */
const taken = /(^|[:/])(CRS84|EPSG(:[\d.]*)?:(4326|4490)|EPSG\/[\d.]+\/(4326|4490))$/i;
