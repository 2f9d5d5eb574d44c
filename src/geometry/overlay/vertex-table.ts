const { imul } = Math;

/** Every vertex of a layer once. Lists run in parallel. */
export interface Vertices {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** Numbers vertices by their place in the order in which they first come, by open addressing on their bits. */
export class VertexTable {
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  /** Vertex + 1; 0 where nothing is. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #place = new Float64Array(2);
  readonly #bits = new Int32Array(this.#place.buffer);
  #size = 0;

  /** Makes room for as many vertices as may come. */
  constructor(capacity: number) {
    this.#xs = new Float64Array(capacity);
    this.#ys = new Float64Array(capacity);
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 1.5)));
    this.#slots = new Int32Array(slots);
    this.#mask = slots - 1;
  }

  get size(): number {
    return this.#size;
  }

  x(vertex: number): number {
    return this.#xs[vertex]!;
  }

  y(vertex: number): number {
    return this.#ys[vertex]!;
  }

  /**
   * The number of the vertex at this place; a new one where none was. `previous` is the vertex before it in its ring: the
   * neighbour across a border comes along it the other way round, so the next number is mostly the one before or after.
   */
  numberOf(x: number, y: number, previous: number): number {
    if (this.#isAt(previous - 1, x, y)) return previous - 1;
    if (this.#isAt(previous + 1, x, y)) return previous + 1;
    // A negative zero is the same place as zero, with other bits.
    let slot = this.#hash(x + 0, y + 0) & this.#mask;
    for (let held = this.#slots[slot]!; held !== 0; held = this.#slots[slot]!) {
      if (this.#isAt(held - 1, x, y)) return held - 1;
      slot = (slot + 1) & this.#mask;
    }
    return this.#enter(slot, x + 0, y + 0);
  }

  /** All vertices so far, copied to their size. */
  toVertices(): Vertices {
    return { xs: this.#xs.slice(0, this.#size), ys: this.#ys.slice(0, this.#size) };
  }

  #isAt(vertex: number, x: number, y: number): boolean {
    return vertex >= 0 && vertex < this.#size && this.#xs[vertex] === x && this.#ys[vertex] === y;
  }

  #enter(slot: number, x: number, y: number): number {
    const vertex = this.#size++;
    this.#xs[vertex] = x;
    this.#ys[vertex] = y;
    this.#slots[slot] = vertex + 1;
    return vertex;
  }

  #hash(x: number, y: number): number {
    this.#place[0] = x;
    this.#place[1] = y;
    let hash = 0;
    for (let word = 0; word < 4; word++) {
      hash = imul(hash ^ this.#bits[word]!, 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    return hash;
  }
}
