import { turnArea } from '../turn.js';
import type { Holders } from './holders.js';
import type { OverlayLayer } from './overlay-layer.js';
import { columnAt, rowAt } from './segment-grid.js';
import { isAboveAfterShift, type Shift, sideAfterShift } from './shifted-side.js';

/** Finds which units of a layer hold a point of the other layer, after the symbolic shift of the point. */
export class HolderSearch {
  readonly #layer: OverlayLayer;
  readonly #shift: Shift;
  /** The last search that met each segment: a segment may pass several cells of a row. */
  readonly #met: Uint32Array;
  #searches = 0;

  constructor(layer: OverlayLayer, shift: Shift) {
    this.#layer = layer;
    this.#shift = shift;
    this.#met = new Uint32Array(layer.segments.count);
  }

  /** Sets `holders` to the units around the point, by all segments that pass it on the west. */
  locate(x: number, y: number, holders: Holders): void {
    holders.size = 0;
    const { box, grid } = this.#layer;
    if (x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) return;
    this.#searches++;
    const firstCell = rowAt(grid.frame, y) * grid.frame.columns;
    const lastCell = firstCell + columnAt(grid.frame, x);
    for (let at = grid.starts[firstCell]!; at < grid.starts[lastCell + 1]!; at++) {
      const segment = grid.segments[at]!;
      if (this.#met[segment] === this.#searches) continue;
      this.#met[segment] = this.#searches;
      this.#pass(segment, x, y, holders);
    }
  }

  #pass(segment: number, x: number, y: number, holders: Holders): void {
    const { ends, ownerStarts, owners } = this.#layer.segments;
    const at = segment * 4;
    const [x0, y0, x1, y1] = [ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!];
    const isFirstAbove = isAboveAfterShift(y0, y, this.#shift);
    if (isFirstAbove === isAboveAfterShift(y1, y, this.#shift)) return;
    const side = sideAfterShift(turnArea(x0, y0, x1, y1, x, y), y1 - y0, this.#shift);
    // Coming from the west, the point has passed a rising segment when it is on its right, a falling one on its left.
    if (isFirstAbove !== side > 0) return;
    for (let owner = ownerStarts[segment]!; owner < ownerStarts[segment + 1]!; owner++) {
      const isOnRight = (owners[owner]! & 1) === 1;
      holders.change(owners[owner]! >>> 1, isOnRight === side < 0 ? 1 : -1, x, y);
    }
  }
}
