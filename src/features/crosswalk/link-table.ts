import type { CalendarDate } from '../../kernel/dates.js';
import type { GridModel, GridUnit, Layer } from '../grids/index.js';
import type { Coverage, GridLink, LinkWish } from './link.js';
import { type LinkBasis, linkBases, preferredBases } from './link-basis.js';

/** A link as the index keeps it: once for both ways, its ends by position in `model.units`. */
export interface StoredLink {
  readonly source: number;
  readonly target: number;
  readonly basis: LinkBasis;
  readonly weight: number;
  readonly inverseWeight: number;
  readonly areaM2: number | null;
  readonly confidence: number;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** The coverage of a unit (by position) by a layer, as the index keeps it. */
export interface StoredCoverage extends Coverage {
  readonly unit: number;
}

/** A city model: the grids with the links between them. */
export interface CityModel extends GridModel {
  readonly links: LinkTable;
}

/**
 * The links of one model in compressed sparse rows over typed arrays, both directions.
 * Rows are sorted by the target's layer, then heaviest first, then by local id; about 40 bytes a direction.
 */
export class LinkTable {
  readonly #model: GridModel;
  readonly #starts: Uint32Array;
  readonly #targets: Uint32Array;
  readonly #weights: Float64Array;
  readonly #inverse: Float64Array;
  readonly #areas: Float64Array;
  readonly #confidences: Float32Array;
  readonly #bases: Uint8Array;
  readonly #periods: Uint16Array;
  readonly #periodTable: readonly Period[];
  readonly #coverage: CoverageTable;
  /** Rows already given out as objects; a model lives longer than its requests, so each is made once. */
  readonly #rows: (readonly GridLink[] | undefined)[];

  /** Takes every link once; each is entered under both its ends. */
  constructor(model: GridModel, links: readonly StoredLink[], coverage: readonly StoredCoverage[]) {
    this.#model = model;
    const directed = sortedBothWays(model, links);
    const size = directed.length;
    this.#starts = startsOf(directed, model.units.length);
    this.#targets = Uint32Array.from(directed, (link) => link.target);
    this.#weights = Float64Array.from(directed, (link) => link.weight);
    this.#inverse = Float64Array.from(directed, (link) => link.inverseWeight);
    this.#areas = Float64Array.from(directed, (link) => link.areaM2 ?? NaN);
    this.#confidences = Float32Array.from(directed, (link) => link.confidence);
    this.#bases = Uint8Array.from(directed, (link) => linkBases.indexOf(link.basis));
    const periods = new PeriodTable();
    this.#periods = new Uint16Array(size);
    directed.forEach((link, index) => (this.#periods[index] = periods.numberOf(link)));
    this.#periodTable = periods.all;
    this.#coverage = new CoverageTable(model, coverage);
    this.#rows = new Array<readonly GridLink[] | undefined>(model.units.length);
  }

  /** How many links there are, each counted once. */
  get size(): number {
    return this.#targets.length / 2;
  }

  /** The links of a unit that answer a wish: by layer, heaviest first within each. */
  of(unit: GridUnit, wish: LinkWish = {}): readonly GridLink[] {
    const row = this.#rowOf(unit);
    const { layerKeys, basis, minWeight } = wish;
    if (layerKeys === undefined && basis === undefined && minWeight === undefined) return this.#preferred(row);
    return (basis === undefined ? this.#preferred(row) : row.filter((link) => link.basis === basis)).filter(
      (link) => (layerKeys === undefined || layerKeys.has(link.grid.layer.key)) && (minWeight === undefined || link.weight >= minWeight),
    );
  }

  /** How a unit is covered by each of the layers asked for, its own left out; links lighter than `minWeight` count as omitted. */
  coverageOf(unit: GridUnit, layers: readonly Layer[], wish: LinkWish = {}): readonly Coverage[] {
    return layers
      .filter((layer) => layer.key !== unit.layer.key)
      .map((layer) => withoutLight(this.#coverage.of(unit.index, layer, wish.basis), this.#lightShare(unit, layer, wish)));
  }

  #lightShare(unit: GridUnit, layer: Layer, wish: LinkWish): number {
    const { minWeight, ...rest } = wish;
    if (minWeight === undefined) return 0;
    const row = this.of(unit, { ...rest, layerKeys: new Set([layer.key]) });
    return row.reduce((sum, link) => (link.weight < minWeight ? sum + link.weight : sum), 0);
  }

  #preferred(row: readonly GridLink[]): readonly GridLink[] {
    // Computed rows hold one basis a layer; only where several stand side by side must the best be chosen.
    if (!hasMixedBases(row)) return row;
    const best = new Map<string, number>();
    for (const link of row) {
      const rank = preferredBases.indexOf(link.basis);
      if (rank >= 0) best.set(link.grid.layer.key, Math.min(rank, best.get(link.grid.layer.key) ?? rank));
    }
    return row.filter((link) => preferredBases.indexOf(link.basis) === best.get(link.grid.layer.key));
  }

  #rowOf(unit: GridUnit): readonly GridLink[] {
    const known = this.#rows[unit.index];
    if (known) return known;
    const row: GridLink[] = [];
    for (let at = this.#starts[unit.index]!; at < this.#starts[unit.index + 1]!; at++) row.push(this.#linkAt(at));
    this.#rows[unit.index] = row;
    return row;
  }

  #linkAt(at: number): GridLink {
    const area = this.#areas[at]!;
    const period = this.#periodTable[this.#periods[at]!]!;
    return {
      grid: this.#model.units[this.#targets[at]!]!,
      weight: this.#weights[at]!,
      inverseWeight: this.#inverse[at]!,
      areaM2: Number.isNaN(area) ? null : area,
      basis: linkBases[this.#bases[at]!]!,
      confidence: this.#confidences[at]!,
      validFrom: period.validFrom,
      validTo: period.validTo,
    };
  }
}

interface Period {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** Few periods are shared by many links: each is kept once. */
class PeriodTable {
  readonly all: Period[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(period: Period): number {
    const key = `${period.validFrom}/${period.validTo ?? ''}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.all.push({ validFrom: period.validFrom, validTo: period.validTo });
    this.#numbers.set(key, this.all.length - 1);
    return this.all.length - 1;
  }
}

/** Coverage by (unit, layer); the rows of one unit stand together. */
class CoverageTable {
  readonly #rows = new Map<number, StoredCoverage[]>();
  readonly #layerCount: number;

  constructor(model: GridModel, coverage: readonly StoredCoverage[]) {
    this.#layerCount = model.layers.length;
    const numbers = new Map(model.layers.map((layer, number) => [layer.key, number]));
    this.#numbers = numbers;
    for (const row of coverage) {
      const key = row.unit * this.#layerCount + (numbers.get(row.layerKey) ?? 0);
      const rows = this.#rows.get(key);
      if (rows) rows.push(row);
      else this.#rows.set(key, [row]);
    }
  }

  readonly #numbers: ReadonlyMap<string, number>;

  of(unit: number, layer: Layer, basis: LinkBasis | undefined): Coverage {
    const rows = this.#rows.get(unit * this.#layerCount + this.#numbers.get(layer.key)!) ?? [];
    const wanted: readonly (LinkBasis | null)[] = basis === undefined ? [...preferredBases, null] : [basis];
    for (const candidate of wanted) {
      const found = rows.find((row) => row.basis === candidate);
      if (found) return found;
    }
    return { layerKey: layer.key, basis: basis ?? null, linked: 0, omitted: 0, uncovered: 1, doubleCover: 0 };
  }
}

function withoutLight(coverage: Coverage, light: number): Coverage {
  return light === 0 ? coverage : { ...coverage, linked: coverage.linked - light, omitted: coverage.omitted + light };
}

function hasMixedBases(row: readonly GridLink[]): boolean {
  return row.some((link, index) => index > 0 && link.basis !== row[index - 1]!.basis && link.grid.layer === row[index - 1]!.grid.layer)
    || row.some((link) => link.basis === 'HOUSEHOLDS');
}

function sortedBothWays(model: GridModel, links: readonly StoredLink[]): readonly StoredLink[] {
  const directed = links.flatMap((link) => [link, reversed(link)]);
  const layerOf = (link: StoredLink): number => model.units[link.target]!.layer.ordinal;
  return directed.sort((a, b) => a.source - b.source || layerOf(a) - layerOf(b) || b.weight - a.weight || a.target - b.target);
}

function reversed(link: StoredLink): StoredLink {
  return { ...link, source: link.target, target: link.source, weight: link.inverseWeight, inverseWeight: link.weight };
}

function startsOf(directed: readonly StoredLink[], units: number): Uint32Array {
  const starts = new Uint32Array(units + 1);
  for (const link of directed) starts[link.source + 1]!++;
  for (let unit = 0; unit < units; unit++) starts[unit + 1]! += starts[unit]!;
  return starts;
}
