import type { GridModel, GridUnit, Layer } from '../../grids/index.js';
import type { Coverage, GridLink, LinkWish } from '../link.js';
import { linkBases, preferredBases } from '../link-basis.js';
import type { CoverageTable } from './coverage-table.js';
import { type LinkColumns, LinkRecords, type LinkRows } from './link-columns.js';
import { linkRowsOf } from './link-rows.js';

/** A city model: the grids with the links between them. */
export interface CityModel extends GridModel {
  readonly links: LinkTable;
}

/**
 * The links of one model in compressed sparse rows, both directions: about 50 bytes a link in all. Links are given out as objects
 * made for the asking, so that what was asked once takes no memory for ever.
 */
export class LinkTable {
  /** All that the table holds, as plain data. */
  readonly columns: LinkColumns & { readonly rows: LinkRows };
  readonly coverage: CoverageTable;
  readonly #model: GridModel;
  readonly #links: LinkRecords;

  /** Takes every link once; each is entered under both its ends, a declared one under its source. */
  constructor(model: GridModel, columns: LinkColumns, coverage: CoverageTable) {
    this.#model = model;
    this.#links = new LinkRecords(columns);
    this.columns = { ...columns, rows: columns.rows ?? linkRowsOf(this.#links, model.columns.layers) };
    this.coverage = coverage;
  }

  /** How many links there are, each counted once. */
  get size(): number {
    return this.#links.size;
  }

  /** The links of a unit that answer a wish: by layer, heaviest first within each. */
  of(unit: GridUnit, wish: LinkWish = {}): readonly GridLink[] {
    const found: GridLink[] = [];
    const { starts, entries } = this.columns.rows;
    const { layers } = this.#model.columns;
    const end = starts[unit.index + 1]!;
    let layer = -1;
    let basis = -1;
    for (let at = starts[unit.index]!; at < end; at++) {
      const entry = entries[at]!;
      const layerHere = layers[this.#links.otherEnd(entry)]!;
      if (layerHere !== layer) {
        layer = layerHere;
        basis = this.#basisAsked(wish, { unit: unit.index, layer, from: at });
      }
      if (this.#links.basis(entry >>> 1) !== basis) continue;
      if (wish.minWeight === undefined || this.#links.weight(entry) >= wish.minWeight) found.push(this.#linkAt(entry));
    }
    return found;
  }

  /** How a unit is covered by each of the layers asked for, its own left out; links lighter than `minWeight` count as omitted. */
  coverageOf(unit: GridUnit, layers: readonly Layer[], wish: LinkWish = {}): readonly Coverage[] {
    return layers
      .filter((layer) => layer.key !== unit.layer.key)
      .map((layer) => withoutLight(this.coverage.of(unit.index, layer, wish.basis), this.#lightShare(unit, layer, wish)));
  }

  #lightShare(unit: GridUnit, layer: Layer, { minWeight, ...rest }: LinkWish): number {
    if (minWeight === undefined) return 0;
    const row = this.of(unit, { ...rest, layerKeys: new Set([layer.key]) });
    return row.reduce((sum, link) => (link.weight < minWeight ? sum + link.weight : sum), 0);
  }

  /** The basis (position in `linkBases`) that is wanted of a unit's links into one layer, which begin at entry `from`; -1 for none. */
  #basisAsked(wish: LinkWish, stretch: { readonly unit: number; readonly layer: number; readonly from: number }): number {
    if (wish.layerKeys && !wish.layerKeys.has(this.#model.layers[stretch.layer]!.key)) return -1;
    if (wish.basis !== undefined) return linkBases.indexOf(wish.basis);
    // A row that names no unit, declared so or left so by rejections, silences the other bases all the same: links and cover agree.
    const told = this.coverage.bestBasis(stretch.unit, stretch.layer);
    return told >= 0 ? told : this.#bestBasis(stretch);
  }

  #bestBasis({ unit, layer, from }: { readonly unit: number; readonly layer: number; readonly from: number }): number {
    const { starts, entries } = this.columns.rows;
    const { layers } = this.#model.columns;
    const end = starts[unit + 1]!;
    let best = preferredBases.length;
    for (let at = from; at < end && layers[this.#links.otherEnd(entries[at]!)] === layer; at++) {
      const rank = rankOfBasis[this.#links.basis(entries[at]! >>> 1)]!;
      if (rank < best) best = rank;
    }
    return best === preferredBases.length ? -1 : linkBases.indexOf(preferredBases[best]!);
  }

  #linkAt(entry: number): GridLink {
    const link = entry >>> 1;
    const { validFrom, validTo } = this.#links.period(link);
    return {
      grid: this.#model.units[this.#links.otherEnd(entry)]!,
      weight: this.#links.weight(entry),
      inverseWeight: this.#links.weight(entry ^ 1),
      areaM2: this.#links.areaM2(link),
      basis: linkBases[this.#links.basis(link)]!,
      confidence: this.#links.confidence(link),
      validFrom,
      validTo,
    };
  }
}

/** By position in `linkBases`: the place among the preferred ones, past the last where it answers on request only. */
const rankOfBasis = linkBases.map((basis) => (preferredBases.includes(basis) ? preferredBases.indexOf(basis) : preferredBases.length));

function withoutLight(coverage: Coverage, light: number): Coverage {
  return light === 0 ? coverage : { ...coverage, linked: coverage.linked - light, omitted: coverage.omitted + light };
}
