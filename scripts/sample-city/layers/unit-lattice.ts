import type { Box } from '../plane/measure.js';
import { onGrain, type Place, type Ring } from '../plane/plane.js';
import { seededRandom } from '../seeded-random.js';

/** One square of the lattice; rows count southwards, columns eastwards. */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly middle: Place;
  readonly ring: Ring;
}

const step = 100;
const shake = 11;
// 7 degrees: streets do not run with the compass.
const [cosine, sine] = [0.992546, 0.121869];

const turned = ([x, y]: Place): Place => [x * cosine - y * sine, x * sine + y * cosine];
const turnedBack = ([x, y]: Place): Place => [x * cosine + y * sine, -x * sine + y * cosine];

/** A lattice of squares of about 10,000 m² whose corners are shaken a little; neighbours share their corners. */
export class UnitLattice {
  readonly #corners = new Map<string, Place>();

  /** All cells that may touch a box. */
  *cellsIn([west, south, east, north]: Box): Generator<LatticeCell> {
    const corners = (
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ] as const
    ).map(turnedBack);
    const columns = range(corners.map(([x]) => x / step));
    const rows = range(corners.map(([, y]) => -y / step));
    for (let row = rows[0]; row <= rows[1]; row++)
      for (let column = columns[0]; column <= columns[1]; column++) yield this.#cell(row, column);
  }

  #cell(row: number, column: number): LatticeCell {
    const ring = (
      [
        [column, row + 1],
        [column + 1, row + 1],
        [column + 1, row],
        [column, row],
      ] as const
    ).map(([i, j]) => this.#corner(i, j));
    const sum = ring.reduce(([x, y], corner): Place => [x + corner[0], y + corner[1]], [0, 0] as Place);
    return { row, column, middle: [sum[0] / 4, sum[1] / 4], ring };
  }

  #corner(column: number, row: number): Place {
    const key = `${column}/${row}`;
    const known = this.#corners.get(key);
    if (known) return known;
    const random = seededRandom(`lattice/${key}`);
    const corner = onGrain(turned([column * step + random.between(-shake, shake), -row * step + random.between(-shake, shake)]));
    this.#corners.set(key, corner);
    return corner;
  }
}

const range = (numbers: readonly number[]): readonly [number, number] => [
  Math.floor(Math.min(...numbers)) - 1,
  Math.ceil(Math.max(...numbers)) + 1,
];
