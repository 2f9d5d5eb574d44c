import type { Segments } from './segments.js';
import { endsOfCounts } from './sorted-buckets.js';

/** Which segments end in each vertex: those of vertex `v` are `segments[starts[v]] … segments[starts[v + 1] - 1]`. */
export interface Incidence {
  readonly starts: Uint32Array;
  readonly segments: Uint32Array;
}

/** Lists the segments of each vertex, by either end. */
export function incidenceOf({ count, from, to }: Segments, vertexCount: number): Incidence {
  const starts = new Uint32Array(vertexCount + 1);
  for (let segment = 0; segment < count; segment++) {
    starts[from[segment]!]!++;
    starts[to[segment]!]!++;
  }
  endsOfCounts(starts);
  const segments = new Uint32Array(count * 2);
  for (let segment = count - 1; segment >= 0; segment--) {
    segments[--starts[to[segment]!]!] = segment;
    segments[--starts[from[segment]!]!] = segment;
  }
  return { starts, segments };
}
