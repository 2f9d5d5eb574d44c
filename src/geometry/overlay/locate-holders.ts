import { ringAt, type RingSpan } from '../rings.js';
import { turn } from '../turn.js';
import type { Holders } from './holders.js';
import type { OverlayLayer } from './overlay-layer.js';
import { isGroundOnLeft } from './segments.js';
import { isAboveAfterShift, type Shift, sideAfterShift } from './shifted-side.js';

/** Sets `holders` to the units of a layer around a point of the other layer, after the symbolic shift of the point. */
export function locateHolders(layer: OverlayLayer, x: number, y: number, shift: Shift, holders: Holders): void {
  holders.size = 0;
  for (const unit of layer.index.near(x, y, x, y)) {
    const times = timesAround(layer, unit, { x, y, shift });
    if (times !== 0) holders.enter(unit, times, x, y);
  }
}

interface ShiftedPoint {
  readonly x: number;
  readonly y: number;
  readonly shift: Shift;
}

/** How often a unit's rings go round a point: 1 within, 0 outside, other numbers where rings cross themselves. */
function timesAround(layer: OverlayLayer, unit: number, point: ShiftedPoint): number {
  const rings = layer.units[unit]!;
  let times = 0;
  for (let part = 0; part + 1 < rings.partStarts.length; part++) {
    const shell = rings.partStarts[part]!;
    for (let ring = shell; ring < rings.partStarts[part + 1]!; ring++) {
      const span = ringAt(rings, ring);
      const turns = turnsAround(span, point);
      if (turns !== 0) times += isGroundOnLeft(span, ring === shell) ? turns : -turns;
    }
  }
  return times;
}

/** How often a ring goes round a point counter-clockwise: by the edges that pass it on the east. */
function turnsAround({ coordinates, from, to }: RingSpan, { x, y, shift }: ShiftedPoint): number {
  let turns = 0;
  let ax = coordinates[from * 2]!;
  let ay = coordinates[from * 2 + 1]!;
  let isAbove = isAboveAfterShift(ay, y, shift);
  for (let i = (from + 1) * 2; i < to * 2; i += 2) {
    const bx = coordinates[i]!;
    const by = coordinates[i + 1]!;
    const rises = isAboveAfterShift(by, y, shift);
    if (rises !== isAbove) {
      // Seen along the rising way, an edge that passes on the east has the point on its left. It is not level.
      const area = rises ? turn(ax, ay, bx, by, x, y) : turn(bx, by, ax, ay, x, y);
      if (sideAfterShift(area, 1, shift) > 0) turns += rises ? 1 : -1;
    }
    isAbove = rises;
    ax = bx;
    ay = by;
  }
  return turns;
}
