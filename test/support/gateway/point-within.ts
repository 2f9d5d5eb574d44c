/** A boundary as the schema gives it. */
export interface Boundary {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

/** A point inside the first polygon: the middle between its first two crossings with the latitude of its middle height. */
export function pointWithin({ coordinates }: Boundary): readonly [longitude: number, latitude: number] {
  const rings = coordinates[0]!;
  const heights = rings[0]!.map(([, y]) => y);
  const y = (Math.min(...heights) + Math.max(...heights)) / 2 + 1e-9;
  const crossings = rings.flatMap((ring) => crossingsOf(ring, y)).sort((a, b) => a - b);
  return [(crossings[0]! + crossings[1]!) / 2, y];
}

function crossingsOf(ring: readonly (readonly [number, number])[], y: number): readonly number[] {
  return ring.slice(1).flatMap(([x, high], place) => {
    const [fromX, low] = ring[place]!;
    return low > y === high > y ? [] : [fromX + ((y - low) / (high - low)) * (x - fromX)];
  });
}
