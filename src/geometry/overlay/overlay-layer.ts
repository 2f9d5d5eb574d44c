import { type Box, boxAround, boxOf } from '../box.js';
import type { Rings } from '../rings.js';
import { type UnitIndex, unitIndex } from '../unit-index.js';
import { type Incidence, incidenceOf } from './incidence.js';
import { type SegmentGrid, segmentGrid } from './segment-grid.js';
import { collectSegments, type Segments } from './segments.js';
import type { Vertices } from './vertex-table.js';

/** A layer made ready for {@link overlayAreas}: what can be known of it without the other one. */
export interface OverlayLayer {
  readonly units: readonly Rings[];
  readonly boxes: readonly Box[];
  /** Around all units. */
  readonly box: Box;
  readonly vertices: Vertices;
  readonly segments: Segments;
  readonly incidence: Incidence;
  readonly index: UnitIndex;
  readonly grid: SegmentGrid;
}

/**
 * Prepares the units of one layer: planar rings that passed the ring gate, oriented either way. Units may share borders,
 * split alike or not, and may lie upon each other. Built once, it serves in any number of pairs.
 */
export function overlayLayer(units: readonly Rings[]): OverlayLayer {
  const { vertices, segments } = collectSegments(units);
  const boxes = units.map(boxOf);
  return {
    units,
    boxes,
    box: boxAround(boxes),
    vertices,
    segments,
    incidence: incidenceOf(segments, vertices.xs.length),
    index: unitIndex(units),
    grid: segmentGrid(segments),
  };
}
