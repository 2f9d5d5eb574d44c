import type { Segments } from './segments.js';

/** Which segments end in each vertex: those of vertex `v` are `segments[starts[v]] … segments[starts[v + 1] - 1]`. */
export interface Incidence {
  readonly starts: Uint32Array;
  readonly segments: Uint32Array;
}

/** Lists the segments of each vertex, by either end. */
export function incidenceOf({ count, from, to }: Segments, vertexCount: number): Incidence {
  const starts = new Uint32Array(vertexCount + 1);
  for (let segment = 0; segment < count; segment++) {
    starts[from[segment]! + 1]!++;
    starts[to[segment]! + 1]!++;
  }
  for (let vertex = 0; vertex < vertexCount; vertex++) starts[vertex + 1]! += starts[vertex]!;
  const next = starts.slice();
  const segments = new Uint32Array(count * 2);
  for (let segment = 0; segment < count; segment++) {
    segments[next[from[segment]!]!++] = segment;
    segments[next[to[segment]!]!++] = segment;
  }
  return { starts, segments };
}
