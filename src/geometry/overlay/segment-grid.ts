import type { Box } from '../box.js';
import type { Segments } from './segments.js';

/**
 * A uniform grid over a layer that tells which segments pass each cell: those of cell `c` are
 * `segments[starts[c]] … segments[starts[c + 1] - 1]`. Cells are numbered row by row from the south-west.
 */
export interface SegmentGrid {
  readonly frame: GridFrame;
  readonly starts: Uint32Array;
  readonly segments: Uint32Array;
}

/** Where the cells of a grid lie. */
export interface GridFrame {
  readonly minX: number;
  readonly minY: number;
  readonly columns: number;
  readonly rows: number;
  /** Cells a metre. */
  readonly perX: number;
  readonly perY: number;
  /** Metres by which a segment is taken as thicker than it is, so that rounding misses no cell. */
  readonly pad: number;
}

/** Few segments a cell cost memory, many cost comparisons; measured on shorelines and on evenly rough cells. */
const cellsPerSegment = 1.5;

/** Sorts the segments of a layer into cells. */
export function segmentGrid(segments: Segments, box: Box): SegmentGrid {
  const frame = frameOver(box, segments.count * cellsPerSegment);
  const trace = new Uint32Array(traceCapacity(frame));
  const starts = new Uint32Array(frame.columns * frame.rows + 1);
  for (let segment = 0; segment < segments.count; segment++) {
    const passed = traceSegment(frame, segments.ends, segment, trace);
    for (let i = 0; i < passed; i++) starts[trace[i]! + 1]!++;
  }
  for (let cell = 0; cell + 1 < starts.length; cell++) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const sorted = new Uint32Array(starts[starts.length - 1]!);
  for (let segment = 0; segment < segments.count; segment++) {
    const passed = traceSegment(frame, segments.ends, segment, trace);
    for (let i = 0; i < passed; i++) sorted[next[trace[i]!]!++] = segment;
  }
  return { frame, starts, segments: sorted };
}

function frameOver(box: Box, cells: number): GridFrame {
  if (cells === 0) return { minX: 0, minY: 0, columns: 1, rows: 1, perX: 1, perY: 1, pad: 0 };
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  const columns = Math.ceil(Math.min(cells, Math.sqrt((cells * width) / height)));
  const rows = Math.ceil(cells / columns);
  const furthest = Math.max(Math.abs(box.minX), Math.abs(box.maxX), Math.abs(box.minY), Math.abs(box.maxY));
  const pad = 1e-6 * Math.min(width / columns, height / rows) + 1e-14 * furthest;
  return { minX: box.minX, minY: box.minY, columns, rows, perX: columns / width, perY: rows / height, pad };
}

/** The longest list of cells that {@link traceSegment} writes. */
export function traceCapacity({ columns, rows }: GridFrame): number {
  return columns + 4 * rows + 4;
}

/** Column of a place, the nearest one for a place outside. */
export function columnAt(frame: GridFrame, x: number): number {
  const column = Math.floor((x - frame.minX) * frame.perX);
  return column < 0 ? 0 : column >= frame.columns ? frame.columns - 1 : column;
}

/** Row of a place, the nearest one for a place outside. */
export function rowAt(frame: GridFrame, y: number): number {
  const row = Math.floor((y - frame.minY) * frame.perY);
  return row < 0 ? 0 : row >= frame.rows ? frame.rows - 1 : row;
}

/** Writes the cells that a segment passes into `cells` and answers how many; what lies outside goes to the border cells. */
export function traceSegment(frame: GridFrame, ends: Float64Array, segment: number, cells: Uint32Array): number {
  const [y0, y1] = [ends[segment * 4 + 1]!, ends[segment * 4 + 3]!];
  const firstRow = rowAt(frame, y0 < y1 ? y0 : y1);
  const lastRow = rowAt(frame, y0 < y1 ? y1 : y0);
  const firstColumn = columnAt(frame, ends[segment * 4]!);
  const lastColumn = columnAt(frame, ends[segment * 4 + 2]!);
  if (firstRow !== lastRow && firstColumn !== lastColumn) return traceSlope(frame, ends, segment, cells);
  let count = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) cells[count++] = row * frame.columns + column;
  }
  return count;
}

/** As {@link traceSegment}, for a segment over several rows and columns: row by row, only the columns that it passes there. */
function traceSlope(frame: GridFrame, ends: Float64Array, segment: number, cells: Uint32Array): number {
  const [x0, y0, x1, y1] = [ends[segment * 4]!, ends[segment * 4 + 1]!, ends[segment * 4 + 2]!, ends[segment * 4 + 3]!];
  const slope = (x1 - x0) / (y1 - y0);
  const [firstColumn, lastColumn] = [columnAt(frame, x0), columnAt(frame, x1)];
  const lastRow = rowAt(frame, Math.max(y0, y1));
  let count = 0;
  for (let row = rowAt(frame, Math.min(y0, y1)); row <= lastRow; row++) {
    const south = frame.minY + row / frame.perY - frame.pad;
    const north = frame.minY + (row + 1) / frame.perY + frame.pad;
    const atSouth = x0 + (south - y0) * slope;
    const atNorth = x0 + (north - y0) * slope;
    const west = Math.max(firstColumn, columnAt(frame, Math.min(atSouth, atNorth) - frame.pad));
    const east = Math.min(lastColumn, columnAt(frame, Math.max(atSouth, atNorth) + frame.pad));
    for (let column = west; column <= east; column++) cells[count++] = row * frame.columns + column;
  }
  return count;
}
