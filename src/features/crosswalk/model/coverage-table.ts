import type { GridModel, Layer } from '../../grids/index.js';
import type { Coverage } from '../link.js';
import { linkBases, type LinkBasis, preferredBases } from '../link-basis.js';

/** The coverage of a unit (by position in `model.units`) by a layer, as the index keeps it. */
export interface StoredCoverage extends Coverage {
  readonly unit: number;
}

/** Coverage as columns of numbers, row `i` of each being one (unit, layer, basis). */
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
  readonly #layers: ReadonlyMap<string, number>;
  readonly #places = new Map<number, number>();
  readonly #shares: Float64Array;

  constructor(model: GridModel, columns: CoverageColumns) {
    this.#layers = new Map(model.layers.map((layer, number) => [layer.key, number]));
    this.#shares = columns.shares;
    for (let row = 0; row < columns.size; row++) {
      this.#places.set(this.#key(columns.units[row]!, columns.layers[row]!, columns.bases[row]!), row);
    }
  }

  /** The coverage by one basis, or by the best there is when none is asked; wholly uncovered where nothing is known. */
  of(unit: number, layer: Layer, asked: LinkBasis | undefined): Coverage {
    const layerNumber = this.#layers.get(layer.key)!;
    for (const basis of asked === undefined ? preferredBases : [asked]) {
      const row = this.#places.get(this.#key(unit, layerNumber, linkBases.indexOf(basis)));
      if (row !== undefined) return this.#at(row, layer, basis);
    }
    return { layerKey: layer.key, basis: asked ?? null, linked: 0, omitted: 0, uncovered: 1, doubleCover: 0 };
  }

  /** Whether people have declared how a layer covers a unit. */
  isDeclared(unit: number, layer: Layer): boolean {
    return this.#places.has(this.#key(unit, this.#layers.get(layer.key)!, linkBases.indexOf('DECLARED')));
  }

  #at(row: number, layer: Layer, basis: LinkBasis): Coverage {
    const from = row * 4;
    return {
      layerKey: layer.key,
      basis,
      linked: this.#shares[from]!,
      omitted: this.#shares[from + 1]!,
      uncovered: this.#shares[from + 2]!,
      doubleCover: this.#shares[from + 3]!,
    };
  }

  #key(unit: number, layer: number, basis: number): number {
    return (unit * this.#layers.size + layer) * linkBases.length + basis;
  }
}
