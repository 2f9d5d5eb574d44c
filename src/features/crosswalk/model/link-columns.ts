import type { CalendarDate } from '../../../kernel/dates.js';
import { linkBases, type LinkBasis } from '../link-basis.js';

/** A link once for both ways, its ends by position in `model.units`. */
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

/** When a link is in force, half-open. */
export interface LinkPeriod {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/**
 * Links as columns of numbers, row `i` of each being link `i`: 37 bytes a link where objects take some 200.
 * `areas` holds NaN where the basis measures none; `periods` points into `periodTable`, which few links fill.
 */
export interface LinkColumns {
  readonly size: number;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** Position in `linkBases`. */
  readonly bases: Uint8Array;
  readonly weights: Float64Array;
  readonly inverseWeights: Float64Array;
  readonly areas: Float64Array;
  readonly confidences: Float32Array;
  readonly periods: Uint16Array;
  readonly periodTable: readonly LinkPeriod[];
}

/** Room for links, filled one by one. */
export class LinkColumnsBuilder implements LinkColumns {
  #size = 0;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly bases: Uint8Array;
  readonly weights: Float64Array;
  readonly inverseWeights: Float64Array;
  readonly areas: Float64Array;
  readonly confidences: Float32Array;
  readonly periods: Uint16Array;
  readonly periodTable: LinkPeriod[] = [];
  readonly #periodNumbers = new Map<string, number>();

  /** `room` is the most links that will be added. */
  constructor(room: number) {
    this.sources = new Uint32Array(room);
    this.targets = new Uint32Array(room);
    this.bases = new Uint8Array(room);
    this.weights = new Float64Array(room);
    this.inverseWeights = new Float64Array(room);
    this.areas = new Float64Array(room);
    this.confidences = new Float32Array(room);
    this.periods = new Uint16Array(room);
  }

  get size(): number {
    return this.#size;
  }

  add(link: StoredLink): void {
    const at = this.#size++;
    this.sources[at] = link.source;
    this.targets[at] = link.target;
    this.bases[at] = linkBases.indexOf(link.basis);
    this.weights[at] = link.weight;
    this.inverseWeights[at] = link.inverseWeight;
    this.areas[at] = link.areaM2 ?? NaN;
    this.confidences[at] = link.confidence;
    this.periods[at] = this.#numberOf(link);
  }

  #numberOf({ validFrom, validTo }: LinkPeriod): number {
    const key = `${validFrom}/${validTo ?? ''}`;
    const known = this.#periodNumbers.get(key);
    if (known !== undefined) return known;
    this.periodTable.push({ validFrom, validTo });
    this.#periodNumbers.set(key, this.periodTable.length - 1);
    return this.periodTable.length - 1;
  }
}

/** The columns of a list of links. */
export function linkColumnsOf(links: readonly StoredLink[]): LinkColumns {
  const columns = new LinkColumnsBuilder(links.length);
  for (const link of links) columns.add(link);
  return columns;
}
