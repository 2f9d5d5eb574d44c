import Flatbush from 'flatbush';

import { boxOfSpan } from './box.js';
import { ringHoldsPoint } from './point-in-rings.js';
import { pointOnLine, ringAt, ringCount, type Rings } from './rings.js';

/** A ring that does not lie where its kind belongs. */
export interface Misplaced {
  readonly ring: number;
  readonly kind: 'HOLE_OUTSIDE' | 'PARTS_OVERLAP';
}

/**
 * Finds holes outside their shell and parts upon parts, among rings that meet in single points at most.
 * A hole lies within one shell more than within holes, its own shell among them; a shell within as many of both.
 */
export function findMisplaced(rings: Rings): readonly Misplaced[] {
  const count = ringCount(rings);
  if (count < 2) return [];
  const shellOf = shells(rings);
  const boxes = new Flatbush(count);
  for (let ring = 0; ring < count; ring++) {
    const box = boxOfSpan(ringAt(rings, ring));
    boxes.add(box.minX, box.minY, box.maxX, box.maxY);
  }
  boxes.finish();
  const misplaced: Misplaced[] = [];
  for (let ring = 0; ring < count; ring++) {
    const kind = placeOf(rings, shellOf, boxes, ring);
    if (kind) misplaced.push({ ring, kind });
  }
  return misplaced;
}

function placeOf(rings: Rings, shellOf: Uint32Array, boxes: Flatbush, ring: number): Misplaced['kind'] | null {
  // Not a vertex, because that may lie on another ring.
  const [x, y] = pointOnLine(rings.coordinates, rings.ringStarts[ring]!);
  const around = boxes.search(x, y, x, y).filter((other) => other !== ring && ringHoldsPoint(ringAt(rings, other), x, y));
  const shellsAround = around.filter((other) => shellOf[other] === other).length;
  const holesAround = around.length - shellsAround;
  const own = shellOf[ring]!;
  if (own === ring) return shellsAround === holesAround ? null : 'PARTS_OVERLAP';
  return shellsAround === holesAround + 1 && around.includes(own) ? null : 'HOLE_OUTSIDE';
}

function shells(rings: Rings): Uint32Array {
  const shellOf = new Uint32Array(ringCount(rings));
  for (let part = 0; part + 1 < rings.partStarts.length; part++) {
    shellOf.fill(rings.partStarts[part]!, rings.partStarts[part], rings.partStarts[part + 1]);
  }
  return shellOf;
}
