import type { GridModel, Layer } from '../../grids/index.js';
import type { Coverage } from '../link.js';
import { linkBases, type LinkBasis, preferredBases } from '../link-basis.js';

/** The coverage of a unit (by position in `model.units`) by a layer, as the index keeps it. */
export interface StoredCoverage extends Coverage {
  readonly unit: number;
}

/** Coverage as columns of numbers, row `i` of each being one (unit, layer, basis), in any order. */
export interface CoverageColumns {
  readonly size: number;
  /** Position in `model.units`. */
  readonly units: Uint32Array;
  /** Position in `model.layers`. */
  readonly layers: Uint16Array;
  /** Position in `linkBases`. */
  readonly bases: Uint8Array;
  /** Four a row: linked, omitted, uncovered, doubleCover. */
  readonly shares: Float64Array;
}

/** Coverage by unit: those of unit `u` are the rows `starts[u] … starts[u + 1] - 1`, about 34 bytes each. */
export interface CoverageRows {
  readonly starts: Uint32Array;
  /** Which layer and basis a row speaks of: position in `model.layers` times the number of bases, plus position in `linkBases`. */
  readonly kinds: Uint16Array;
  /** Four a row: linked, omitted, uncovered, doubleCover. */
  readonly shares: Float64Array;
}

/** The columns of a list of coverage; rows without a basis say nothing that is not said by default. */
export function coverageColumnsOf(rows: readonly StoredCoverage[], model: GridModel): CoverageColumns {
  const told = rows.filter((row): row is StoredCoverage & { readonly basis: LinkBasis } => row.basis !== null);
  return {
    size: told.length,
    units: Uint32Array.from(told, (row) => row.unit),
    layers: Uint16Array.from(told, (row) => model.layers.findIndex((layer) => layer.key === row.layerKey)),
    bases: Uint8Array.from(told, (row) => linkBases.indexOf(row.basis)),
    shares: Float64Array.from(told.flatMap((row) => [row.linked, row.omitted, row.uncovered, row.doubleCover])),
  };
}

/** Coverage of every unit by every layer, looked up by (unit, layer, basis). */
export class CoverageTable {
  /** All that the table holds, as plain data. */
  readonly rows: CoverageRows;
  readonly #layers: ReadonlyMap<string, number>;

  constructor(model: GridModel, coverage: CoverageColumns | CoverageRows) {
    this.#layers = new Map(model.layers.map((layer, number) => [layer.key, number]));
    this.rows = 'starts' in coverage ? coverage : coverageRowsOf(coverage, model.units.length);
  }

  /** The coverage by one basis, or by {@link bestBasis} when none is asked; wholly uncovered where nothing is known. */
  of(unit: number, layer: Layer, asked: LinkBasis | undefined): Coverage {
    const number = this.#layers.get(layer.key)!;
    const basis = asked === undefined ? this.bestBasis(unit, number) : linkBases.indexOf(asked);
    const row = basis < 0 ? -1 : this.#rowOf(unit, number * linkBases.length + basis);
    if (row >= 0) return this.#at(row, layer, linkBases[basis]!);
    return { layerKey: layer.key, basis: asked ?? null, linked: 0, omitted: 0, uncovered: 1, doubleCover: 0 };
  }

  /**
   * The best basis (position in `linkBases`) on which a layer (position in `model.layers`) meets a unit, though all that it links may have
   * been rejected; where none does, the best that tells so. A declaration comes first whatever it says. -1 where nothing is known.
   */
  bestBasis(unit: number, layer: number): number {
    const known = preferred.filter((basis) => this.#rowOf(unit, layer * linkBases.length + basis) >= 0);
    return known.find((basis) => basis === declared || this.#meets(this.#rowOf(unit, layer * linkBases.length + basis))) ?? known[0] ?? -1;
  }

  #meets(row: number): boolean {
    const { shares } = this.rows;
    return shares[row * 4]! > 0 || shares[row * 4 + 1]! > mostSlivers;
  }

  #at(row: number, layer: Layer, basis: LinkBasis): Coverage {
    const { shares } = this.rows;
    const from = row * 4;
    return {
      layerKey: layer.key,
      basis,
      linked: shares[from]!,
      omitted: shares[from + 1]!,
      uncovered: shares[from + 2]!,
      doubleCover: shares[from + 3]!,
    };
  }

  /** A unit has a handful of rows, side by side: they are looked through. -1 where there is none. */
  #rowOf(unit: number, kind: number): number {
    const { starts, kinds } = this.rows;
    for (let row = starts[unit]!; row < starts[unit + 1]!; row++) if (kinds[row] === kind) return row;
    return -1;
  }
}

/** What is omitted up to this share of a unit is slivers of neighbours, which are no reason to leave what buildings or codes tell unsaid. */
const mostSlivers = 0.01;

const declared = linkBases.indexOf('DECLARED');
const preferred = preferredBases.map((basis) => linkBases.indexOf(basis));

function coverageRowsOf({ size, units, layers, bases, shares }: CoverageColumns, unitCount: number): CoverageRows {
  const starts = new Uint32Array(unitCount + 1);
  for (let row = 0; row < size; row++) starts[units[row]! + 1]!++;
  for (let unit = 0; unit < unitCount; unit++) starts[unit + 1]! += starts[unit]!;
  const next = starts.slice();
  const sorted: CoverageRows = { starts, kinds: new Uint16Array(size), shares: new Float64Array(size * 4) };
  for (let row = 0; row < size; row++) {
    const place = next[units[row]!]!++;
    sorted.kinds[place] = layers[row]! * linkBases.length + bases[row]!;
    sorted.shares.set(shares.subarray(row * 4, row * 4 + 4), place * 4);
  }
  return sorted;
}
