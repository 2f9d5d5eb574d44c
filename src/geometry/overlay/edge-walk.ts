import type { Crossings } from './crossings.js';
import { type HolderSet, HolderSets, nobody } from './holder-sets.js';
import { Holders } from './holders.js';
import { locateHolders } from './locate-holders.js';
import type { OverlayLayer } from './overlay-layer.js';
import type { PairSums } from './pair-sums.js';
import { isOutside } from './segments.js';
import { ofFirst, ofSecond, type Shift } from './shifted-side.js';
import type { SortedBuckets } from './sorted-buckets.js';

/** One of the two walks: along the segments of one layer, through the units of the other. */
export interface Walk {
  readonly walked: OverlayLayer;
  readonly through: OverlayLayer;
  /** Whether the walked layer is the first of the two. */
  readonly isFirst: boolean;
  readonly crossings: Crossings;
  /** The crossings of each walked segment, in its own direction. */
  readonly order: SortedBuckets;
  readonly sums: PairSums;
}

/** Sums up, for every pair of units, the outline of the one within the other. */
export function walkEdges(walk: Walk): void {
  new EdgeWalk(walk).run();
}

const unknown = -1;

/**
 * The set of units that hold the point is carried from vertex to vertex and changed at each crossing, so a point is located
 * but once for each connected piece of the layer.
 */
class EdgeWalk {
  readonly #walked: OverlayLayer;
  readonly #through: OverlayLayer;
  readonly #isFirst: boolean;
  readonly #crossings: Crossings;
  /** The crossed segments. */
  readonly #crossed: Uint32Array;
  readonly #order: SortedBuckets;
  readonly #sums: PairSums;
  readonly #sets: HolderSets;
  /** How the walked layer is moved, seen from the other. */
  readonly #shift: Shift;
  readonly #holders = new Holders();
  /** Holders of each vertex reached. */
  readonly #setAt: Int32Array;
  readonly #isWalked: Uint8Array;
  /** Vertices reached whose segments have still to be walked. */
  readonly #open: Uint32Array;
  #openCount = 0;

  constructor({ walked, through, isFirst, crossings, order, sums }: Walk) {
    this.#walked = walked;
    this.#through = through;
    this.#isFirst = isFirst;
    this.#crossings = crossings;
    this.#crossed = isFirst ? crossings.second : crossings.first;
    this.#order = order;
    this.#sums = sums;
    this.#sets = new HolderSets(through.units.length);
    this.#shift = isFirst ? ofFirst : ofSecond;
    this.#setAt = new Int32Array(walked.vertices.xs.length).fill(unknown);
    this.#isWalked = new Uint8Array(walked.segments.count);
    this.#open = new Uint32Array(walked.vertices.xs.length);
  }

  run(): void {
    const { count, ends, from } = this.#walked.segments;
    for (let segment = 0; segment < count; segment++) {
      if (this.#isWalked[segment] === 1 || isOutside(ends, segment, this.#through.box)) continue;
      this.#reach(from[segment]!, this.#locate(from[segment]!));
      while (this.#openCount > 0) this.#walkFrom(this.#open[--this.#openCount]!);
    }
  }

  #locate(vertex: number): HolderSet {
    const { xs, ys } = this.#walked.vertices;
    locateHolders(this.#through, xs[vertex]!, ys[vertex]!, this.#shift, this.#holders);
    return this.#sets.numberOf(this.#holders);
  }

  #reach(vertex: number, set: HolderSet): void {
    this.#setAt[vertex] = set;
    this.#open[this.#openCount++] = vertex;
  }

  #walkFrom(vertex: number): void {
    const { incidence, segments } = this.#walked;
    for (let at = incidence.starts[vertex]!; at < incidence.starts[vertex + 1]!; at++) {
      const segment = incidence.segments[at]!;
      if (this.#isWalked[segment] === 1) continue;
      this.#isWalked[segment] = 1;
      if (isOutside(segments.ends, segment, this.#through.box)) continue;
      const isForward = segments.from[segment] === vertex;
      const set = this.#walkSegment(segment, isForward, this.#setAt[vertex]!);
      const end = isForward ? segments.to[segment]! : segments.from[segment]!;
      if (this.#setAt[end] === unknown) this.#reach(end, set);
    }
  }

  #walkSegment(segment: number, isForward: boolean, set: HolderSet): HolderSet {
    if (this.#order.starts[segment] !== this.#order.starts[segment + 1]) return this.#walkCrossed(segment, isForward, set);
    if (set !== nobody) this.#walkWhole(segment, set);
    return set;
  }

  /** A segment that crosses nothing lies in the same units from end to end. */
  #walkWhole(segment: number, set: HolderSet): void {
    const { ends } = this.#walked.segments;
    const at = segment * 4;
    const only = this.#sets.onlyUnit(set);
    if (only >= 0) {
      this.#addPiece(segment, only, 1, ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!);
      return;
    }
    this.#sets.recall(set, this.#holders, ends[at]!, ends[at + 1]!);
    this.#addPieces(segment, 1, ends[at + 2]!, ends[at + 3]!);
  }

  #walkCrossed(segment: number, isForward: boolean, set: HolderSet): HolderSet {
    const { ends } = this.#walked.segments;
    const { starts, items } = this.#order;
    const [begin, end] = isForward ? [segment * 4, segment * 4 + 2] : [segment * 4 + 2, segment * 4];
    const [first, past] = [starts[segment]!, starts[segment + 1]!];
    this.#sets.recall(set, this.#holders, ends[begin]!, ends[begin + 1]!);
    for (let i = 0; i < past - first; i++) this.#cross(segment, isForward, items[isForward ? first + i : past - 1 - i]!);
    this.#addPieces(segment, isForward ? 1 : -1, ends[end]!, ends[end + 1]!);
    return this.#sets.numberOf(this.#holders);
  }

  /** Leaves and enters the units on both sides of the crossed segment. */
  #cross(segment: number, isForward: boolean, crossing: number): void {
    const { ownerStarts, owners } = this.#through.segments;
    const crossed = this.#crossed[crossing]!;
    const [x, y] = [this.#crossings.xs[crossing]!, this.#crossings.ys[crossing]!];
    const isToRight = this.#crossings.turns[crossing]! > 0 === (this.#isFirst === isForward);
    for (let at = ownerStarts[crossed]!; at < ownerStarts[crossed + 1]!; at++) {
      const unit = owners[at]! >>> 1;
      const held = this.#holders.find(unit);
      if (held >= 0) this.#addHeld(segment, held, isForward ? 1 : -1, x, y);
      this.#holders.change(unit, ((owners[at]! & 1) === 1) === isToRight ? 1 : -1, x, y);
    }
  }

  #addPieces(segment: number, direction: 1 | -1, x: number, y: number): void {
    for (let held = 0; held < this.#holders.size; held++) this.#addHeld(segment, held, direction, x, y);
  }

  /** The piece of the segment from where the point entered a unit to where it is. */
  #addHeld(segment: number, held: number, direction: 1 | -1, x: number, y: number): void {
    const { units, counts, sinceX, sinceY } = this.#holders;
    this.#addPiece(segment, units[held]!, counts[held]! * direction, sinceX[held]!, sinceY[held]!, x, y);
  }

  #addPiece(segment: number, holder: number, times: number, px: number, py: number, qx: number, qy: number): void {
    const { ownerStarts, owners } = this.#walked.segments;
    for (let at = ownerStarts[segment]!; at < ownerStarts[segment + 1]!; at++) {
      const unit = owners[at]! >>> 1;
      const signed = (owners[at]! & 1) === 1 ? -times : times;
      if (this.#isFirst) this.#sums.add(unit, holder, signed, px, py, qx, qy);
      else this.#sums.add(holder, unit, signed, px, py, qx, qy);
    }
  }
}
