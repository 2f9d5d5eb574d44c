/**
 * The units of one layer that hold a moving point, and since where. A unit is held once where its rings are valid; where
 * they run round a spot twice, or backwards, the count says so, and areas stay those of the rings as they run.
 * Lists run in parallel; the first `size` entries count.
 */
export class Holders {
  size = 0;
  units = new Int32Array(16);
  counts = new Int32Array(16);
  /** Where the point entered the unit. */
  sinceX = new Float64Array(16);
  sinceY = new Float64Array(16);

  /** Position of a unit, or -1. */
  find(unit: number): number {
    for (let at = 0; at < this.size; at++) if (this.units[at] === unit) return at;
    return -1;
  }

  /** Adds to a unit's count; a unit that comes in does so at `x`, `y`, and one whose count comes to 0 goes. */
  change(unit: number, by: number, x: number, y: number): void {
    const at = this.find(unit);
    if (at < 0) {
      this.enter(unit, by, x, y);
      return;
    }
    this.counts[at]! += by;
    this.sinceX[at] = x;
    this.sinceY[at] = y;
    if (this.counts[at] === 0) this.#leave(at);
  }

  /** Lets a unit in that is not held yet. */
  enter(unit: number, count: number, x: number, y: number): void {
    if (this.size === this.units.length) this.#grow();
    const at = this.size++;
    this.units[at] = unit;
    this.counts[at] = count;
    this.sinceX[at] = x;
    this.sinceY[at] = y;
  }

  #leave(at: number): void {
    const last = --this.size;
    this.units[at] = this.units[last]!;
    this.counts[at] = this.counts[last]!;
    this.sinceX[at] = this.sinceX[last]!;
    this.sinceY[at] = this.sinceY[last]!;
  }

  #grow(): void {
    const [units, counts, sinceX, sinceY] = [this.units, this.counts, this.sinceX, this.sinceY];
    this.units = new Int32Array(units.length * 2);
    this.counts = new Int32Array(units.length * 2);
    this.sinceX = new Float64Array(units.length * 2);
    this.sinceY = new Float64Array(units.length * 2);
    this.units.set(units);
    this.counts.set(counts);
    this.sinceX.set(sinceX);
    this.sinceY.set(sinceY);
  }
}
