import type { Box } from '../box.js';
import { boxOfCell, frameOver, type GridFrame, traceCapacity, traceSegment } from './grid-frame.js';
import { boxOfSegments, type Segments } from './segments.js';
import { endsOfCounts } from './sorted-buckets.js';

/**
 * A uniform grid that tells which segments pass each cell, those of cell `c` from `starts[c]` up to `starts[c + 1]`.
 * A crowded cell has a grid of its own, or one unit far off would throw a whole city into one cell: 10,000 units took
 * 16 s so, and half a second now.
 */
export interface SegmentGrid {
  readonly frame: GridFrame;
  readonly starts: Uint32Array;
  readonly segments: Uint32Array;
  /** The grids of crowded cells. */
  readonly inner: ReadonlyMap<number, SegmentGrid>;
  /** Room for the cells that one segment passes. */
  readonly trace: Uint32Array;
}

/** On shores 4 took 14 % less time than 1.5, and 8 nothing more; on evenly rough cells all are alike. */
const cellsPerSegment = 4;
/** Cells with more segments than this get a grid of their own. Earlier, at 16 to 64, inner grids cost more than they save. */
export const crowd = 128;
/** Grids within grids, the outermost included. */
const deepest = 4;
/** An inner grid whose segments pass more cells than this on average tells them apart badly and is not kept. */
const mostCellsPassed = 4;

/** Sorts the segments of a layer into cells. */
export function segmentGrid({ count, ends }: Segments): SegmentGrid {
  const members = new Uint32Array(count);
  for (let segment = 0; segment < count; segment++) members[segment] = segment;
  const frame =
    count === 0 ? frameOver({ minX: 0, minY: 0, maxX: 0, maxY: 0 }, 1) : frameOver(boxOfSegments(ends, members), count * cellsPerSegment);
  const counts = countPassing(frame, members, ends);
  endsOfCounts(counts);
  return filled(frame, counts, { members, ends, depth: 1 });
}

interface GridContent {
  readonly members: Uint32Array;
  readonly ends: Float64Array;
  readonly depth: number;
}

/** The grid within a crowded cell; null where it would not tell the cell's segments apart. */
function innerGrid(outer: GridFrame, cell: number, content: GridContent): SegmentGrid | null {
  const { members, ends } = content;
  const frame = frameOver(intersection(boxOfCell(outer, cell), boxOfSegments(ends, members)), members.length * cellsPerSegment);
  const counts = countPassing(frame, members, ends);
  endsOfCounts(counts);
  return counts[counts.length - 1]! > members.length * mostCellsPassed ? null : filled(frame, counts, content);
}

/** How many segments pass each cell, with room for one entry more. */
function countPassing(frame: GridFrame, members: Uint32Array, ends: Float64Array): Uint32Array {
  const trace = new Uint32Array(traceCapacity(frame));
  const counts = new Uint32Array(frame.columns * frame.rows + 1);
  for (let member = 0; member < members.length; member++) {
    const passed = traceSegment(frame, ends, members[member]!, trace);
    for (let i = 0; i < passed; i++) counts[trace[i]!]!++;
  }
  return counts;
}

/** Fills in the segments, by which the ends of cells become their starts. */
function filled(frame: GridFrame, starts: Uint32Array, content: GridContent): SegmentGrid {
  const { members, ends, depth } = content;
  const trace = new Uint32Array(traceCapacity(frame));
  const segments = new Uint32Array(starts[starts.length - 1]!);
  for (let member = members.length - 1; member >= 0; member--) {
    const passed = traceSegment(frame, ends, members[member]!, trace);
    for (let i = 0; i < passed; i++) segments[--starts[trace[i]!]!] = members[member]!;
  }
  const inner = new Map<number, SegmentGrid>();
  for (let cell = 0; depth < deepest && cell + 1 < starts.length; cell++) {
    if (starts[cell + 1]! - starts[cell]! <= crowd) continue;
    const grid = innerGrid(frame, cell, { members: segments.subarray(starts[cell], starts[cell + 1]), ends, depth: depth + 1 });
    if (grid) inner.set(cell, grid);
  }
  return { frame, starts, segments, inner, trace };
}

function intersection(one: Box, other: Box): Box {
  return {
    minX: Math.max(one.minX, other.minX),
    minY: Math.max(one.minY, other.minY),
    maxX: Math.min(one.maxX, other.maxX),
    maxY: Math.min(one.maxY, other.maxY),
  };
}
