import type { GridModel, GridUnit, Layer } from '../../grids/index.js';
import type { Coverage, GridLink, LinkWish } from '../link.js';
import { linkBases, preferredBases } from '../link-basis.js';
import type { CoverageTable } from './coverage-table.js';
import type { LinkColumns } from './link-columns.js';

/** A city model: the grids with the links between them. */
export interface CityModel extends GridModel {
  readonly links: LinkTable;
}

/**
 * The links of one model in compressed sparse rows, both directions: entry `e` of a unit's row is a link and the end it is seen from.
 * A declared link is entered under its source only: it speaks for the source's row, and the target's row has its own word.
 * Rows are sorted by the other unit's layer, then heaviest first, then by local id. About 45 bytes a link beside its columns' 37.
 */
export class LinkTable {
  readonly #model: GridModel;
  readonly #columns: LinkColumns;
  readonly #coverage: CoverageTable;
  readonly #starts: Uint32Array;
  /** Link number times two, plus one where the row's unit is the link's target. */
  readonly #entries: Uint32Array;
  /** Rows already given out as objects; a model lives longer than its requests, so each is made once. */
  readonly #rows: (readonly GridLink[] | undefined)[];
  readonly #bestRows: (readonly GridLink[] | undefined)[];

  /** Takes every link once; each is entered under both its ends, a declared one under its source. */
  constructor(model: GridModel, columns: LinkColumns, coverage: CoverageTable) {
    this.#model = model;
    this.#columns = columns;
    this.#coverage = coverage;
    this.#starts = rowStarts(columns, model.units.length);
    this.#entries = this.#sortedEntries();
    this.#rows = new Array<readonly GridLink[] | undefined>(model.units.length);
    this.#bestRows = new Array<readonly GridLink[] | undefined>(model.units.length);
  }

  /** How many links there are, each counted once. */
  get size(): number {
    return this.#columns.size;
  }

  /** The links of a unit that answer a wish: by layer, heaviest first within each. */
  of(unit: GridUnit, wish: LinkWish = {}): readonly GridLink[] {
    const row = this.#rowOf(unit);
    const { layerKeys, basis, minWeight } = wish;
    const ofBasis = basis === undefined ? this.#bestOf(unit, row) : row.filter((link) => link.basis === basis);
    if (layerKeys === undefined && minWeight === undefined) return ofBasis;
    return ofBasis.filter(
      (link) => (layerKeys === undefined || layerKeys.has(link.grid.layer.key)) && (minWeight === undefined || link.weight >= minWeight),
    );
  }

  /** How a unit is covered by each of the layers asked for, its own left out; links lighter than `minWeight` count as omitted. */
  coverageOf(unit: GridUnit, layers: readonly Layer[], wish: LinkWish = {}): readonly Coverage[] {
    return layers
      .filter((layer) => layer.key !== unit.layer.key)
      .map((layer) => withoutLight(this.#coverage.of(unit.index, layer, wish.basis), this.#lightShare(unit, layer, wish)));
  }

  #lightShare(unit: GridUnit, layer: Layer, { minWeight, ...rest }: LinkWish): number {
    if (minWeight === undefined) return 0;
    const row = this.of(unit, { ...rest, layerKeys: new Set([layer.key]) });
    return row.reduce((sum, link) => (link.weight < minWeight ? sum + link.weight : sum), 0);
  }

  #bestOf(unit: GridUnit, row: readonly GridLink[]): readonly GridLink[] {
    return (this.#bestRows[unit.index] ??= bestOfEachLayer(row, (layer) => this.#coverage.isDeclared(unit.index, layer)));
  }

  #rowOf(unit: GridUnit): readonly GridLink[] {
    const known = this.#rows[unit.index];
    if (known) return known;
    const row = Array.from(this.#entries.subarray(this.#starts[unit.index], this.#starts[unit.index + 1]), (entry) => this.#linkAt(entry));
    this.#rows[unit.index] = row;
    return row;
  }

  #linkAt(entry: number): GridLink {
    const { bases, areas, confidences, periods, periodTable } = this.#columns;
    const at = entry >>> 1;
    const area = areas[at]!;
    return {
      grid: this.#model.units[this.#otherEnd(entry)]!,
      weight: this.#weight(entry),
      inverseWeight: this.#weight(entry ^ 1),
      areaM2: Number.isNaN(area) ? null : area,
      basis: linkBases[bases[at]!]!,
      confidence: confidences[at]!,
      ...periodTable[periods[at]!]!,
    };
  }

  #otherEnd(entry: number): number {
    const at = entry >>> 1;
    return (entry & 1) === 1 ? this.#columns.sources[at]! : this.#columns.targets[at]!;
  }

  #weight(entry: number): number {
    const at = entry >>> 1;
    return (entry & 1) === 1 ? this.#columns.inverseWeights[at]! : this.#columns.weights[at]!;
  }

  #sortedEntries(): Uint32Array {
    const { size, sources, targets, bases } = this.#columns;
    const entries = new Uint32Array(this.#starts.at(-1)!);
    const next = this.#starts.slice();
    for (let at = 0; at < size; at++) {
      entries[next[sources[at]!]!++] = at * 2;
      if (bases[at] !== declared) entries[next[targets[at]!]!++] = at * 2 + 1;
    }
    const layerOf = (entry: number): number => this.#model.units[this.#otherEnd(entry)]!.layer.ordinal;
    const compare = (a: number, b: number): number =>
      layerOf(a) - layerOf(b) || this.#weight(b) - this.#weight(a) || this.#otherEnd(a) - this.#otherEnd(b);
    for (let unit = 0; unit < this.#model.units.length; unit++) entries.subarray(this.#starts[unit], this.#starts[unit + 1]).sort(compare);
    return entries;
  }
}

const declared = linkBases.indexOf('DECLARED');

function rowStarts({ size, sources, targets, bases }: LinkColumns, units: number): Uint32Array {
  const starts = new Uint32Array(units + 1);
  for (let at = 0; at < size; at++) {
    starts[sources[at]! + 1]!++;
    if (bases[at] !== declared) starts[targets[at]! + 1]!++;
  }
  for (let unit = 0; unit < units; unit++) starts[unit + 1]! += starts[unit]!;
  return starts;
}

/** Keeps of each layer the links of its best basis; a declaration in force silences the others even where it names no unit. */
function bestOfEachLayer(row: readonly GridLink[], isDeclared: (layer: Layer) => boolean): readonly GridLink[] {
  const best = new Map<Layer, number>();
  for (const { basis, grid } of row) {
    const rank = preferredBases.indexOf(basis);
    if (rank >= 0) best.set(grid.layer, Math.min(rank, best.get(grid.layer) ?? rank));
  }
  for (const layer of best.keys()) if (isDeclared(layer)) best.set(layer, preferredBases.indexOf('DECLARED'));
  const isBest = (link: GridLink): boolean => preferredBases.indexOf(link.basis) === best.get(link.grid.layer);
  return row.every(isBest) ? row : row.filter(isBest);
}

function withoutLight(coverage: Coverage, light: number): Coverage {
  return light === 0 ? coverage : { ...coverage, linked: coverage.linked - light, omitted: coverage.omitted + light };
}
