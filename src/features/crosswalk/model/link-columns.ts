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

/** Numbers of 8 bytes that one link takes. */
export const linkStride = 5;

/**
 * Links in one block of 40 bytes each, where objects take some 200; what is asked of a link lies side by side, because memory is slow
 * to reach and the links of a unit are scattered. Plain data: {@link LinkRecords} reads it.
 * Numbers 0–2 are weight, inverse weight and area (NaN where the basis measures none); 3 is source and target as 32 bits each;
 * 4 is the confidence as a 32-bit float, the period's place in `periodTable` in 24 bits and the basis in 8.
 */
export interface LinkColumns {
  readonly size: number;
  readonly records: Float64Array;
  readonly periodTable: readonly LinkPeriod[];
  /** The rows of the units, where they have been worked out before. */
  readonly rows?: LinkRows;
}

/**
 * Links by unit: the row of unit `u` is the entries `starts[u] … starts[u + 1] - 1`. An entry is a link's number times two, plus one
 * where the row's unit is the link's target.
 */
export interface LinkRows {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
}

/** Reads the links of a block, by number, or by entry where a link is seen from one of its ends. */
export class LinkRecords {
  readonly size: number;
  readonly #numbers: Float64Array;
  readonly #words: Uint32Array;
  readonly #floats: Float32Array;
  readonly #periodTable: readonly LinkPeriod[];

  constructor({ size, records, periodTable }: LinkColumns) {
    this.size = size;
    this.#numbers = records;
    this.#words = new Uint32Array(records.buffer, records.byteOffset, records.length * 2);
    this.#floats = new Float32Array(records.buffer, records.byteOffset, records.length * 2);
    this.#periodTable = periodTable;
  }

  source(link: number): number {
    return this.#words[link * linkStride * 2 + 6]!;
  }

  target(link: number): number {
    return this.#words[link * linkStride * 2 + 7]!;
  }

  /** Position in `linkBases`. */
  basis(link: number): number {
    return this.#words[link * linkStride * 2 + 9]! >>> 24;
  }

  areaM2(link: number): number | null {
    const area = this.#numbers[link * linkStride + 2]!;
    return Number.isNaN(area) ? null : area;
  }

  /** To seven digits, which are all that a 32-bit float holds: 0.9 is answered as it was said. */
  confidence(link: number): number {
    return Math.round(this.#floats[link * linkStride * 2 + 8]! * 1e7) / 1e7;
  }

  period(link: number): LinkPeriod {
    return this.#periodTable[this.#words[link * linkStride * 2 + 9]! & 0xffffff]!;
  }

  /** A whole link. */
  linkAt(link: number): StoredLink {
    return {
      source: this.source(link),
      target: this.target(link),
      basis: linkBases[this.basis(link)]!,
      weight: this.weight(link * 2),
      inverseWeight: this.weight(link * 2 + 1),
      areaM2: this.areaM2(link),
      confidence: this.confidence(link),
      ...this.period(link),
    };
  }

  /** The unit at the other end. */
  otherEnd(entry: number): number {
    return this.#words[(entry >>> 1) * linkStride * 2 + 7 - (entry & 1)]!;
  }

  /** The share of the entry's own unit. */
  weight(entry: number): number {
    return this.#numbers[(entry >>> 1) * linkStride + (entry & 1)]!;
  }
}

/** Room for links, filled one by one. */
export class LinkColumnsBuilder {
  #size = 0;
  readonly #numbers: Float64Array;
  readonly #words: Uint32Array;
  readonly #floats: Float32Array;
  readonly #periodTable: LinkPeriod[] = [];
  readonly #periodNumbers = new Map<string, number>();

  /** `room` is the most links that will be added. */
  constructor(room: number) {
    this.#numbers = new Float64Array(room * linkStride);
    this.#words = new Uint32Array(this.#numbers.buffer);
    this.#floats = new Float32Array(this.#numbers.buffer);
  }

  add(link: StoredLink): void {
    const number = this.#size++ * linkStride;
    const word = number * 2;
    this.#numbers[number] = link.weight;
    this.#numbers[number + 1] = link.inverseWeight;
    this.#numbers[number + 2] = link.areaM2 ?? NaN;
    this.#words[word + 6] = link.source;
    this.#words[word + 7] = link.target;
    this.#floats[word + 8] = link.confidence;
    this.#words[word + 9] = (linkBases.indexOf(link.basis) << 24) | this.#numberOf(link);
  }

  /** What has been added. */
  columns(): LinkColumns {
    const used = this.#size * linkStride;
    // Room that was not needed is given back; a view would hold it.
    const records = used === this.#numbers.length ? this.#numbers : this.#numbers.slice(0, used);
    return { size: this.#size, records, periodTable: this.#periodTable };
  }

  #numberOf({ validFrom, validTo }: LinkPeriod): number {
    const key = `${validFrom}/${validTo ?? ''}`;
    const known = this.#periodNumbers.get(key);
    if (known !== undefined) return known;
    this.#periodTable.push({ validFrom, validTo });
    this.#periodNumbers.set(key, this.#periodTable.length - 1);
    return this.#periodTable.length - 1;
  }
}

/** The columns of a list of links. */
export function linkColumnsOf(links: readonly StoredLink[]): LinkColumns {
  const builder = new LinkColumnsBuilder(links.length);
  for (const link of links) builder.add(link);
  return builder.columns();
}
