import type { Box } from '../box.js';

const { floor, min, max } = Math;

/** Where the cells of a uniform grid lie. Cells are numbered row by row from the south-west. */
export interface GridFrame extends Box {
  readonly columns: number;
  readonly rows: number;
  /** Cells a metre. */
  readonly perX: number;
  readonly perY: number;
  /** Metres by which a segment is taken as thicker than it is, so that rounding misses no cell. */
  readonly pad: number;
}

/** A frame of about so many cells, nearly square ones. */
export function frameOver(box: Box, cells: number): GridFrame {
  // A box without width or height is taken as one unit wide: it has one column or row.
  const [width, height] = [box.maxX - box.minX || 1, box.maxY - box.minY || 1];
  const columns = Math.ceil(min(cells, Math.sqrt((cells * width) / height)));
  const rows = Math.ceil(cells / columns);
  const furthest = max(Math.abs(box.minX), Math.abs(box.maxX), Math.abs(box.minY), Math.abs(box.maxY));
  const pad = 1e-6 * min(width / columns, height / rows) + 1e-14 * furthest;
  return { ...box, columns, rows, perX: columns / width, perY: rows / height, pad };
}

/** The box of one cell, thick by the pad. */
export function boxOfCell(frame: GridFrame, cell: number): Box {
  const row = floor(cell / frame.columns);
  const column = cell - row * frame.columns;
  return {
    minX: frame.minX + column / frame.perX - frame.pad,
    minY: frame.minY + row / frame.perY - frame.pad,
    maxX: frame.minX + (column + 1) / frame.perX + frame.pad,
    maxY: frame.minY + (row + 1) / frame.perY + frame.pad,
  };
}

/** The longest list of cells that {@link traceSegment} writes. */
export function traceCapacity({ columns, rows }: GridFrame): number {
  return columns + 4 * rows + 4;
}

/**
 * Writes the cells that a segment passes into `cells` and answers how many. What lies outside the frame counts to its
 * border cells, so that two segments that meet in the frame have a cell in common whatever becomes of their other ends.
 */
export function traceSegment(frame: GridFrame, ends: Float64Array, segment: number, cells: Uint32Array): number {
  const y0 = ends[segment * 4 + 1]!;
  const y1 = ends[segment * 4 + 3]!;
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
  const lastRow = rowAt(frame, max(y0, y1));
  let count = 0;
  for (let row = rowAt(frame, min(y0, y1)); row <= lastRow; row++) {
    const south = frame.minY + row / frame.perY - frame.pad;
    const north = frame.minY + (row + 1) / frame.perY + frame.pad;
    const atSouth = x0 + (south - y0) * slope;
    const atNorth = x0 + (north - y0) * slope;
    const west = max(firstColumn, columnAt(frame, min(atSouth, atNorth) - frame.pad));
    const east = min(lastColumn, columnAt(frame, max(atSouth, atNorth) + frame.pad));
    for (let column = west; column <= east; column++) cells[count++] = row * frame.columns + column;
  }
  return count;
}

/** The nearest column for a place outside. */
function columnAt(frame: GridFrame, x: number): number {
  const column = floor((x - frame.minX) * frame.perX);
  return column < 0 ? 0 : column >= frame.columns ? frame.columns - 1 : column;
}

function rowAt(frame: GridFrame, y: number): number {
  const row = floor((y - frame.minY) * frame.perY);
  return row < 0 ? 0 : row >= frame.rows ? frame.rows - 1 : row;
}
